import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { withoutProgress } from '../scripts/without-progress.ts';
import { NOW, PROJECT } from './build-sites.ts';
import { readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';
import { sharedFolder } from '../temporary-folder.ts';

const folder = sharedFolder();

const SOURCES = ['src', 'public', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Builds the newsroom in a copy of the project, in a process of its own. @returns what it printed */
function buildIn(place: string): string {
  const options = ['scripts/build.ts', '--content', '../content', '--out', '../site', '--now', NOW];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, {
    cwd: join(place, 'project'),
    encoding: 'utf8',
    env: plainEnvironment(process.env),
  });
  expect([status, withoutProgress(stderr)]).toEqual([0, '']);
  return stdout;
}

/** What is in a folder: what was made anew has another inode. */
function inodesIn(path: string): string[] {
  return readdirSync(path).map((name) => `${name} ${statSync(join(path, name)).ino}`);
}

describe('a project that was restored in another folder, with its cache and its site', () => {
  it(
    'reuses compiled templates, pages and search index, as continuous integration needs it',
    { timeout: 600_000 },
    () => {
      const [first, second] = [join(folder, 'first'), join(folder, "the editor's $& $1 ñandú (2) [b]")];
      for (const name of SOURCES) cpSync(join(PROJECT, name), join(first, 'project', name), { recursive: true });
      cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), join(first, 'content'), { recursive: true });
      symlinkSync(join(PROJECT, 'node_modules'), join(first, 'project/node_modules'));
      // Compiled already for the other tests of this folder.
      const compiled = '.cache/compiled';
      if (existsSync(join(PROJECT, compiled)))
        cpSync(join(PROJECT, compiled), join(first, 'project', compiled), { recursive: true });
      expect(buildIn(first)).toContain(' 0 reused');

      cpSync(first, second, { recursive: true, verbatimSymlinks: true });
      rmSync(join(first, 'project'), { recursive: true });
      const templates = inodesIn(join(second, 'project', compiled));
      expect(buildIn(second)).toContain('Rendered because: 3 made at every build\n');
      expect(inodesIn(join(second, 'project', compiled))).toEqual(templates);
      const programs = globSync(join('project', compiled, '**/*.mjs'), { cwd: second });
      expect(programs.length).toBeGreaterThan(5);
      expect(programs.filter((file) => readFileSync(join(second, file), 'utf8').includes(`${first}/`))).toEqual([]);
      expect(differences(readSite(join(first, 'site')), readSite(join(second, 'site')))).toEqual([]);
    },
  );
});
