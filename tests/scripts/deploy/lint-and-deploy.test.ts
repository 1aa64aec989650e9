import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import type { Home } from '#src/rules/newsroom-view.ts';
import type { Site } from '#src/schemas/site.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { checkLinks } from '../../../scripts/deploy/check-links.ts';
import { Findings } from '../../../scripts/deploy/findings.ts';
import { writtenLinks } from '../../../scripts/deploy/written-links.ts';
import { makeSite, NOW } from '../../factories.ts';
import { IS_LONG, rounds } from '../../long.ts';
import { AROUND, writeFiles } from '../../temporary-folder.ts';
import { GOOD_WEBP } from '../lint-content/defects/pictures.ts';
import { plainPages } from './plain-pages.ts';

const SITE = makeSite({ articlesPerPage: 5 });
/** The same paper below a path of its host, which has other sites beside it. */
const BELOW = { ...SITE, url: `${SITE.url}news/` };
const FILES = new Set(['/guide.pdf', '/favicon.svg']);

/** How many articles a newsroom has at most: they can be told apart by their number. */
const MOST = 14;

/** Rules whose findings a deploy has as well. */
const ABOUT_LINKS = new Set(['dead-link', 'withheld-link', 'dead-anchor']);

const PLACES = {
  'places/tulum.yaml': 'name: { en: Tulum, es: Tulum }\nstate: Quintana Roo\nlatitude: 20.21\nlongitude: -87.46\n',
  'places/coba.yaml': 'name: { en: Coba, es: Cobá }\nstate: Quintana Roo\nlatitude: 20.49\nlongitude: -87.73\n',
};

/** What keeps an article from readers, or does not. */
const states = fc.constantFrom(
  ...['', '', '', '', '', 'draft: true', 'pubDate: 2026-12-24', 'expiryDate: 2026-11-22', 'expiryDate: 2026-12-24'],
  ...['withdrawn: { date: 2026-11-21, reason: Wrong. }', 'withdrawn: { date: 2026-11-18, reason: Wrong. }'],
);

const numbers = fc.integer({ min: 0, max: MOST });

/** Paths of all kinds, whether or not there is anything. */
const paths = fc.oneof(
  numbers.map((number) => `/articles/a${number}/`),
  numbers.map((number) => `/es/articulos/a${number}/`),
  numbers.map((number) => `/old/${number}/`),
  numbers.map((number) => `/archivo/${number}.html`),
  numbers.map((number) => `/story-${number}.php`),
  fc.constantFrom(
    ...['/', '/es/', '/about/', '/es/acerca-de/', '/latest/', '/es/ultimas/', '/search/', '/es/buscar/'],
    '/corrections/',
    ...['/latest/page/1/', '/latest/page/2/', '/archive/', '/archive/2026/', '/archive/2026/11/', '/archive/2025/'],
    ...['/archive/2026/11/page/1/', '/corrections/page/1/', '/topics/reef/', '/topics/agua/', '/es/temas/reef/'],
    ...['/sections/environment/', '/sections/sport/', '/authors/ana-pech/', '/authors/ana-pech/page/1/'],
    '/authors/no/',
    ...['/places/tulum/', '/places/coba/', '/maps/tulum.svg', '/maps/coba.svg', '/guide.pdf', '/gone.pdf', '/rss.xml'],
    ...['/es/rss.xml', '/sitemap-index.xml', '/editors-guide/', '/404.html', '/es/404.html', '/favicon.svg', '/nope/'],
    ...['/pictures/reef.webp', '/articles/', '/articles/A1/', '/index.html', '/_astro/x.css', '/page/1/'],
    '/old-about/',
    ...['/old-environment/', '/es/old-author/', '/old-author/', '/old-tag/', '/archive/2026/11', '/es'],
  ),
);

/** A path as people write it, and copy it. */
const spelt = fc
  .tuple(
    paths,
    fc.constantFrom(
      '',
      '',
      '',
      'https://paper.example',
      'https://paper.example/news',
      'http://paper.example',
      '//paper.example',
      'https://www.paper.example:443',
      'HTTPS://Paper.EXAMPLE.',
    ),
    fc.constantFrom('', '', '', 'no slash', 'index', 'encoded', 'dots'),
    fc.constantFrom('', '', '', '?a=b&c=d'),
  )
  .map(([path, origin, spelling, query]) => {
    const written = {
      '': path,
      'no slash': path.length > 1 ? path.replace(/\/$/, '') : path,
      index: path.replace(/\/$/, '/index.html'),
      encoded: path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
      dots: `/x/..${path}`,
    }[spelling];
    return `${origin}${written}${query}`;
  });

const parts = fc.constantFrom(
  ...['', '', '', '#tickets', '#s-tickets', '#s-tickets-2', '#tickets-2', '#Tickets', '#el-agua', '#él-agua', '#map'],
  ...['#s-map', '#top', '#content', '#masthead-search', '#footnote-label', '#note-fn-1', '#nowhere', '#', '#%E0%A4%A'],
  ...['#:~:text=fish', '#tickets:~:text=fish', '#nowhere:~:text=fish'],
);

const addresses = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(spelt, parts).map(([address, part]) => address + part) },
  { weight: 2, arbitrary: parts.filter((part) => part !== '') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('./', '../a1/', '?q=x', 'a2.md', '../../', '../', 'www.gob.mx'), parts)
      .map((both) => both.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'https://elsewhere.example/articles/nope/',
      'mailto:a@b.example',
      'tel:+52984',
      'https://paper.example:8443/x',
    ),
  },
);

/** What browsers drop, or read as a slash, in Markdown: HTML has none of it. */
const oddLinks = fc
  .constantFrom(
    ...['/\\articles/nope/', '/\\paper.example/', '/\\elsewhere.example/x/', '\\articles\\a1', '</articles/a1/ >'],
    ...['< /nope/>', '<\thttps://paper.example/nope/>', '/articles/a1/\u200b'],
  )
  .map((address) => ({ address, line: `See [it](${address}).` }));

/** A link on a line of its own. */
const plainLinks = fc
  .tuple(
    addresses,
    fc.constantFrom('words', 'title', 'html', 'bare', 'emphasis', 'heading', 'embed', 'image', 'list', 'table'),
  )
  .map(([address, form]) => ({ address, line: lineWith(address, form) }));

const links = fc.oneof({ weight: 9, arbitrary: plainLinks }, { weight: 1, arbitrary: oddLinks });

function lineWith(address: string, form: string): string {
  const full = /^https?:/i.test(address) && !/[<>"]/.test(address);
  switch (form) {
    case 'title':
      return `See [it](<${address}> "Now").`;
    case 'html':
      return `See <a href="${address}">it</a>.`;
    case 'bare':
      return full ? `See <${address}>.` : `See [it](${address}).`;
    case 'emphasis':
      return `**See [*it*](${address})**`;
    case 'embed':
      return full ? `::document{url="${address}" title="A document"}` : `See [it](${address}).`;
    case 'list':
      return `- See [it](${address}).`;
    case 'table':
      return `| [it](${address}) |\n| --- |`;
    case 'image':
      return `See [![A reef](/pictures/reef.webp)](${address}).`;
    default:
      return `See [it](${address}).`;
  }
}

const blocks = fc.constantFrom(
  ...['## Tickets', '## Tickets', '### Él *agua*', '<p id="map">A map</p>', 'A note[^1].\n\n[^1]: Words.'],
  '<a id="tickets"></a>',
  ...['`[x](/nope/)`', '<!-- [x](/nope/) -->', '```\n[x](/nope/)\n```'],
);

/** No two links lead to the same address, so that each finding has one line. */
const distinctLinks = fc
  .uniqueArray(links, { selector: ({ address }) => URL.parse(address, 'https://paper.example/x/')?.href, maxLength: 6 })
  .map((some) => some.map(({ line }) => line));

const bodies = fc
  .tuple(distinctLinks, fc.array(blocks, { maxLength: 3 }))
  .map(([lines, others]) => [...lines, ...others]);

const articles = fc.record({
  locale: fc.constantFrom('en', 'en', 'es'),
  state: states,
  aliases: fc.array(fc.constantFrom('old', 'html', 'php'), { maxLength: 2 }),
  more: fc.subarray([
    'tags: [reef]',
    'places: [tulum]',
    'corrections: [{ date: 2026-11-21, kind: update, text: More. }]',
    'picture: { src: /pictures/reef.webp, alt: A reef, credit: Ana }',
  ]),
  source: fc.option(spelt.filter((address) => /^https?:/i.test(address))),
  body: bodies,
  isTranslated: fc.boolean(),
});

type ArticleDraft = typeof articles extends fc.Arbitrary<infer Draft> ? Draft : never;

function fileOfArticle({ locale, state, aliases, more, source, body, isTranslated }: ArticleDraft, number: number) {
  const old = new Set(
    aliases.map((kind) =>
      kind === 'old' ? `/old/${number}/` : kind === 'html' ? `/archivo/${number}.html` : `/story-${number}.php`,
    ),
  );
  const pubDate = state.startsWith('pubDate') ? [] : [`pubDate: 2026-11-${number % 2 ? 20 : 19}T09:00`];
  const fields = [
    `title: Story ${number}`,
    'description: Words.',
    'authors: [ana-pech]',
    'categories: [environment]',
    ...pubDate,
    ...(state ? [state] : []),
    ...(old.size > 0 ? [`aliases: [${[...old].join(', ')}]`] : []),
    ...more,
    ...(source === null ? [] : [`sources: [{ title: A, url: "${source}" }]`]),
    ...(isTranslated ? [`translationKey: key-${Math.floor(number / 2)}-${locale}`] : []),
  ];
  return {
    [`articles/${locale}/2026/a${number}.md`]: `---\n${fields.join('\n')}\n---\nWords.\n\n${body.join('\n\n')}\n`,
  };
}

const pageFile = (body: readonly string[]) =>
  `---\ntitle: About\ndescription: Words.\ntranslationKey: about\nupdatedDate: 2026-10-01\naliases: [/old-about/]\n---\nWords.\n\n${body.join('\n\n')}\n`;

/**
 * What a deploy and the linter say of a newsroom: the places of their errors.
 * @param leaveOut whether the deploy gets what a publish makes of it, with dead links as words
 */
async function compared(files: Readonly<Record<string, string>>, paper: Site, leaveOut?: object) {
  const home: Home = { sites: [paper.url], articlesPerPage: paper.lists.articlesPerPage, files: FILES };
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-agreement-'));
  try {
    writeFiles(folder, files);
    mkdirSync(join(folder, 'pictures'));
    writeFileSync(join(folder, 'pictures/reef.webp'), GOOD_WEBP);
    const { newsroom, problems, links } = await loadNewsroom(folder, { now: NOW, home, leaveOut });
    const editions = Object.values(makeEditions(newsroom, paper, NOW));
    const pages = plainPages(editions, folder, NOW, FILES);
    const site = {
      has: (file: string) => pages.has(file),
      read: (file: string) => pages.get(file) ?? '',
      bytes: (file: string) => Buffer.from(pages.get(file) ?? ''),
      files: new Map(),
      origin: paper.url,
      withheld: new Map(),
      findWritten: writtenLinks(newsroom, links, paper.url),
    };
    const deploy = new Set<string>();
    for (const file of pages.keys()) {
      if (!file.endsWith('.html')) continue;
      const findings = new Findings();
      checkLinks(site, [file], findings, () => undefined);
      for (const found of findings.all()) deploy.add(`${found.file}:${found.line}`);
    }
    return { newsroom, problems, deploy };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('what lint passes, deploy accepts; what deploy finds, lint finds at the same line; what is published has nothing of it', async () => {
  let checked = 0;
  const newsrooms = fc.record({
    stories: fc.array(articles, { minLength: 1, maxLength: MOST }),
    about: distinctLinks,
    website: fc.option(spelt.filter((address) => /^https?:/i.test(address))),
    paper: fc.constantFrom(SITE, BELOW),
  });
  await fc.assert(
    fc.asyncProperty(newsrooms, async ({ stories, about, website, paper }) => {
      const author = `aliases: [/old-author/]\n${website === null ? '' : `website: "${website}"\n`}`;
      const files = {
        ...PLACES,
        'authors/ana-pech.yaml': AROUND['authors/ana-pech.yaml'] + author,
        'categories/environment.yaml': `${AROUND['categories/environment.yaml']}aliases: [/old-environment/]\n`,
        'tags/reef.yaml': 'title: { en: Reef, es: Arrecife }\naliases: [/old-tag/]\n',
        'pages/en/about.md': pageFile(about),
        ...Object.assign({}, ...stories.map(fileOfArticle)),
      };
      const { newsroom, problems, deploy } = await compared(files, paper);
      const shown = new Set(makeEditions(newsroom, SITE, NOW).en.articles.map(({ file }) => file));
      for (const { file } of makeEditions(newsroom, SITE, NOW).es.articles) shown.add(file);
      const lint = new Set(
        problems
          .filter(({ rule, field }) => ABOUT_LINKS.has(rule) && field === 'body')
          .filter(({ file }) => shown.has(file) || file.startsWith('pages/'))
          .map(({ file, line }) => `${file}:${line}`),
      );
      checked += lint.size;
      const inBodies = new Set([...deploy].filter((place) => place.includes('.md:')));
      const silent = [...inBodies].filter((place) => !lint.has(place));
      const accused = [...lint].filter((place) => !inBodies.has(place));
      const said = problems.map(formatProblem).filter((text) => accused.some((place) => text.startsWith(place)));
      expect({ silent, accused: said }).toEqual({ silent: [], accused: [] });
      // A link of a field has no line on the page: its file has an error of its own.
      const isField = problems.some(
        ({ rule, field }) => ABOUT_LINKS.has(rule) && /^(?:sources|sponsor|website)/.test(field),
      );
      const elsewhere = [...deploy].filter((place) => !place.includes('.md:'));
      expect({ elsewhere: isField ? [] : elsewhere }).toEqual({ elsewhere: [] });
      const published = await compared(files, paper, {});
      expect([...published.deploy]).toEqual([]);
    }),
    // The same newsrooms each time, but for the long run, which looks for what nobody has thought of.
    { numRuns: rounds(25, 2000), endOnFailure: true, ...(!IS_LONG && { seed: 20261129 }) },
  );
  expect(checked).toBeGreaterThan(0);
});
