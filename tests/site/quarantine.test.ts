import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { PROJECT } from './build-sites.ts';
import { filesBelow } from './built-site.ts';

const work = mkdtempSync(join(tmpdir(), 'quarantine-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function build(content: string, out: string, ...options: string[]) {
  const call = ['scripts/build.ts', '--content', content, '--out', out, '--now', '2026-11-24T08:00', ...options];
  return spawnSync(process.execPath, call, {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...plainEnvironment(), CI: '1' },
  });
}

it('a build in quarantine makes the site of the newsroom without its broken files, lists them, and does so again', async () => {
  const [content, clean] = [join(work, 'content'), join(work, 'clean')];
  const [out, cleanOut] = [join(work, 'site'), join(work, 'clean-site')];
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), content, { recursive: true });
  const rain = readFileSync(join(content, 'articles/en/2026/rain.md'), 'utf8');
  const broken = {
    'articles/en/2026/no-date.md': rain.replace(/^pubDate: .*$/m, 'pubDate: soon'),
    'articles/en/2026/links.md': `${rain}\nSee [that](/articles/no-date/).\n`,
  };
  cpSync(content, clean, { recursive: true });
  for (const [file, text] of Object.entries(broken)) writeFileSync(join(content, file), text);

  expect(build(content, out).status).toBe(1);
  const { status, stdout, stderr } = build(content, out, '--quarantine');
  expect(stderr).toMatch(/^articles\/en\/2026\/no-date\.md:\d+:1 {2}error {2}pubDate \("soon"\) {2}is not a date/m);
  expect(stderr).toMatch(
    /^articles\/en\/2026\/links\.md:\d+:\d+ {2}error .*needs \/articles\/no-date\/, which has mistakes/m,
  );
  const list =
    'In quarantine: 2 files were left out, as told above:\n  articles/en/2026/links.md\n  articles/en/2026/no-date.md\n';
  expect(stdout).toContain(list);
  expect(status).toBe(0);

  expect(build(clean, cleanOut).status).toBe(0);
  expect(filesBelow(out)).toEqual(filesBelow(cleanOut));
  for (const file of filesBelow(cleanOut))
    expect(readFileSync(join(out, file)).equals(readFileSync(join(cleanOut, file))), file).toBe(true);

  // Where nothing has changed since, nothing is read; but what is broken is told of all the same.
  await pause(2_500);
  build(content, out, '--quarantine');
  const again = build(content, out, '--quarantine');
  expect([again.status, again.stderr]).toEqual([0, stderr]);
  expect(again.stdout).toContain(list);
  // Without the word for it, the same newsroom is refused.
  expect(build(content, out).status).toBe(1);
});
