import { describe, expect, it } from 'vitest';
import { importsOf, pathsBelow, readText, sourceFiles, worldlyQuestions, type Import } from './source-files.ts';

/** What the files under `from` may import: anything under `values`; under `types` only what leaves no trace at run time. */
interface ImportRule {
  from: string;
  values: readonly string[];
  types?: readonly string[];
}

/** What editors read, a file for each language: data, which imports nothing. */
const CATALOGUES = ['src/i18n/mistakes/', 'src/i18n/editors/'];

const GROUND = [
  ...['src/schemas/', 'src/i18n/', 'src/urls.ts', 'src/picture-urls.ts', 'src/outside-urls.ts'],
  ...['src/keys/digest.ts', 'src/keys/text-number.ts'],
];

/** Who may import whom. The first line whose `from` begins a file's path counts. */
const IMPORT_TABLE: readonly ImportRule[] = [
  // Ground floor.
  { from: 'src/schemas/site-zone.ts', values: ['src/schemas/', 'src/site.config.ts'] },
  { from: 'src/schemas/locale.ts', values: ['src/site.config.ts'] },
  { from: 'src/schemas/', values: ['src/schemas/', ...CATALOGUES, 'zod', 'fastest-levenshtein'] },
  { from: 'src/i18n/', values: ['src/i18n/', 'src/schemas/'] },
  { from: 'src/urls.ts', values: ['src/schemas/'] },
  { from: 'src/picture-urls.ts', values: [], types: ['src/schemas/', 'src/urls.ts'] },
  { from: 'src/outside-urls.ts', values: [], types: ['src/schemas/'] },
  { from: 'src/keys/digest.ts', values: ['node:crypto'] },
  { from: 'src/keys/text-number.ts', values: [] },
  { from: 'src/keys/', values: ['src/disk/', 'node:'] },
  { from: 'src/disk/', values: ['src/disk/', 'node:'] },
  { from: 'src/site.config.ts', values: [], types: ['src/schemas/site.ts', 'zod'] },
  { from: 'src/site.ts', values: ['src/schemas/', 'src/site.config.ts'] },
  { from: 'src/build-settings.ts', values: ['src/schemas/', 'node:path'] },
  {
    from: 'src/content.config.ts',
    values: ['src/schemas/', 'src/reading/', 'astro:content', 'zod'],
    types: ['src/newsroom/', 'astro/loaders'],
  },
  // First floor.
  { from: 'src/events/', values: [...GROUND, 'src/events/'] },
  {
    from: 'src/markdown/',
    values: ['src/markdown/', 'src/i18n/', 'src/schemas/', 'src/urls.ts', 'satteri', 'hast-util-to-html', 'entities/'],
  },
  {
    from: 'src/newsroom/load-edition.ts',
    values: [
      ...GROUND,
      'src/events/',
      'src/newsroom/',
      'src/reading/',
      'src/rules/',
      'src/build-settings.ts',
      'src/site.ts',
      'astro:content',
    ],
  },
  { from: 'src/newsroom/', values: [...GROUND, 'src/events/', 'src/newsroom/'] },
  {
    from: 'src/rules/',
    values: [...GROUND, 'src/events/', 'src/rules/', 'src/newsroom/', 'src/markdown/', 'fastest-levenshtein'],
    types: ['zod'],
  },
  {
    from: 'src/reading/',
    values: [
      'src/reading/',
      'src/build-settings.ts',
      'src/site.ts',
      'src/rules/',
      'src/schemas/',
      'src/newsroom/',
      'src/markdown/',
      'src/keys/',
      'src/disk/',
      'node:',
      'js-yaml',
      'sharp',
      'yaml',
    ],
    types: ['astro/loaders'],
  },
  { from: 'src/writing/', values: ['src/writing/', 'src/schemas/', 'src/i18n/', 'entities/'] },
  // Second floor: each of the outlets stands alone.
  { from: 'src/pictures/renditions.ts', values: ['src/picture-urls.ts'], types: ['src/newsroom/', 'src/schemas/'] },
  {
    from: 'src/pictures/cached-rendition.ts',
    values: [
      'src/pictures/',
      'src/picture-urls.ts',
      'src/reading/content-path.ts',
      'src/reading/picture-digest.ts',
      'node:',
    ],
  },
  {
    from: 'src/pictures/picture-cache.ts',
    values: ['src/picture-urls.ts', 'src/keys/', 'src/disk/checksummed-file.ts', 'node:'],
  },
  { from: 'src/pictures/', values: ['src/schemas/', 'src/pictures/', 'src/picture-urls.ts', 'sharp'] },
  {
    from: 'src/social-cards/draw-card.ts',
    values: ['src/social-cards/', 'src/i18n/', 'src/pictures/make-picture.ts', 'node:', '@takumi-rs/core', 'sharp'],
    types: ['src/schemas/'],
  },
  {
    from: 'src/social-cards/',
    values: [...GROUND, 'src/social-cards/', 'src/pictures/renditions.ts'],
    types: ['src/newsroom/', '@takumi-rs/core'],
  },
  {
    from: 'src/seo/',
    values: [
      ...GROUND,
      'src/seo/',
      'src/events/',
      'src/newsroom/',
      'src/pictures/renditions.ts',
      'src/social-cards/social-picture.ts',
      'entities/',
    ],
    types: ['@astrojs/sitemap', 'schema-dts'],
  },
  { from: 'src/hosting/', values: [...GROUND, 'src/hosting/', 'src/newsroom/'] },
  {
    from: 'src/calendars/incoming/',
    values: [...GROUND, 'src/calendars/incoming/', 'src/events/', 'src/newsroom/', 'src/writing/', 'turndown'],
  },
  { from: 'src/calendars/', values: [...GROUND, 'src/calendars/', 'src/events/', 'src/newsroom/'] },
  {
    from: 'src/syndication/',
    values: [
      ...GROUND,
      'src/syndication/',
      'src/newsroom/',
      'src/markdown/',
      'src/pictures/renditions.ts',
      'entities/',
    ],
  },
  {
    from: 'src/newsletter/',
    values: [
      ...GROUND,
      'src/newsletter/',
      'src/events/',
      'src/newsroom/',
      'src/markdown/',
      'src/pictures/renditions.ts',
      'src/syndication/',
      'entities/',
      '@css-inline/css-inline',
    ],
  },
  {
    from: 'src/feeds/',
    values: [
      ...GROUND,
      'src/feeds/',
      'src/syndication/',
      'src/events/',
      'src/newsroom/',
      'src/markdown/',
      'src/pictures/renditions.ts',
      'entities/',
      '@astrojs/rss',
    ],
  },
  { from: 'src/status/', values: [...GROUND, 'src/status/', 'node:crypto', 'entities/', 'zod'] },
  { from: 'src/search/search-record.ts', values: [...GROUND, 'src/search/', 'src/newsroom/', 'src/markdown/'] },
  { from: 'src/search/chunks.ts', values: [...GROUND, 'src/search/', 'src/newsroom/', 'node:crypto'] },
  { from: 'src/search/indexed-events.ts', values: ['src/search/', 'src/newsroom/', 'src/events/'] },
  { from: 'src/search/short-hash.ts', values: ['node:crypto'] },
  { from: 'src/search/chunk-words.ts', values: ['src/search/'] },
  { from: 'src/search/index-words.ts', values: [...GROUND, 'src/search/'] },
  { from: 'src/search/make-index.ts', values: [...GROUND, 'src/search/'] },
  { from: 'src/search/make-lexicon.ts', values: [...GROUND, 'src/search/'] },
  { from: 'src/search/stems.ts', values: ['src/schemas/plain-letters.ts', 'stemmer'] },
  { from: 'src/search/grams.ts', values: ['src/search/', 'src/keys/text-number.ts'] },
  { from: 'src/search/lexicon-format.ts', values: ['src/search/', 'src/keys/text-number.ts'] },
  // The rest of the search runs in a reader's browser.
  { from: 'src/search/', values: ['src/search/'] },
  {
    from: 'src/maps/coasts.ts',
    values: ['src/maps/', 'node:', 'topojson-client'],
    types: ['topojson-specification'],
  },
  { from: 'src/maps/', values: ['src/maps/', 'd3-geo'], types: ['geojson'] },
  {
    from: 'src/page-data/',
    values: [
      ...GROUND,
      'src/page-data/',
      'src/events/',
      'src/newsroom/',
      'src/pictures/renditions.ts',
      'src/seo/',
      'src/social-cards/social-picture.ts',
      'src/social-cards/drawable-text.ts',
    ],
    types: ['src/social-cards/'],
  },
  // Third floor: props only.
  {
    from: 'src/components/search/SearchPanel.astro',
    values: [
      'src/i18n/',
      'src/components/',
      'src/search/search-state.ts',
      'src/search/search-texts.ts',
      'src/search/search-page.client.ts',
    ],
    types: ['src/page-data/'],
  },
  {
    from: 'src/components/head/',
    values: [
      'src/hosting/content-security-policy.ts',
      'src/seo/json-ld/graph.ts',
      'src/urls.ts',
      '@fontsource/faustina/',
    ],
    types: ['src/seo/'],
  },
  {
    from: 'src/components/',
    values: ['src/components/', 'src/i18n/', 'src/pictures/renditions.ts', 'src/urls.ts', 'astro:assets'],
    types: ['src/page-data/', 'src/seo/', 'src/schemas/'],
  },
  {
    from: 'src/layouts/',
    values: ['src/layouts/', 'src/components/', 'src/styles/', 'src/i18n/', 'astro:assets'],
    types: [
      'src/page-data/',
      'src/seo/',
      'src/hosting/',
      'src/schemas/',
      'src/markdown/picture-figures.ts',
      'src/newsroom/newsroom.ts',
    ],
  },
  // The attic and the terminal.
  {
    from: 'src/publish/render/renderer.ts',
    values: [
      'src/publish/render/',
      'src/newsroom/load-edition.ts',
      'astro/app/entrypoint',
      'astro/fetch',
      'astro/runtime/server/index.js',
    ],
    types: ['astro', 'src/newsroom/'],
  },
  {
    from: 'src/publish/',
    values: [
      ...GROUND,
      'src/publish/',
      'src/keys/',
      'src/disk/',
      'src/admin/form-page.ts',
      'src/build-settings.ts',
      'src/site.ts',
      'src/newsroom/',
      'src/reading/',
      'src/rules/',
      'src/hosting/',
      'src/search/',
      'src/seo/',
      'src/pictures/',
      'src/social-cards/',
      'src/page-data/social-pictures.ts',
      'node:',
      '@astrojs/sitemap',
      'astro',
      'vite',
    ],
  },
  {
    from: 'src/pages/',
    values: [
      'src/newsroom/load-edition.ts',
      'src/page-data/',
      'src/layouts/',
      'src/markdown/',
      'src/calendars/',
      'src/feeds/',
      'src/hosting/',
      'src/maps/',
      'src/pictures/cached-rendition.ts',
      'src/seo/json-ld/',
      'src/syndication/',
      'src/seo/news-sitemap.ts',
      'src/seo/robots.ts',
      'src/urls.ts',
      '@astrojs/rss',
    ],
    types: ['astro', 'src/newsroom/newsroom.ts'],
  },
  {
    from: 'src/integrations/',
    values: [
      ...GROUND,
      'src/integrations/',
      'src/publish/',
      'src/keys/',
      'src/disk/',
      'src/pictures/',
      'src/build-settings.ts',
      'src/site.ts',
      'src/newsroom/',
      'src/reading/',
      'src/seo/',
      'src/hosting/',
      'node:',
      'sirv',
      '@astrojs/sitemap',
    ],
    types: ['astro'],
  },
  {
    from: 'src/admin/',
    values: [
      'src/status/',
      ...GROUND,
      'src/admin/',
      'src/writing/',
      'src/newsroom/',
      'src/markdown/body-facts.ts',
      'src/markdown/picture-title.ts',
      'src/pictures/crop-box.ts',
      'src/reading/front-matter.ts',
      'src/reading/links-to-resolve.ts',
      'src/reading/mend-front-matter.ts',
      'src/reading/place-of-file.ts',
      'src/reading/position-at.ts',
      'src/reading/split-front-matter.ts',
      'src/reading/text-to-check.ts',
      'src/rules/',
      '@sveltia/cms',
      'entities/',
    ],
  },
  {
    from: 'scripts/shared/',
    values: [
      'src/disk/is-running.ts',
      'src/status/',
      'scripts/shared/',
      'src/urls.ts',
      'src/publish/',
      'src/schemas/',
      'src/hosting/',
      'node:',
      'zod',
      'picocolors',
      'sirv',
      'playwright-core',
    ],
    types: ['src/reading/', 'src/newsroom/'],
  },
  {
    from: 'scripts/',
    values: [
      ...GROUND,
      'scripts/',
      'src/admin/',
      'src/disk/',
      'src/keys/',
      'src/publish/',
      'src/build-settings.ts',
      'src/site.ts',
      'src/site.config.ts',
      'src/newsroom/',
      'src/reading/',
      'src/hosting/',
      'src/writing/',
      'src/calendars/incoming/',
      'src/rules/',
      'src/markdown/html-entities.ts',
      'src/markdown/special-spaces.ts',
      'src/pictures/',
      'src/status/',
      'src/search/',
      'src/newsletter/',
      'node:',
      'astro',
      'entities/',
      'minisearch',
      'nodemailer',
      'pagefind',
      'picocolors',
      'playwright-core',
      'sharp',
      'zod',
    ],
  },
];

/** Doors that open to few, wherever the table would let others through. */
const DOORS: readonly { door: string; openTo: readonly string[] }[] = [
  { door: 'src/newsroom/load-edition.ts', openTo: ['src/pages/', 'src/publish/render/renderer.ts'] },
  { door: 'src/reading/newsroom-loader.ts', openTo: ['src/content.config.ts'] },
  { door: 'astro:content', openTo: ['src/newsroom/load-edition.ts', 'src/content.config.ts'] },
];

/** Floors on which clock, chance and environment are arguments. */
const PURE = [
  'schemas',
  'i18n',
  'events',
  'newsroom',
  'rules',
  'markdown',
  'writing',
  'page-data',
  'seo',
  'calendars',
  'feeds',
  'newsletter',
  'syndication',
  'hosting',
  'search',
  'maps',
  'urls.ts',
  'picture-urls.ts',
  'outside-urls.ts',
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
  const allowed = isType ? [...rule.values, ...(rule.types ?? [])] : rule.values;
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
