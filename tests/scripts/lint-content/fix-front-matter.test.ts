import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '#src/reading/front-matter.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { KnownNames, slugFrom } from '../../../scripts/lint-content/known-names.ts';
import { fixFrontMatter } from '../../../scripts/lint-content/fix-front-matter.ts';
import { makeArticle, makeArticles, makeAuthor, makeNewsroom, makeTag } from '../../factories.ts';

const names = new KnownNames(
  makeNewsroom({
    authors: [makeAuthor('ana-pech'), makeAuthor('jose-nunez')],
    tags: [makeTag('hurricanes')],
    articles: [
      ...makeArticles(3, { tags: ['hurricanes', 'sargassum'] }),
      makeArticle({ stem: 'slip', tags: ['huricanes'] }),
      // Two words that differ in a letter, and nobody can say which was meant.
      ...makeArticles(5, { tags: ['police'] }),
      makeArticle({ stem: 'policy', tags: ['policy'] }),
      makeArticle({ stem: 'taken', translationKey: 'reef-day' }),
    ],
  }),
);
const FILE = 'articles/en/2026/new.md';
const fixed = (frontMatter: string) => {
  return fixFrontMatter(frontMatter, names.finderFor(FILE), 'articles')?.text;
};

describe('what is certain is fixed', () => {
  it.each([
    ['a time without a zone', 'pubDate: 2026-11-20T09:00', 'pubDate: 2026-11-20T09:00-05:00'],
    ['a time with a space', 'pubDate: 2026-11-20 09:00:30 # noon', 'pubDate: 2026-11-20 09:00:30-05:00 # noon'],
    ['a time in quotation marks', "updatedDate: '2026-11-20T09:00'", "updatedDate: '2026-11-20T09:00-05:00'"],
    [
      'a time in a list',
      'corrections:\n  - { date: 2026-11-20T09:00, kind: update, text: "at 2026-11-20T09:00" }',
      'corrections:\n  - { date: 2026-11-20T09:00-05:00, kind: update, text: "at 2026-11-20T09:00" }',
    ],
    ['spaces at the end of a line', 'title: A  \t\nslug: a ', 'title: A\nslug: a'],
    ['an author’s capitals and accents', 'authors: [Ana-Pech, "José Núñez"]', 'authors: [ana-pech, "jose-nunez"]'],
    ['a tag’s capitals', 'tags:\n  - Sargassum\n  - reef', 'tags:\n  - sargassum\n  - reef'],
    ['a section’s capital', 'categories: [Environment]', 'categories: [environment]'],
    ['a dateline', 'dateline: Playa del Carmen', 'dateline: playa-del-carmen'],
    ['a slug', 'slug: "El Arrecife"', 'slug: "el-arrecife"'],
    ['a translation key that another text has', 'translationKey: Reef-Day', 'translationKey: reef-day'],
    ['special spaces in the layout', 'slug:\u00a0reef\ntags:\n\u00a0\u00a0-\u202freef', 'slug: reef\ntags:\n  - reef'],
    ['special spaces beside other fixes', 'pubDate:\u00a02026-11-20\u00a009:00 ', 'pubDate: 2026-11-20 09:00-05:00'],
    ['a field after a special space', 'title: A\n\u00a0slug: a', 'title: A\nslug: a'],
    [
      'tabs for indentation',
      'tags:\n\t- reef\nwithdrawn:\n\tdate: 2026-11-20\n\treason: A',
      'tags:\n  - reef\nwithdrawn:\n  date: 2026-11-20\n  reason: A',
    ],
    ['a slip of the one topic near to it', 'tags: [huricanes]', 'tags: [hurricanes]'],
  ])('%s', (_, before, after) => {
    expect(fixed(before)).toBe(after);
  });

  it('but not a word near to another that is only used more often', () => {
    expect(fixed('tags: [policy]')).toBe('tags: [policy]');
  });

  it('and said, with its place', () => {
    expect(fixFrontMatter('title: A \npubDate: 2026-11-20T09:00', names.finderFor(FILE), 'articles')).toMatchObject({
      fixes: [
        { line: 1, column: 9, field: '', before: undefined },
        { line: 2, column: 10, field: 'pubDate', before: '2026-11-20T09:00', after: '2026-11-20T09:00-05:00' },
      ],
    });
  });
});

describe('what is not certain is left as it is', () => {
  it.each([
    ['a bare date', 'pubDate: 2026-11-20'],
    ['a time with a zone', 'pubDate: 2026-11-20T09:00Z'],
    ['a day that does not exist', 'pubDate: 2026-02-30T09:00'],
    ['a time in another field', 'title: 2026-11-20T09:00'],
    ['an author whom nobody knows', 'authors: [Rosa Chan]'],
    ['a tag that the list has already', 'tags: [sargassum, Sargassum]'],
    ['a slug that another story has', 'slug: Taken'],
    ['a tag that is a topic of its own', 'tags: [hurricane-names]'],
    ['spaces within a text of several lines', 'text: |\n  one  \n  two\n'],
    ['special spaces within a text', 'title: 30\u00a0km: a walk'],
    ['special spaces within words', 'title: 30\u00a0km of #\u00a09'],
    ['tabs within a text', 'title: A\tB\ntext: |\n  a\n  \tb'],
    ['a # that would end a text', 'title: Ranked #1'],
    ['spaces within quotation marks', 'text: "one  \n  two"'],
    ['front matter that cannot be read', 'title: "A \npubDate: 2026-11-20T09:00'],
  ])('%s', (_, text) => {
    expect(fixed(text)).toBe(text);
  });

  it('and words of another collection are no names', () => {
    const find = names.finderFor('authors/ana-pech.yaml');
    expect(fixFrontMatter('authors: [Ana-Pech]', find, 'authors')).toMatchObject({ fixes: [] });
  });
});

describe('fixing', () => {
  const value = fc.constantFrom(
    ...['2026-11-20T09:00', '"2026-11-20 09:00"', '2026-11-20', 'Ana-Pech', '[Ana-Pech, ana-pech]', '[huricanes, x]'],
    ...["'José Núñez'", '|\n  one  \n  two', '"a\\tb"', '[Sargassum, "Sargassum "]', '{ date: 2026-11-20T09:00 }', ''],
  );
  const key = fc.constantFrom('title', 'pubDate', 'authors', 'tags', 'slug', 'dateline', 'withdrawn', 'text');
  const space = fc.constantFrom('', ' ', '\t', '   ');
  const end = fc.constantFrom('\n', '\r\n');
  const frontMatter = fc
    .array(fc.tuple(key, value, space, end), { maxLength: 6 })
    .map((lines) => lines.map(([name, text, after, line]) => `${name}: ${text}${after}${line}`).join(''));

  it('a second time changes nothing, and never changes what is said but for names and zones', () => {
    fc.assert(
      fc.property(frontMatter, (text) => {
        const once = fixFrontMatter(text, names.finderFor(FILE), 'articles');
        if (!once) return;
        expect(fixFrontMatter(once.text, names.finderFor(FILE), 'articles')).toEqual({ text: once.text, fixes: [] });
        const [before, after] = [parseYaml(text), parseYaml(once.text)];
        if (before.ok) expect(after.ok && meant(after.data)).toEqual(meant(before.data));
        else expect(once.text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

/** What is said, whatever the spelling of names and zones. */
function meant(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(meant);
  if (data !== null && typeof data === 'object')
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, meant(value)]));
  if (typeof data !== 'string') return data;
  const folded = slugFrom(data) ?? data;
  return parseInstant(data)?.toISOString() ?? (folded === 'huricanes' ? 'hurricanes' : folded);
}
