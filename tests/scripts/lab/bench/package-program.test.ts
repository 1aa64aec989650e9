import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageProgram } from '../../../../scripts/lab/bench/package-program.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { PATIENCE } from '../../run-script.ts';

const PROJECT = join(import.meta.dirname, '../../../..');

describe('the program of a package', PATIENCE, () => {
  it.each(['astro', 'pagefind'])('%s can be started by Node and answers with the version told', (name) => {
    const { path, version } = packageProgram(PROJECT, name, name);
    const { stdout, status } = spawnSync(process.execPath, [path, '--version'], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain(version);
  });

  it('of a package with a scope is found in the scope’s folder', () => {
    const folder = temporaryFolder({
      'node_modules/@a/b/package.json': JSON.stringify({ version: '1.2.3', bin: { b: 'run.cjs' } }),
    });
    expect(packageProgram(folder, '@a/b', 'b')).toEqual({
      path: join(folder, 'node_modules/@a/b/run.cjs'),
      version: '1.2.3',
    });
    expect(() => packageProgram(folder, '@a/b', 'c')).toThrow('the package @a/b 1.2.3 has no command “c”');
  });

  it('of a package that is not installed is an error', () => {
    expect(() => packageProgram(temporaryFolder(), 'astro', 'astro')).toThrow('ENOENT');
  });
});
