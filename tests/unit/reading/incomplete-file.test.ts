import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { NOW } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const FILE = 'articles/en/2026/reef.md';

/** What is said of a newsroom with one more story, or one that replaces another file. */
function said(text: string, others: Record<string, string> = {}, file = FILE): string[] {
  const folder = temporaryFolder({ ...AROUND, ...others, [file]: text });
  return readNewsroom(folder, { now: NOW })
    .problems.map(formatProblem)
    .map((line) => line.slice(line.indexOf(':') + 1));
}

/** A story with these lines in place of its date, authors and categories, and these words in its text. */
const story = (lines: string, words = 'Words.') =>
  `---\ntitle: A quiet morning\ndescription: The reef has a quiet morning, and so has everybody else.\n${lines}\n---\n\n${words}\n`;

const GOOD_DATE = 'pubDate: 2026-11-20T09:00';
const WRONG_DATE = 'pubDate: tomorrow';
const GOOD_NAMES = 'authors: [ana-pech]\ncategories: [environment]';

describe('a story with a wrong field', () => {
  it.each([
    ['author', `${WRONG_DATE}\nauthors: [ana-peck]\ncategories: [environment]`, '5:11  error  authors[0] ("ana-peck")'],
    ['category', `${WRONG_DATE}\nauthors: [ana-pech]\ncategories: [sports]`, '6:14  error  categories[0] ("sports")'],
    ['dateline', `${WRONG_DATE}\n${GOOD_NAMES}\ndateline: oslo`, '7:1  error  dateline ("oslo")'],
    [
      'place beside one that is no name',
      `${GOOD_DATE}\n${GOOD_NAMES}\nplaces:\n  - Far Away\n  - oslo`,
      '9:5  error  places[1] ("oslo")',
    ],
    [
      'category that is no list',
      `${GOOD_DATE}\nauthors: [ana-pech]\ncategories: sports`,
      '6:1  error  categories[0] ("sports")',
    ],
  ])('has its unknown %s named too', (_, lines, found) => {
    const problems = said(story(lines));
    expect(problems.filter((line) => line.includes('names nothing'))).toEqual([
      expect.stringContaining(`${found}  names nothing in `),
    ]);
    expect(problems).toHaveLength(2);
  });

  it('has its dead links named too, in its text, sources and sponsor', () => {
    const lines = [
      ...[WRONG_DATE, GOOD_NAMES, 'slug: Reef'],
      'sponsor: { name: Us, url: "https://www.rivieramayanews.example/nope/" }',
      'sources: [{ title: Ours, url: "https://www.rivieramayanews.example/gone/" }]',
    ];
    const words = 'See [one](/articles/nope/), [two](www.gob.mx) and [its part](#end).\n\n## End';
    expect(said(story(lines.join('\n'), words)).map((line) => line.split('  ').slice(0, 4).join(' '))).toEqual([
      '4:1 error pubDate ("tomorrow") is not a date — write 2026-10-14 or 2026-10-14T07:30 (on the paper’s clock) or add an offset such as -05:00',
      '7:1 error slug ("Reef") a slug has only lower-case letters a–z, digits and single hyphens — write reef',
      expect.stringMatching(/^8:22 error sponsor\.url /),
      expect.stringMatching(/^9:\d+ error sources\[0\]\.url /),
      expect.stringMatching(/^12:11 error body \("\/articles\/nope\/"\) leads nowhere/),
      expect.stringMatching(/^12:35 error body \("www\.gob\.mx"\) leads nowhere/),
    ]);
  });

  it('may lead to an article under embargo if its own date is not known', () => {
    const later = { 'articles/en/2026/later.md': STORY.replace(/^pubDate: .*/m, 'pubDate: 2027-01-01') };
    const link = 'See [it](/articles/later/).';
    expect(said(story(`${GOOD_DATE}\n${GOOD_NAMES}\nslug: Reef`, link), later)).toHaveLength(2);
    expect(said(story(`${WRONG_DATE}\n${GOOD_NAMES}`, link), later)).toHaveLength(1);
  });

  it('takes no address, key or translation from others', () => {
    const twin = { 'articles/en/2025/reef.md': STORY };
    expect(said(story(`${WRONG_DATE}\n${GOOD_NAMES}\naliases: [/articles/reef/]`), twin)).toHaveLength(1);
  });
});

it('a page and an author with a wrong field have their dead links named too', () => {
  const page =
    '---\ntitle: About\ntranslationKey: About us\ndescription: Who makes this paper, and how.\n---\n\nSee [it](/nope/).\n';
  expect(said(page, {}, 'pages/en/about-us.md').filter((line) => line.includes('leads nowhere'))).toHaveLength(1);
  const author = 'name: Ana\nkind: robot\nwebsite: https://www.rivieramayanews.example/nope/\n';
  expect(said(author, {}, 'authors/ana.yaml').filter((line) => line.includes('leads nowhere'))).toHaveLength(1);
});

it('of a value of another kind, only that is said', () => {
  const lines = `${GOOD_DATE}\nauthors: ana-pech\ncategories: environment\ntags: reef\nsources: [7]`;
  expect(said(story(lines)).map((line) => line.split('  ').slice(2).join(' '))).toEqual([
    'authors ("ana-pech") expected a list — write [ana-pech]',
    'categories ("environment") expected a list — write [environment]',
    'tags ("reef") expected a list — write [reef]',
    expect.stringMatching(/^sources\[0\] \(7\) /),
  ]);
});

describe('the answer to a wrong value is the right one', () => {
  it.each([
    ['www.gob.mx/tramites', 'is not a full address — write https://www.gob.mx/tramites'],
    ['gob.mx', 'is not a full address — write https://gob.mx'],
    ['http//gob.mx', 'is not a full address — write https://gob.mx'],
    ['htp://gob.mx', 'is not a full address — write https://gob.mx'],
    ['the town hall', 'expected a full address that starts with https:// or http:// — correct the value'],
    ['ana@gob.mx', 'expected a full address that starts with https:// or http:// — correct the value'],
    ['javascript:alert(1)', 'expected a full address that starts with https:// or http:// — correct the value'],
  ])('if an address is “%s”', (url, answer) => {
    const lines = `${GOOD_DATE}\n${GOOD_NAMES}\nsources: [{ title: The town, url: "${url}" }]`;
    expect(said(story(lines))).toEqual([expect.stringMatching(new RegExp(`  ${answer.replace(/[.()?]/g, '\\$&')}$`))]);
  });

  it.each([
    ['My Story (final).md', 'rename it my-story-final.md'],
    ['UPPER.md', 'rename it upper.md'],
    ['what? a story.md', 'rename it what-a-story.md'],
    ['Cancún.md', 'rename it cancun.md'],
    ['Cancu\u0301n.md', 'rename it cancun.md'],
    ['trailing .md', 'rename it trailing.md'],
    ['под.md', 'a slug has only lower-case letters a–z, digits and single hyphens'],
  ])('if a file is called “%s”', (name, remedy) => {
    const folder = temporaryFolder({ ...AROUND, [`articles/en/2026/${name}`]: STORY });
    const [line = ''] = readNewsroom(folder, { now: NOW }).problems.map(formatProblem);
    expect(line.split(' — ')[1]).toBe(remedy);
  });

  it('if a picture is named without its folder, or with another ending', () => {
    const pictures = { 'pictures/tide.webp': '' };
    const picture = (src: string) =>
      story(`${WRONG_DATE}\n${GOOD_NAMES}\npicture: { src: ${src}, alt: A boat, credit: Ana }`);
    for (const src of ['tide.jpg', 'tide.webp', 'pictures/tide.png', 'C:\\tide.webp'])
      expect(said(picture(src), pictures)[1]).toMatch(
        / is not the path of a picture — did you mean “\/pictures\/tide.webp”\?$/,
      );
    expect(said(picture('nothing.jpg'), pictures)[1]).toMatch(/ expected "\/pictures\/name.webp" or /);
  });
});
