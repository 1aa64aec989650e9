import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pathsBelow, readText } from './source-files.ts';

const versions = z.record(z.string(), z.string()).default({});

const manifest = z
  .object({ dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(readText('package.json')));

/** A lockfile of npm: the place of each package, what it is, and what it asks for. */
const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        optional: z.boolean().optional(),
        os: z.array(z.string()).optional(),
        cpu: z.array(z.string()).optional(),
        dependencies: versions,
        optionalDependencies: versions,
      }),
    ),
  })
  .parse(JSON.parse(readText('package-lock.json')));

/** The places where Node looks for a package that the one at `place` asks for, nearest first. */
function placesFor(place: string, name: string): string[] {
  const folders = place.split('node_modules/').slice(0, -1);
  const above = folders.map((_, depth) => folders.slice(0, depth + 1).join('node_modules/')).toReversed();
  return [...(place ? [`${place}/`] : []), ...above].map((folder) => `${folder}node_modules/${name}`);
}

describe('the packages', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };

  it('have exact versions', () => {
    expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('have each its reason in the README', () => {
    const [, table = ''] = readText('README.md').split('## What it is built on');
    const reasoned = new Set(table.split(/[\s,|:*]+/));
    const isReasoned = (name: string) =>
      reasoned.has(name) || (name.startsWith('@types/') && table.includes('@types/*'));
    expect(Object.keys(asked).filter((name) => !isReasoned(name))).toEqual([]);
  });

  // A registry that lacks the package for another system makes npm leave it out of the lockfile without a word, and the
  // next `npm ci` refuses the lockfile. The entry has to be written by hand then: version, os, cpu.
  it('are in the lockfile for every system, also those this machine is not', () => {
    const missing = Object.entries(lockfile.packages).flatMap(([place, { optionalDependencies }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesFor(place, name).some((candidate) => candidate in lockfile.packages))
        .map((name) => `${place} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });

  // npm installs the named version of an entry without a checksum, unchecked. That is right only for entries that had to be written by hand.
  it('are known by their checksums, but for some of other systems', () => {
    const unchecked = Object.entries(lockfile.packages).filter(([place, { integrity }]) => place && !integrity);
    expect(unchecked.filter(([, { optional, os, cpu }]) => !optional || !(os ?? cpu))).toEqual([]);
    expect(unchecked.filter(([, { os = [], cpu = [] }]) => os.includes('linux') && cpu.includes('x64'))).toEqual([]);
  });

  it('come in the one version that an exact wish names', () => {
    const wrong = Object.entries(lockfile.packages).flatMap(([place, { optionalDependencies }]) =>
      Object.entries(optionalDependencies)
        .filter(([, version]) => /^\d+\.\d+\.\d+$/.test(version))
        .flatMap(([name, version]) => {
          const found = placesFor(place, name).find((candidate) => candidate in lockfile.packages);
          const there = found && lockfile.packages[found]?.version;
          return there === version ? [] : [`${place} asks for ${name} ${version} and gets ${there}`];
        }),
    );
    expect(wrong).toEqual([]);
  });

  it('are named in the lockfile without the registry they came from', () => {
    expect(Object.values(lockfile.packages).filter(({ resolved }) => resolved)).toEqual([]);
  });
});

describe('the workflows', () => {
  it('pin every action to a commit, and say which version that is', () => {
    const uses = pathsBelow('.github')
      .filter((path) => path.endsWith('.yml'))
      .flatMap((path) => readText(path).match(/uses: (?!\.\/).*/g) ?? []);
    expect(uses.length).toBeGreaterThan(2);
    expect(uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });
});
