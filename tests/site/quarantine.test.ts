import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callScript } from '../scripts/call-script.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { build, built, PROJECT } from './build-sites.ts';
import { readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';

it('a build in quarantine makes the site of the newsroom without its broken files, lists them, and does so again', async () => {
  const folder = temporaryFolder();
  const [contentRoot, clean] = [join(folder, 'content'), join(folder, 'clean')];
  const [out, cleanOut] = [join(folder, 'site'), join(folder, 'clean-site')];
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), clean, { recursive: true });
  cpSync(clean, contentRoot, { recursive: true });
  const rain = readFileSync(join(clean, 'articles/en/2026/rain.md'), 'utf8');
  writeFiles(contentRoot, {
    'articles/en/2026/no-date.md': rain.replace(/^pubDate: .*$/m, 'pubDate: soon'),
    'articles/en/2026/links.md': `${rain}\nSee [that](/articles/no-date/).\n`,
  });

  const call = ['--content', contentRoot, '--out', out, '--now', '2026-11-24T06:00'];
  expect((await callScript('build', call)).status).toBe(1);
  const { status, stdout, stderr } = await callScript('build', [...call, '--quarantine']);
  expect(stderr).toMatch(/^articles\/en\/2026\/no-date\.md:\d+:1 {2}error {2}pubDate \("soon"\) {2}is not a date/m);
  expect(stderr).toMatch(
    /^articles\/en\/2026\/links\.md:\d+:\d+ {2}error .*needs \/articles\/no-date\/, which has mistakes/m,
  );
  expect(stdout).toMatch(
    /^In quarantine: 2 files were left out, .*:\n {2}articles\/en\/2026\/links\.md\n {2}articles\/en\/2026\/no-date\.md$/m,
  );
  expect(status).toBe(0);
  await built({ contentRoot: clean, out: cleanOut });
  expect(differences(readSite(out), readSite(cleanOut))).toEqual([]);

  // If nothing has changed for a while, nothing is read; but what is broken is reported all the same.
  const later = { contentRoot, out, isQuarantine: true, clock: () => Date.now() + 3_600_000 };
  const { report } = await built(later);
  expect(report).toMatchObject({ rejected: ['articles/en/2026/links.md', 'articles/en/2026/no-date.md'] });
  expect(await built(later)).toMatchObject({ rendered: new Map(), report });
  // Without the word for it, the same newsroom is refused.
  expect(await build({ ...later, isQuarantine: false })).toHaveProperty('problems');
});
