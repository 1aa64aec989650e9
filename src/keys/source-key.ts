import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#src/disk/files-below.ts';

/** What decides how a newsroom's files are read, apart from the rules. */
const RECORDS = [
  'src/schemas',
  'src/reading',
  'src/newsroom',
  'src/markdown',
  'src/i18n',
  'src/urls.ts',
  'src/picture-urls.ts',
  'src/keys',
  'src/site.config.ts',
];

/**
 * The sources of each kind of work: what was made with other sources is made again. Packages and Node count for every
 * kind.
 */
const SOURCES = {
  /** Compiled: pages, layouts, styles, and the code below them. */
  site: ['src', 'public', 'astro.config.mjs', 'tsconfig.json'],
  /** What reads content. */
  reading: [...RECORDS, 'src/rules'],
  /** What makes records, and an index of them. */
  search: [...RECORDS, 'src/search', 'src/site.ts', 'src/publish/search/make-search-index.ts'],
  /** The form for editors. */
  form: [
    ...RECORDS,
    'src/rules',
    'src/admin',
    'src/writing',
    'src/styles',
    'public/favicon.svg',
    'src/publish/compile/bundle-form.ts',
    'src/publish/compile/mend-cms.ts',
    'src/publish/compile/program-words.ts',
    'src/publish/compile/browser-engine.ts',
  ],
  /** All of it: with the same, the same newsroom makes the same site. */
  everything: ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'scripts'],
  /** What makes pictures. */
  pictures: ['src/pictures/make-picture.ts', 'src/pictures/crop-box.ts'],
  /** What draws cards for other sites; the fonts are a package. */
  cards: ['src/social-cards', 'src/pictures/make-picture.ts', 'src/pictures/crop-box.ts'],
} as const;

const known = new Map<keyof typeof SOURCES, string>();

/**
 * A digest of the sources of one kind of work, 16 hexadecimal digits. Computed once a process: a build uses the sources it
 * started with.
 */
export function sourceKey(kind: keyof typeof SOURCES): string {
  const key = known.get(kind) ?? digestOf(SOURCES[kind]);
  known.set(kind, key);
  return key;
}

/** A digest of Node's version and the installed packages. */
export function packagesKey(): string {
  return hash('sha256', `${process.version}\n${readFileSync('package-lock.json', 'utf8')}`).slice(0, 16);
}

function digestOf(sources: readonly string[]): string {
  const paths = sources
    .flatMap(withoutContent)
    .flatMap((path) => (isFolder(path) ? filesBelow(path).map((file) => join(path, file)) : [path]))
    .filter((path) => !/^src.content.|\.md$/.test(path));
  const digests = paths.map((path) => (existsSync(path) ? `${hash('sha256', readFileSync(path))} ${path}` : ''));
  return hash('sha256', [packagesKey(), ...digests].join('\n')).slice(0, 16);
}

/** The sample newsroom is no source, and may have a folder that cannot be read. */
function withoutContent(path: string): string[] {
  if (path !== 'src') return [path];
  return readdirSync(path)
    .filter((name) => name !== 'content')
    .sort()
    .map((name) => join(path, name));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
