import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { fixNewsroom } from '../../../scripts/lint-content/fix-newsroom.ts';
import { NOW } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const FILE = 'articles/en/2026/reef.md';
const GLASS = { 'articles/en/2026/glass.md': `${STORY.replace('quiet', 'second')}\n## Bottles\n\nWords.\n` };
const MOVED = {
  'articles/en/2026/moved.md': `${STORY.replace('quiet', 'third').replace('authors', 'aliases: [/old/]\nauthors')}\n## Jars\n`,
};

const newsroom = (text: string, others: Record<string, string> = {}) =>
  temporaryFolder({ ...AROUND, ...GLASS, ...MOVED, [FILE]: text, ...others });

const rulesOf = (text: string, others?: Record<string, string>) =>
  readNewsroom(newsroom(text, others), { now: NOW }).problems.map(({ rule, line }) => `${rule} ${line}`);

/** The site's address as people type and copy it. */
const ORIGINS = [
  'https://www.rivieramayanews.example',
  'http://www.rivieramayanews.example',
  '//www.rivieramayanews.example',
  'https://rivieramayanews.example',
  'HTTPS://WWW.RivieraMayaNews.example',
  'https://www.rivieramayanews.example:443',
  'http://www.rivieramayanews.example:80',
  'https://www.rivieramayanews.example.',
  'https://%77ww.rivieramayanews.example',
];

/** Ways to write a link to an address, on line 10. */
const LINKS: readonly [string, (address: string) => string][] = [
  ['in words', (address) => `See [it](${address}).`],
  ['with a title', (address) => `See [it](<${address}> "Now").`],
  ['by reference', (address) => `[there]: ${address}\n\nSee [it][there].`],
  ['as nothing but an address', (address) => `See <${address.replace(/^\/\//, 'https://')}>.`],
  ['in HTML', (address) => `See <a class="x" href="${address}">it</a>.`],
  ['around a picture', (address) => `See [it *there*](${address}).`],
];

/** What is behind the origin, and the rule that it breaks. */
const ADDRESSES = [
  ['/articles/nope/', 'dead-link'],
  ['/articles/nope', 'dead-link'],
  ['/nope/?a=b#c', 'dead-link'],
  ['/articles/gl%61s5/', 'dead-link'],
  ['/articles/glass', 'dead-link'],
  ['/articles/glass/#nope', 'dead-anchor'],
] as const;

const ABOUT_LINKS = new Set(['dead-link', 'dead-anchor']);

describe('a link to the site itself', () => {
  it.each(ORIGINS)('is known by where it leads, as %s', (origin) => {
    // Each in an article of its own, all in one newsroom.
    const articles = LINKS.flatMap(([how, link]) =>
      ADDRESSES.map(([path, rule]) => ({ what: `${path} ${how}`, rule, text: `${STORY}\n${link(origin + path)}\n` })),
    ).map((article, index) => ({ ...article, file: `articles/en/2026/link-${index}.md` }));
    const files = Object.fromEntries(articles.map(({ file, text }) => [file, text]));
    const { problems } = readNewsroom(newsroom(STORY, files), { now: NOW });
    for (const { what, rule, file } of articles) {
      const found = problems.filter((problem) => problem.file === file && ABOUT_LINKS.has(problem.rule));
      expect(
        found.map((problem) => `${problem.rule} ${problem.line}`),
        what,
      ).toEqual([`${rule} 10`]);
    }
  });

  it.each([
    'https://elsewhere.example/articles/nope/',
    'https://www.rivieramayanews.example.org/articles/nope/',
    'https://news.rivieramayanews.example/articles/nope/',
    'https://www.rivieramayanews.example:8443/articles/nope/',
    'https://archive.example/https://www.rivieramayanews.example/articles/nope/',
    'mailto:desk@rivieramayanews.example',
    'ftp://www.rivieramayanews.example/articles/nope/',
  ])('is not %s', (address) => {
    const found = rulesOf(`${STORY}\nSee [it](${address}).\n`);
    expect(found.filter((rule) => !rule.startsWith('unsafe-address'))).toEqual([]);
  });

  it('is found in fields and embeds as well', () => {
    const nope = `${ORIGINS[0]}/articles/nope/`;
    const fields = `sponsor: { name: A bank, url: "${nope}" }\nsources:\n  - { title: A, url: "${nope}" }\nauthors`;
    expect(rulesOf(STORY.replace('authors', fields))).toEqual(['dead-link 5', 'dead-link 7']);
    expect(rulesOf(`${STORY}\n::document{url="${nope}" title="A paper"}\n`)).toEqual(['dead-link 10']);
    const author = { 'authors/ana-pech.yaml': `${AROUND['authors/ana-pech.yaml']}website: ${nope}\n` };
    expect(rulesOf(STORY, author)).toEqual(['dead-link 4']);
  });

  it('leads to another site’s address if that is the one the site is built for', async () => {
    const folder = newsroom(`${STORY}\nSee [it](https://preview.example/articles/nope/).\n`);
    const home = { sites: ['https://preview.example/'], articlesPerPage: 20, files: new Set<string>() } as const;
    const { problems } = await loadNewsroom(folder, { now: NOW, home });
    expect(problems.map(({ rule }) => rule)).toEqual(['dead-link']);
  });

  it('is written without the path of the host below which the site is, and others of the host are left alone', async () => {
    const links = ['/paper/articles/glass/', '/paper/nope/', '/articles/glass/', 'https://user.example/articles/nope/'];
    const folder = newsroom(`${STORY}\n${links.map((link) => `See [it](${link}).\n`).join('\n')}`);
    const home = { sites: ['https://user.example/paper/'], articlesPerPage: 20, files: new Set<string>() } as const;
    const { problems } = await loadNewsroom(folder, { now: NOW, home });
    expect(problems.map((problem) => formatProblem(problem).replace(/^.*?:/, ''))).toEqual([
      '10:10  error  body ("/paper/articles/glass/")  leads nowhere on this site — did you mean “/articles/glass/”?',
      '12:10  error  body ("/paper/nope/")  leads nowhere on this site — correct the address, or remove the link',
    ]);
  });
});

describe('a link that was copied from a preview', () => {
  it.each([
    'http://localhost:4321',
    'http://localhost',
    'https://LOCALHOST:8080',
    'http://127.0.0.1:4321',
    'http://0.0.0.0:4321',
    'http://[::1]:4321',
    'http://paper.localhost:4321',
  ])('leads readers to their own computer: %s', (origin) => {
    const text = `${STORY}\nSee [it](${origin}/articles/glass/#s-bottles), [b](${origin}/old/) and [c](${origin}/nope/).\n`;
    expect(
      readNewsroom(newsroom(text), { now: NOW }).problems.map((problem) => formatProblem(problem).slice(31)),
    ).toEqual(
      [
        `body ("${origin}/articles/glass/#s-bottles")  leads to the reader’s own computer: it is the address of a preview — write /articles/glass/#s-bottles`,
        `body ("${origin}/old/")  leads to the reader’s own computer: it is the address of a preview — write /articles/moved/`,
        `body ("${origin}/nope/")  leads nowhere on this site — correct the address, or remove the link`,
      ].map((said) => expect.stringContaining(said) as string),
    );
  });

  it('is found in a field, and no other host is taken for it', () => {
    const url = 'http://localhost:4321/articles/glass/';
    expect(rulesOf(STORY.replace('authors', `sponsor: { name: A, url: "${url}" }\nauthors`))).toEqual(['dead-link 5']);
    for (const other of ['http://localhost.example.org/', 'https://www.example.org/?u=http://localhost:4321/'])
      expect(rulesOf(`${STORY}\nSee [it](${other}).\n`)).toEqual([]);
  });
});

describe('a link to words of a page, as browsers copy it', () => {
  it.each(['/articles/glass/#:~:text=Words', '/articles/glass/#s-bottles:~:text=Words', '#:~:text=Nobody,had'])(
    'is good: %s',
    (address) => {
      expect(rulesOf(`${STORY}\nSee [it](${address}).\n`)).toEqual([]);
    },
  );

  it('is not, if the part before the words is not there', () => {
    expect(rulesOf(`${STORY}\nSee [it](/articles/glass/#s-jars:~:text=Words).\n`)).toEqual(['dead-anchor 10']);
  });
});

describe('fixing links to the site itself', () => {
  /** Line 10 of the fixed file. */
  const fixed = (line: string) => {
    const folder = newsroom(`${STORY}\n${line}\n\n## Tickets\n`);
    const { newsroom: read, problems } = readNewsroom(folder, { now: NOW });
    fixNewsroom(folder, { newsroom: read, problems: [...problems] });
    expect(fixNewsroom(folder, readNewsroom(folder, { now: NOW })).fixed).toEqual([]);
    return readFileSync(join(folder, FILE), 'utf8').split('\n')[9];
  };

  it.each(ORIGINS)('writes the path for %s, and nothing else', (origin) => {
    expect(fixed(`A [it](${origin}/articles/glass/?a=b#s-bottles "T") é [it](/latest/).`)).toBe(
      'A [it](/articles/glass/?a=b#s-bottles "T") é [it](/latest/).',
    );
    expect(fixed(`<a href="${origin}/articles/glass/">it</a>`)).toBe('<a href="/articles/glass/">it</a>');
    expect(fixed(`[it]: ${origin}/articles/glass/ "T"\n[it] and [it][it].`)).toBe('[it]: /articles/glass/ "T"');
  });

  it.each([
    ['/articles/glass', '/articles/glass/'],
    ['/articles/glass/index.html', '/articles/glass/'],
    ['https://rivieramayanews.example/articles/glass', '/articles/glass/'],
    ['/articles/glass/#bottles', '/articles/glass/#s-bottles'],
    ['/old/#s-jars', '/articles/moved/#s-jars'],
    ['/old', '/articles/moved/'],
    ['http://localhost:4321/articles/glass/?a=b', '/articles/glass/?a=b'],
    ['/articles/glass/#bottles:~:text=a', '/articles/glass/#s-bottles:~:text=a'],
    ['#tickets', '#tickets'],
    ['/articles/nope/', '/articles/nope/'],
  ])('writes for %s: %s', (before, after) => {
    expect(fixed(`See [it](${before}).`)).toBe(`See [it](${after}).`);
  });

  it('leaves code and what readers see as text', () => {
    const line = `\`https://www.rivieramayanews.example/articles/glass/\` <https://www.rivieramayanews.example/latest/>`;
    expect(fixed(line)).toBe(line);
  });

  it('adds the last slash in a field, which must stay a full address', () => {
    const folder = newsroom(
      STORY.replace('authors', 'sponsor: { name: A, url: "http://rivieramayanews.example/articles/glass" }\nauthors'),
    );
    fixNewsroom(folder, readNewsroom(folder, { now: NOW }));
    expect(readFileSync(join(folder, FILE), 'utf8')).toContain(
      'url: "https://www.rivieramayanews.example/articles/glass/"',
    );
    expect(readNewsroom(folder, { now: NOW }).problems).toEqual([]);
  });
});

describe('a link that lacks something', () => {
  it.each([
    ['glass.md', '/articles/glass/'],
    ['../en/2026/glass.md', '/articles/glass/'],
    ['/articles/glass.html', '/articles/glass/'],
    ['www.gob.mx/tramites', 'https://www.gob.mx/tramites'],
    ['gob.mx', 'https://gob.mx'],
    ['https//gob.mx/a', 'https://gob.mx/a'],
    ['hola@ejemplo.mx', 'mailto:hola@ejemplo.mx'],
    ['+52-984-123-4567', 'tel:+529841234567'],
    ['tickets', '#tickets'],
    ['/category/environment/', '/sections/environment/'],
    ['/author/ana-pech/', '/authors/ana-pech/'],
    ['/articles/glass/.”', '/articles/glass/'],
  ])('such as %s, is answered with %s', (address, meant) => {
    const folder = newsroom(`${STORY}\n[There](${address})\n\n## Tickets\n`);
    expect(readNewsroom(folder, { now: NOW }).problems.map(formatProblem)).toEqual([
      `${FILE}:10:9  error  body ("${address}")  leads nowhere on this site — did you mean “${meant}”?`,
    ]);
  });
});
