import { describe, expect, it } from 'vitest';
import { importsOf, pathsBelow, readText, sourceFiles, worldlyQuestions, type Import } from './source-files.ts';

/** What the files under `from` may import: anything under `values`; under `types` only what leaves no trace at run time. */
interface ImportRule {
  from: string;
  values: readonly string[];
  types: readonly string[];
}

/** What editors read, a file for each language: data, which imports nothing. */
const CATALOGUES = ['src/i18n/mistakes/', 'src/i18n/editors/'];

/** Names of lists in the table. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  CATALOGUES,
  GROUND: [
    ...['src/schemas/', 'src/i18n/', 'src/urls.ts', 'src/picture-urls.ts', 'src/outside-urls.ts'],
    'src/written-urls.ts',
    ...['src/keys/digest.ts', 'src/keys/text-number.ts'],
  ],
};

/**
 * Who may import whom: a path, the values that the files under it may import, and behind | what they may import of types
 * alone. A line that is further in goes on with the one above. The first row whose path begins a file's path counts.
 */
const IMPORT_TABLE: readonly ImportRule[] = importRules(`
  # Ground floor.
  src/schemas/site-zone.ts: src/schemas/ src/site.config.ts
  src/schemas/locale.ts: src/site.config.ts
  src/schemas/: src/schemas/ CATALOGUES zod fastest-levenshtein
  src/i18n/: src/i18n/ src/schemas/
  src/urls.ts: src/schemas/
  src/picture-urls.ts: | src/schemas/ src/urls.ts
  src/outside-urls.ts: | src/schemas/
  src/written-urls.ts: src/urls.ts
  src/keys/digest.ts: node:crypto
  src/keys/text-number.ts:
  src/keys/: src/disk/ node:
  src/disk/: src/disk/ node:
  src/site.config.ts: | src/schemas/site.ts zod
  src/site.ts: src/schemas/ src/site.config.ts
  src/build-settings.ts: src/schemas/ node:path
  src/content.config.ts: src/schemas/ src/reading/ astro:content zod | src/newsroom/ astro/loaders
  # First floor.
  src/events/: GROUND src/events/
  src/markdown/: src/markdown/ src/i18n/ src/schemas/ src/urls.ts src/written-urls.ts satteri
      hast-util-to-html entities/
  src/newsroom/load-edition.ts: GROUND src/events/ src/newsroom/ src/reading/ src/rules/ src/build-settings.ts
      src/site.ts astro:content
  src/newsroom/: GROUND src/events/ src/newsroom/
  src/rules/: GROUND src/events/ src/rules/ src/newsroom/ src/markdown/ fastest-levenshtein | zod
  src/reading/: src/reading/ src/build-settings.ts src/site.ts src/rules/ src/schemas/ src/newsroom/ src/markdown/
      src/keys/ src/disk/ node: js-yaml sharp yaml | astro/loaders
  src/writing/: src/writing/ src/schemas/ src/i18n/ entities/
  # Second floor: each of the outlets stands alone.
  src/pictures/renditions.ts: src/picture-urls.ts | src/newsroom/ src/schemas/
  src/pictures/cached-rendition.ts: src/pictures/ src/picture-urls.ts src/reading/content-path.ts
      src/reading/picture-digest.ts node:
  src/pictures/picture-cache.ts: src/picture-urls.ts src/keys/ src/disk/checksummed-file.ts node:
  src/pictures/: src/schemas/ src/pictures/ src/picture-urls.ts sharp
  src/social-cards/draw-card.ts: src/social-cards/ src/i18n/ src/pictures/make-picture.ts node: @takumi-rs/core
      sharp | src/schemas/
  src/social-cards/: GROUND src/social-cards/ src/pictures/renditions.ts | src/newsroom/ @takumi-rs/core
  src/seo/: GROUND src/seo/ src/events/ src/newsroom/ src/pictures/renditions.ts src/social-cards/social-picture.ts
      entities/ | @astrojs/sitemap schema-dts
  src/hosting/: GROUND src/hosting/ src/newsroom/
  src/calendars/incoming/: GROUND src/calendars/incoming/ src/events/ src/newsroom/ src/writing/ turndown
  src/calendars/: GROUND src/calendars/ src/events/ src/newsroom/
  src/syndication/: GROUND src/syndication/ src/newsroom/ src/markdown/ src/pictures/renditions.ts entities/
  src/newsletter/: GROUND src/newsletter/ src/events/ src/newsroom/ src/markdown/ src/pictures/renditions.ts
      src/syndication/ entities/ @css-inline/css-inline
  src/feeds/: GROUND src/feeds/ src/syndication/ src/events/ src/newsroom/ src/markdown/ src/pictures/renditions.ts
      entities/ @astrojs/rss
  src/status/: GROUND src/status/ node:crypto entities/ zod
  src/search/search-record.ts: GROUND src/search/ src/newsroom/ src/markdown/
  src/search/chunks.ts: GROUND src/search/ src/newsroom/ node:crypto
  src/search/indexed-events.ts: src/search/ src/newsroom/ src/events/
  src/search/short-hash.ts: node:crypto
  src/search/chunk-words.ts: src/search/
  src/search/index-words.ts: GROUND src/search/
  src/search/make-index.ts: GROUND src/search/
  src/search/make-lexicon.ts: GROUND src/search/
  src/search/stems.ts: src/schemas/plain-letters.ts stemmer
  src/search/grams.ts: src/search/ src/keys/text-number.ts
  src/search/lexicon-format.ts: src/search/ src/keys/text-number.ts
  # The rest of the search runs in a reader's browser.
  src/search/: src/search/
  src/maps/coasts.ts: src/maps/ node: topojson-client | topojson-specification
  src/maps/: src/maps/ d3-geo | geojson
  src/page-data/: GROUND src/page-data/ src/events/ src/newsroom/ src/pictures/renditions.ts src/seo/
      src/social-cards/social-picture.ts src/social-cards/drawable-text.ts | src/social-cards/
  # Third floor: props only.
  src/components/search/SearchPanel.astro: src/i18n/ src/components/ src/search/search-state.ts
      src/search/search-texts.ts src/search/search-page.client.ts | src/page-data/
  src/components/head/: src/hosting/content-security-policy.ts src/seo/json-ld/graph.ts src/urls.ts
      @fontsource/faustina/ | src/seo/
  src/components/: src/components/ src/i18n/ src/pictures/renditions.ts src/urls.ts astro:assets | src/page-data/
      src/seo/ src/schemas/
  src/layouts/: src/layouts/ src/components/ src/styles/ src/i18n/ astro:assets | src/page-data/ src/seo/
      src/hosting/ src/schemas/ src/markdown/picture-figures.ts src/newsroom/newsroom.ts
  # The attic and the terminal.
  src/publish/render/renderer.ts: src/publish/render/ src/newsroom/load-edition.ts astro/app/entrypoint astro/fetch
      astro/runtime/server/index.js | astro src/newsroom/
  src/publish/: GROUND src/publish/ src/keys/ src/disk/ src/admin/form-page.ts src/build-settings.ts src/site.ts
      src/newsroom/ src/reading/ src/rules/ src/hosting/ src/search/ src/seo/ src/pictures/ src/social-cards/
      src/page-data/social-pictures.ts node: @astrojs/sitemap astro vite
  src/pages/: src/newsroom/load-edition.ts src/page-data/ src/layouts/ src/markdown/ src/calendars/ src/feeds/
      src/hosting/ src/maps/ src/pictures/cached-rendition.ts src/seo/json-ld/ src/syndication/
      src/seo/news-sitemap.ts src/seo/robots.ts src/urls.ts @astrojs/rss | astro src/newsroom/newsroom.ts
  src/integrations/: GROUND src/integrations/ src/publish/ src/keys/ src/disk/ src/pictures/ src/build-settings.ts
      src/site.ts src/newsroom/ src/reading/ src/seo/ src/hosting/ node: sirv @astrojs/sitemap | astro
  src/admin/: src/status/ GROUND src/admin/ src/writing/ src/newsroom/ src/markdown/body-facts.ts
      src/markdown/picture-title.ts src/pictures/crop-box.ts src/reading/front-matter.ts
      src/reading/links-to-resolve.ts src/reading/mend-front-matter.ts src/reading/place-of-file.ts
      src/reading/position-at.ts src/reading/split-front-matter.ts src/reading/text-to-check.ts src/rules/
      @sveltia/cms entities/
  scripts/shared/: src/disk/is-running.ts src/status/ scripts/shared/ src/urls.ts src/publish/ src/schemas/
      src/hosting/ node: zod picocolors sirv playwright-core | src/reading/ src/newsroom/
  scripts/: GROUND scripts/ src/admin/ src/disk/ src/keys/ src/publish/ src/build-settings.ts src/site.ts
      src/site.config.ts src/newsroom/ src/reading/ src/hosting/ src/writing/ src/calendars/incoming/ src/rules/
      src/markdown/html-entities.ts src/markdown/special-spaces.ts src/pictures/ src/status/ src/search/
      src/newsletter/ node: astro entities/ minisearch nodemailer pagefind picocolors playwright-core sharp zod
`);

function importRules(table: string): ImportRule[] {
  const rows = table
    .replaceAll(/^ *#.*\n/gm, '')
    .replaceAll(/\n {4,}/g, ' ')
    .trim();
  const wordsOf = (text: string) => text.split(' ').filter(Boolean);
  return rows.split('\n').map((row) => {
    const [, from = '', values = '', types = ''] = /^ *(\S+):(?: ([^|]*))?(?:\|(.*))?$/.exec(row) ?? [];
    return {
      from,
      values: wordsOf(values).flatMap((name) => LISTS[name] ?? name),
      types: wordsOf(types),
    };
  });
}

/** Doors that open to few, wherever the table would let others through. */
const DOORS: readonly { door: string; openTo: readonly string[] }[] = [
  { door: 'src/newsroom/load-edition.ts', openTo: ['src/pages/', 'src/publish/render/renderer.ts'] },
  { door: 'src/reading/newsroom-loader.ts', openTo: ['src/content.config.ts'] },
  { door: 'astro:content', openTo: ['src/newsroom/load-edition.ts', 'src/content.config.ts'] },
];

/** Floors on which clock, chance and environment are arguments. */
const PURE = [
  ...['schemas', 'i18n', 'events', 'newsroom', 'rules', 'markdown', 'writing', 'page-data', 'seo', 'calendars'],
  ...['feeds', 'newsletter', 'syndication', 'hosting', 'search', 'maps'],
  ...['urls.ts', 'picture-urls.ts', 'outside-urls.ts', 'written-urls.ts'],
];
const MOST_LINES = 350;
const MOST_LINES_OF_A_PAGE = 30;
const MOST_LINES_OF_A_README = 30;
/** As long as the schemas make it, and read by nobody but the form. */
const GENERATED = 'src/admin/generated/';

/** Templates of other site generators, for comparison: projects of their own, copied elsewhere before they are used. */
const isOtherProject = (path: string) => /^scripts\/lab\/bench\/peers\/\w+\//.test(path);

const files = [...sourceFiles('src'), ...sourceFiles('scripts')].filter(({ path }) => !isOtherProject(path));
const paths = [...pathsBelow('src'), ...pathsBelow('scripts')].filter((path) => !path.startsWith('src/content/'));
const rooms = pathsBelow('src').filter((path) => /^src\/[\w-]+\/$/.test(path));

/** `zod` covers `zod` alone, `node:` and `src/i18n/` whatever begins so. */
const covers = (allowed: string, target: string) =>
  /[:/]$/.test(allowed) ? target.startsWith(allowed) : target === allowed;

function offence(path: string, { specifier, target, isType }: Import): string | undefined {
  const shown = `${path} imports ${isType ? 'the types of ' : ''}${specifier}`;
  const door = DOORS.find((candidate) => candidate.door === target);
  if (door && !door.openTo.some((from) => path.startsWith(from)))
    return `${shown}: open only to ${door.openTo.join(', ')}`;
  const rule = IMPORT_TABLE.find(({ from }) => path.startsWith(from));
  if (!rule) return `${path} stands in no room of the table`;
  const allowed = isType ? [...rule.values, ...rule.types] : rule.values;
  if (allowed.some((prefix) => covers(prefix, target))) return undefined;
  return `${shown}: ${rule.from} may import ${allowed.join(', ') || 'nothing'}`;
}

/** `src/newsroom`, `scripts`; the files at the top of src belong to the house as a whole. */
const roomOf = (path: string) =>
  path.startsWith('src/') ? path.split('/').slice(0, -1).slice(0, 2).join('/') : 'scripts';

/** A command's file and folder have one name: `scripts/deploy.ts`, `scripts/deploy/`. */
const commandOf = (path: string) => /^scripts\/([\w-]+)/.exec(path)?.[1];

const linesOf = (text: string) => text.trimEnd().split('\n').length;

describe('the reader of imports', () => {
  it('sees every way of importing', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '#src/b/b.ts';",
      "export * from '../c.ts';",
      "export type { D } from './d.ts';",
      "import './e.css';",
      "const f = await import('./f.ts');",
      "type G = import('./g.ts').G;",
      "// import './not-this.ts'",
      'const text = "import \'./nor-this.ts\'";',
    ].join('\n');
    expect(
      importsOf('src/room/x.ts', text).map(({ target, isType }) => `${target} ${isType ? 'type' : 'value'}`),
    ).toEqual([
      'src/room/a.ts value',
      'src/b/b.ts type',
      'src/c.ts value',
      'src/room/d.ts type',
      'src/room/e.css value',
      'src/room/f.ts value',
      'src/room/g.ts type',
    ]);
  });

  it('looks into an Astro component’s front matter and scripts, not its text', () => {
    const text =
      "---\nimport A from './A.astro';\n---\n<p>import './b.ts'</p>\n<script>\n  import './c.ts';\n</script>\n";
    expect(importsOf('src/components/X.astro', text).map(({ target }) => target)).toEqual([
      'src/components/A.astro',
      'src/components/c.ts',
    ]);
  });

  it('sees a question to the clock in code and not in comments', () => {
    const text =
      '// new Date()\nconst a = [new Date(), new Date(0), new Date, Date.now(), Math.random(), process.env];';
    expect(worldlyQuestions('src/x.ts', text)).toEqual([
      'new Date()',
      'new Date',
      'Date.now',
      'Math.random',
      'process.env',
    ]);
  });

  it.each([
    ['src/schemas/article.ts', { specifier: '#src/urls.ts', target: 'src/urls.ts', isType: false }],
    ['src/components/A.astro', { specifier: '#src/seo/head.ts', target: 'src/seo/head.ts', isType: false }],
    ['src/feeds/rss.ts', { specifier: '#src/seo/head.ts', target: 'src/seo/head.ts', isType: true }],
    ['src/seo/a.ts', { specifier: 'astro:content', target: 'astro:content', isType: true }],
    [
      'scripts/a.ts',
      { specifier: '#src/newsroom/load-edition.ts', target: 'src/newsroom/load-edition.ts', isType: false },
    ],
    ['src/lost/a.ts', { specifier: 'zod', target: 'zod', isType: false }],
  ])('finds fault with %s where it crosses a wall', (path, imported) => {
    expect(offence(path, imported)).toContain(path);
  });
});

describe('the house', () => {
  it('imports only go downstairs, and through doors that are open', () => {
    const found = files.flatMap(({ path, imports }) => imports.flatMap((imported) => offence(path, imported) ?? []));
    expect(found).toEqual([]);
  });

  /** What the search takes from elsewhere, none of which brings anything with it. */
  const ALSO_IN_BROWSER = ['stemmer', 'src/schemas/plain-letters.ts', 'src/keys/text-number.ts'];

  it('the search in a reader’s browser brings nothing of the newsroom with it', () => {
    const reached = new Set<string>();
    const walk = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      const imports = files.find((file) => file.path === path)?.imports ?? [];
      for (const { target, isType } of imports) if (!isType) walk(target);
    };
    walk('src/search/search-page.client.ts');
    expect([...reached].filter((path) => !path.startsWith('src/search/') && !ALSO_IN_BROWSER.includes(path))).toEqual(
      [],
    );
    for (const name of ['search-record', 'chunks', 'make-index'])
      expect(reached).not.toContain(`src/search/${name}.ts`);
  });

  it('imports are relative inside a room and begin with #src/ where they leave it', () => {
    const found = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('.') || specifier.startsWith('#'))
        .filter(({ specifier, target }) => {
          const isOwnRoom = target.startsWith(`${roomOf(path)}/`);
          return specifier.startsWith('#') ? isOwnRoom && roomOf(path) !== 'src' : !isOwnRoom;
        })
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(found).toEqual([]);
  });

  it('a command uses its own parts and the shared ones, not those of another command', () => {
    const found = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => commandOf(target) && path.startsWith('scripts/'))
        .filter(({ target }) => ![commandOf(path), 'shared'].includes(commandOf(target)))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(found).toEqual([]);
  });

  it('every import names a file that exists, with its extension', () => {
    const known = new Set([...pathsBelow('src'), ...pathsBelow('scripts')]);
    const found = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => /^(?:src|scripts)\//.test(target) && !known.has(target))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(found).toEqual([]);
  });

  it('has no barrels and no drawers', () => {
    expect(paths.filter((path) => /\/index\.(?:ts|mjs)$/.test(path))).toEqual([]);
    expect(paths.filter((path) => /\/(?:utils?|libs?|helpers?|common|core|types)(?:\/|\.ts)$/.test(path))).toEqual([]);
  });

  it.each([...rooms, 'scripts/'])('%s says in a README of at most 30 lines what it is for', (room) => {
    // Astro makes a page of every Markdown file in pages/ whose name does not begin with an underscore.
    const name = room === 'src/pages/' ? '_README.md' : 'README.md';
    const lines = pathsBelow(room.slice(0, -1)).includes(`${room}${name}`) ? linesOf(readText(`${room}${name}`)) : 0;
    expect(lines, `lines of ${room}${name}`).toBeGreaterThan(2);
    expect(lines, `lines of ${room}${name}`).toBeLessThanOrEqual(MOST_LINES_OF_A_README);
  });

  it('nothing in pages/ becomes an address by accident', () => {
    const texts = paths.filter((path) => path.startsWith('src/pages/') && /\.(?:md|mdx|html)$/.test(path));
    expect(texts.filter((path) => !/\/_[^/]+$/.test(path))).toEqual([]);
  });

  it('clock, chance and environment are arguments below the third floor', () => {
    const found = files
      .filter(({ path }) => PURE.some((room) => path === `src/${room}` || path.startsWith(`src/${room}/`)))
      .filter(({ path }) => !path.endsWith('.client.ts') && path !== 'src/newsroom/load-edition.ts')
      .flatMap(({ path, text }) => worldlyQuestions(path, text).map((question) => `${path} asks ${question}`));
    expect(found).toEqual([]);
  });

  it(`no file has more than ${MOST_LINES} lines`, () => {
    const found = paths
      .filter(
        (path) =>
          /\.(?:ts|mjs|astro|css|json)$/.test(path) &&
          ![GENERATED, ...CATALOGUES].some((folder) => path.startsWith(folder)),
      )
      .map((path) => ({ path, lines: linesOf(readText(path)) }))
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ path, lines }) => `${path} has ${lines} lines`);
    expect(found).toEqual([]);
  });

  it(`a page has at most ${MOST_LINES_OF_A_PAGE} lines: it names its data and its layout`, () => {
    const found = files
      .filter(({ path, text }) => path.startsWith('src/pages/') && linesOf(text) > MOST_LINES_OF_A_PAGE)
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });
});
