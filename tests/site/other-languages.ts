import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { projectCopy } from '../scripts/setup/set-up-copy.ts';
import { withoutProgress } from '../scripts/without-progress.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { NOW } from './build-sites.ts';
import { readSite } from './built-site.ts';

/** The site of three articles in English and three in Spanish, of a paper with other editions than the sample's. */
export function siteIn(languages: string) {
  const { folder, run } = projectCopy(temporaryFolder());
  expect(run(['--languages', languages, '--git-host', 'folder', '--yes'])).toMatchObject({ status: 0, stderr: '' });
  const start = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: folder,
      encoding: 'utf8',
      env: plainEnvironment(),
    });
    return { status, stdout, stderr: withoutProgress(stderr) };
  };
  const out = join(folder, 'dist');
  const built = start('scripts/build.ts', '--out', out, '--now', NOW);
  return { folder, out, start, built, site: readSite(out) };
}
