import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { NOW, PROJECT, siteFolder } from './build-sites.ts';
import { builtSite, readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';

it('a build that fails while it makes the pages ends by itself, names the fault, and leaves the last site and nothing else', () => {
  const folder = temporaryFolder();
  const [content, out] = [join(folder, 'content'), join(folder, 'site')];
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), content, { recursive: true });
  // It passes every check of a picture, but cannot be encoded: only making the pages brings that to light.
  writeFileSync(join(content, 'articles/en/2026/rain.webp'), 'this is not a picture');
  cpSync(siteFolder('one'), out, { recursive: true });
  const call = ['scripts/build.ts', '--content', content, '--out', out, '--now', NOW, '--strict'];
  const { status, signal, stderr } = spawnSync(process.execPath, call, {
    cwd: PROJECT,
    encoding: 'utf8',
    env: plainEnvironment(),
  });
  expect(stderr).toContain('rain.webp');
  expect([status, signal]).toEqual([1, null]);
  expect(differences(builtSite('one'), readSite(out))).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
});
