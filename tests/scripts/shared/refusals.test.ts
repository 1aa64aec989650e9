import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AROUND, STORY, temporaryFolder, writeFiles } from '../../temporary-folder.ts';
import { systemRefusal } from '../../../scripts/shared/system-refusal.ts';
import { PATIENCE } from '../run-script.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const GLASS = 'articles/en/2026/glass.md';
const HIDDEN = 'articles/en/2025/hidden.md';

/** Nobody: root may read and write everything, so that its tests need another user. */
const USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Whether that user may read the project: not below a home of root's. */
const mayRun = spawnSync(process.execPath, ['--eval', `fs.readdirSync(${JSON.stringify(PROJECT)})`], USER).status === 0;

/** A checkout in which nothing can be written, with a newsroom in it. */
function place() {
  const folder = temporaryFolder({
    ...Object.fromEntries(Object.entries(AROUND).map(([file, text]) => [`content/${file}`, text])),
    [`content/${GLASS}`]: STORY,
    [`content/${HIDDEN}`]: STORY.replace('2026-11-20', '2025-11-20'),
  });
  for (const part of ['src', 'package-lock.json']) symlinkSync(join(PROJECT, part), join(folder, part));
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));
  return { folder, content: join(folder, 'content') };
}

const run = (cwd: string, name: string, ...options: string[]) =>
  spawnSync(process.execPath, [join(PROJECT, `scripts/${name}.ts`), ...options], {
    ...USER,
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: '' },
  });

describe.runIf(mayRun)('what the operating system refuses', PATIENCE, () => {
  it('is a finding where it is a file or a folder of the newsroom', () => {
    const { folder, content } = place();
    chmodSync(join(content, GLASS), 0);
    chmodSync(join(content, 'articles/en/2025'), 0);
    const { stdout, stderr, status } = run(folder, 'lint-content', '--content', content);
    chmodSync(join(content, 'articles/en/2025'), 0o755);
    expect(stdout).toContain(
      `${GLASS}  error  is there, but the operating system does not let it be read (EACCES) — give this user permission`,
    );
    expect(stdout).toContain('articles/en/2025/  error  is there, but the operating system');
    expect(stdout + stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });

  it('is told of a picture, and keeps no other file from being mended', () => {
    const { folder, content } = place();
    writeFiles(content, {
      'pictures/reef.webp': 'a picture',
      'articles/en/2026/shown.md': `${STORY}\nSee ![a reef](/pictures/reef.webp).\n`,
      'articles/en/2026/spaces.md': STORY.replace('title: ', 'title:\u00a0'),
    });
    for (const file of ['', 'spaces.md', 'shown.md', 'glass.md'])
      chmodSync(join(content, 'articles/en/2026', file), 0o777);
    chmodSync(join(content, GLASS), 0);
    chmodSync(join(content, 'pictures/reef.webp'), 0);
    const { stdout, stderr } = run(folder, 'lint-content', '--content', content, '--fix');
    expect(stdout).toContain(
      'shown.md:10:15  error  body ("/pictures/reef.webp")  names a picture that the operating system',
    );
    expect(stderr).toContain(
      `${GLASS}  left unchanged  the operating system does not let it be read or written (EACCES)`,
    );
    expect(stderr).toContain('spaces.md:2:7  fixed  U+00A0 → U+0020');
    expect(stdout + stderr).not.toMatch(/^ +at /m);
  });

  it('does not keep the linter from its work where nothing can be cached', () => {
    const { folder, content } = place();
    const { stdout, stderr, status } = run(folder, 'lint-content', '--content', content);
    expect(stdout).toContain('Nothing to fix');
    expect(stderr).toMatch(/^Nothing was cached: .*cannot be made: this user has no permission \(EACCES\)\. .*\.\n$/);
    expect(status).toBe(0);
  });

  it('is a sentence where nothing can be built', () => {
    const { folder, content } = place();
    const { stdout, stderr, status } = run(folder, 'build', '--content', content, '--out', join(folder, 'dist'));
    expect(stderr).toMatch(/failed: .*cannot be made: this user has no permission \(EACCES\)\. Give this user/);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('is a sentence where a draft cannot be written', () => {
    const { folder, content } = place();
    for (const below of ['en/2026', 'en/2025', 'en']) chmodSync(join(content, 'articles', below), 0o555);
    const { stdout, stderr, status } = run(folder, 'new', 'article', 'The reef', '--content', content);
    expect(stderr).toMatch(/failed: .*cannot be (?:made|opened): this user has no permission \(EACCES\)/);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
    for (const below of ['en', 'en/2025', 'en/2026']) chmodSync(join(content, 'articles', below), 0o755);
    expect(status).toBe(1);
  });
});

describe('a refusal in words', () => {
  const refused = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

  it.each([
    [
      'EROFS',
      { path: '/paper/.cache', syscall: 'mkdir' },
      '/paper/.cache cannot be made: the disk can only be read (EROFS).',
    ],
    [
      'ENOSPC',
      { syscall: 'write' },
      'A file cannot be written: no space is left on the disk (ENOSPC). Make room, and try again.',
    ],
    ['EMFILE', { path: '/a', syscall: 'open' }, '/a cannot be opened: too many files are open (EMFILE).'],
  ])('says what, why and what to do: %s', (code, more, words) => {
    expect(systemRefusal(refused(code, more))?.slice(0, words.length)).toBe(words);
    expect(systemRefusal(new Error('the build failed', { cause: refused(code, more) }))).toContain(`(${code})`);
  });

  it('is not made of a mistake of ours', () => {
    expect(systemRefusal(new TypeError('x is not a function'))).toBeUndefined();
    expect(systemRefusal(refused('ENOENT', { path: '/a' }))).toBeUndefined();
  });
});
