import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../../temporary-folder.ts';
import { PATIENCE } from '../run-script.ts';

/** As `build` and `deploy` have it in package.json. */
const HEAP_OPTION = '--max-semi-space-size=32';

const LOCKFILE = JSON.stringify({ packages: { '': {}, 'node_modules/zod': { version: '4.0.0' } } });

/**
 * A project whose one command prints what it was called with.
 * @param npm a shell script in place of npm; the real one needs a network
 */
function project({ npm = 'exit 1', node = process.version.slice(1), name = 'paper' } = {}) {
  const folder = join(temporaryFolder(), name);
  writeFiles(folder, {
    'scripts/hello.ts':
      'console.log(process.argv.slice(2).join(), process.env["NODE_COMPILE_CACHE"], process.execArgv[0]); process.exit(3);',
    'package.json': JSON.stringify({ type: 'module', dependencies: { node, zod: '4.0.0' } }),
    'package-lock.json': LOCKFILE,
    'node_modules/node/package.json': '{}',
    'node_modules/zod/package.json': '{}',
    'node_modules/.package-lock.json': LOCKFILE,
    'node_modules/.installed-lockfile': createHash('sha256').update(LOCKFILE).digest('hex'),
    'programs/npm': `#!/bin/sh\necho npm "$@" >> npm.log\n${npm}\n`,
  });
  mkdirSync(join(folder, 'scripts/run'));
  for (const file of ['scripts/run.mjs', 'scripts/run/folder-name.cjs'])
    copyFileSync(join(import.meta.dirname, '../../..', file), join(folder, file));
  mkdirSync(join(folder, 'node_modules/node/bin'));
  symlinkSync(process.execPath, join(folder, 'node_modules/node/bin/node'));
  chmodSync(join(folder, 'programs/npm'), 0o755);
  const run = (...words: string[]) =>
    spawnSync(
      process.execPath,
      [HEAP_OPTION, '--require', './scripts/run/folder-name.cjs', 'scripts/run.mjs', ...words],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${join(folder, 'programs')}${delimiter}/bin`,
          NODE_COMPILE_CACHE: '',
          NODE_OF_TEST: process.execPath,
        },
      },
    );
  const npmCalls = () => (existsSync(join(folder, 'npm.log')) ? readFileSync(join(folder, 'npm.log'), 'utf8') : '');
  return { folder, run, npmCalls };
}

describe('the start of a command', PATIENCE, () => {
  it.each([
    ['in the Node that it runs in, if it is the right one', process.version.slice(1)],
    ['in the Node of the project, if it is another', '0.0.0'],
  ])('hands over options, those of Node too, and exit code, %s', (_, node) => {
    const { folder, run, npmCalls } = project({ node });
    const { status, stdout, stderr } = run('hello', '--out', 'x');
    expect(stdout).toBe(`--out,x ${join(folder, 'node_modules/.cache/node')} ${HEAP_OPTION}\n`);
    expect([status, stderr, npmCalls()]).toEqual([3, '', '']);
  });

  it('refuses a command that does not exist', () => {
    const { status, stderr } = project().run('dance');
    expect(stderr).toBe('There is no command “dance”. The README lists the commands.\n');
    expect(status).toBe(2);
  });

  it('installs again what is missing, and says so', () => {
    const { folder, run, npmCalls } = project({
      npm: 'mkdir node_modules/zod; echo {} > node_modules/zod/package.json',
    });
    rmSync(join(folder, 'node_modules/zod'), { recursive: true });
    const { status, stderr } = run('hello');
    expect(stderr).toBe('Installing what the project needs (node_modules/zod/package.json is missing) …\n');
    expect(npmCalls()).toBe('npm ci --no-audit --no-fund --loglevel=error\n');
    expect(status).toBe(3);
  });

  it('installs once after a change of the lockfile, unless npm has done so by hand', () => {
    const { folder, run, npmCalls } = project({ npm: 'true' });
    rmSync(join(folder, 'node_modules/.installed-lockfile'));
    expect([run('hello').stderr, npmCalls()]).toEqual(['', '']);
    rmSync(join(folder, 'node_modules/.installed-lockfile'));
    rmSync(join(folder, 'node_modules/.package-lock.json'));
    expect(run('hello').stderr).toContain('(once, and after each change of package-lock.json)');
    expect(run('hello').stderr).toBe('');
  });

  it('installs again what npm has installed and something has deleted', () => {
    const { folder, run, npmCalls } = project({
      npm: 'mkdir -p node_modules/deep; echo {} > node_modules/deep/package.json',
    });
    const packages = { '': {}, 'node_modules/zod': { version: '4.0.0' }, 'node_modules/deep': { version: '1.0.0' } };
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    expect(run('hello').stderr).toBe('Installing what the project needs (node_modules/deep is missing) …\n');
    expect(npmCalls()).toBe('npm ci --no-audit --no-fund --loglevel=error\n');
    expect(run('hello').stderr).toBe('');
  });

  it.each([
    ['is not there', (node: string) => rmSync(node)],
    ['is an empty file', (node: string) => (rmSync(node), writeFileSync(node, '', { mode: 0o755 }))],
  ])('gets the project’s Node alone if it %s, because install scripts are switched off', (_, spoil) => {
    const { folder, run, npmCalls } = project({
      npm: 'ln -sf "$NODE_OF_TEST" node_modules/node/bin/node',
      node: '0.0.0',
    });
    spoil(join(folder, 'node_modules/node/bin/node'));
    const { status, stderr } = run('hello');
    expect(stderr).toBe(
      'Installing the project’s Node, whose install script npm has left out (“npm rebuild node”) …\n',
    );
    expect(npmCalls()).toBe('npm rebuild node --ignore-scripts=false --loglevel=error\n');
    expect(status).toBe(3);
  });

  it('says what does not load, and what to do', () => {
    const { folder, run } = project();
    writeFileSync(join(folder, 'scripts/hello.ts'), 'import "not-there"; import "zod";');
    const { status, stderr } = run('hello');
    expect(stderr).toMatch(/^A part of the project does not load \(Cannot find package 'not-there'.*try again\.\n$/);
    expect(status).toBe(1);
  });

  it.each(['paper #1', 'p?q', '100%', 'p%20x', 'a*b', 'b\\s', 'say "hi"', 'news 24:7', 'two\nlines'])(
    'refuses a folder named %j with a sentence, before anything else',
    (name) => {
      const { status, stdout, stderr } = project({ name }).run('hello');
      expect(stderr).toMatch(/^The project is in ".*", and "[^ ]+" in a folder’s name is read .* try again\.\n$/);
      expect([status, stdout]).toEqual([1, '']);
    },
  );

  it.each(['my paper', 'periódico', 'p[1]{a,b}', "o'brien", 'p$x;&(1)!', '海', '@p+~^'])(
    'runs in a folder named %j',
    (name) => {
      expect(project({ name }).run('hello')).toMatchObject({ status: 3, stderr: '' });
    },
  );

  it('is the same for every command; what builds has room for young objects', () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const start = '--require ./scripts/run/folder-name.cjs scripts/run.mjs';
    const others = Object.entries(scripts).filter(([, script]) => !script.startsWith(`node ${start} `));
    expect(others).toEqual([
      ['build', `node ${HEAP_OPTION} --initial-old-space-size=800 ${start} build`],
      ['deploy', `node ${HEAP_OPTION} --initial-old-space-size=800 ${start} deploy`],
      ['format', 'prettier --write .'],
    ]);
  });

  it.each([
    ['npm fails', 'exit 1', 'npm ci failed: see its message above. A network or a proxy is the usual cause.\n'],
    ['npm leaves it out', 'true', 'npm ci left out node_modules/node/bin/node, which the project needs. Usually npm'],
  ])('ends with a sentence if a part is missing and %s', (_, npm, sentence) => {
    const { folder, run } = project({ npm });
    rmSync(join(folder, 'node_modules/node'), { recursive: true });
    const { status, stderr } = run('hello');
    expect(stderr).toContain(sentence);
    expect(status).toBe(1);
  });
});
