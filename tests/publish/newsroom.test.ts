import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { withoutProgress } from '../scripts/without-progress.ts';

const PROJECT = join(import.meta.dirname, '../..');

it('a newsroom is built, checked and served, and stays served while a later one has mistakes', () => {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  const target = join(folder, 'target');
  mkdirSync(target);
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-one'), content, { recursive: true });
  const article = join(content, 'articles/en/2026/the-first-story.md');
  const good = readFileSync(article, 'utf8');
  const deploy = (...options: string[]) => {
    const call = ['scripts/deploy.ts', '--to', `dir:${target}`, '--content', content, '--out', join(folder, 'dist')];
    return spawnSync(process.execPath, [...call, ...options], {
      cwd: PROJECT,
      encoding: 'utf8',
      env: plainEnvironment(),
    });
  };
  const served = () => readlinkSync(join(target, 'current'));
  const page = join(target, 'current/articles/the-first-story/index.html');

  const first = deploy('--now', '2026-11-24T08:00');
  expect(withoutProgress(first.stderr)).toBe('');
  expect(first.status).toBe(0);
  expect(existsSync(page)).toBe(true);
  const id = served();

  writeFileSync(article, good.replace('title:', 'titel:'));
  const wrong = deploy('--now', '2026-11-24T09:00');
  expect(wrong.stderr).toContain('articles/en/2026/the-first-story.md:');
  expect(wrong.stderr).toMatch(/ {2}articles\/en\/2026\/the-first-story\.md: the last published version\n$/);
  expect(wrong.status).toBe(3);
  expect(served()).toBe(id);
  const strict = deploy('--now', '2026-11-24T09:00', '--strict');
  expect(strict.stderr).toMatch(/\nNothing was published; the served site is unchanged\.\n$/);
  expect(strict.status).toBe(1);
  expect(served()).toBe(id);

  writeFileSync(article, good.replace('---\n', '---\nwithdrawn: { date: 2026-11-24, reason: "It was not so." }\n'));
  const withdrawn = deploy('--now', '2026-11-24T10:00');
  expect(withoutProgress(withdrawn.stderr)).toBe('');
  expect(withdrawn.stdout).toContain('Withheld: 1 withdrawn\n');
  const notice = readFileSync(page, 'utf8');
  expect(notice).toContain('It was not so.');
  expect(notice).not.toContain('The first story');
  const withoutIt = served();

  const back = spawnSync(process.execPath, ['scripts/deploy.ts', '--to', `dir:${target}`, '--rollback'], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: plainEnvironment(),
  });
  expect(back.stderr).toContain('  /articles/the-first-story/  withdrawn\n');
  expect(back.status).toBe(1);
  expect(served()).toBe(withoutIt);
});
