import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { NOW, PROJECT, siteFolder, SITES } from './build-sites.ts';
import { readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';

/** Builds a newsroom by a process of its own. */
async function build(content: string, out: string) {
  const child = spawn(process.execPath, ['scripts/build.ts', '--content', content, '--out', out, '--now', NOW], {
    cwd: PROJECT,
    env: plainEnvironment(),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}

describe('two builds at once in one checkout', () => {
  it('of different sites run side by side, and each is its own newsroom’s', async () => {
    const folder = temporaryFolder();
    const [one, three] = [join(folder, 'one'), join(folder, 'three')];
    const builds = await Promise.all([build(SITES.one, one), build(SITES.three, three)]);
    for (const { status, output } of builds) {
      expect(status, output).toBe(0);
      expect(output).not.toContain('Another build');
    }
    expect(readSite(one).files).toContain('articles/the-first-story/index.html');
    expect(readSite(one).files).not.toContain('articles/rain/index.html');
    expect(readSite(three).files).toContain('articles/rain/index.html');
  });

  it('of the same site both succeed, and leave one complete site', async () => {
    const out = join(temporaryFolder(), 'site');
    const builds = await Promise.all([build(SITES.one, out), build(SITES.one, out)]);
    for (const { status, output } of builds) expect(status, output).toBe(0);
    expect(differences(readSite(out), readSite(siteFolder('one')))).toEqual([]);
  });
});
