import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCopies,
  decodeFacets,
  decodeWords,
  encodeCopies,
  encodeFacets,
  encodeWords,
  FIELD,
  titleBits,
  titleLength,
} from '#src/search/index-format.ts';

const TOTAL = 5000;

/** Articles of a word, ascending, with what is recorded of each. */
const postings = (most: number) =>
  fc
    .uniqueArray(fc.record({ article: fc.nat(TOTAL - 1), field: fc.nat(255), next: fc.nat(255) }), {
      selector: ({ article }) => article,
      maxLength: most,
    })
    .map((rows) => rows.toSorted((a, b) => a.article - b.article))
    .map((rows) => ({
      articles: Uint32Array.from(rows, ({ article }) => article),
      fields: Uint8Array.from(rows, ({ field }) => field),
      next: Uint8Array.from(rows, ({ next }) => next),
    }));

describe('a file of words', () => {
  it('gives back every word with its articles', () => {
    fc.assert(
      fc.property(fc.array(postings(60), { maxLength: 5 }), (lists) => {
        const words = lists.map((list, at) => ({ form: `wörd${at}`, ...list }));
        const read = decodeWords(encodeWords(words, TOTAL), TOTAL);
        expect(read.map(({ form, count }) => ({ form, count }))).toEqual(
          words.map(({ form, articles }) => ({ form, count: articles.length })),
        );
        expect(read.map((word) => word.postings())).toEqual(words);
      }),
    );
  });

  it('gives back of a common word its articles, and where it is in headlines and names', () => {
    const articles = Uint32Array.from({ length: 2000 }, (_, at) => at * 2);
    const kinds = [3, 9, FIELD.title | FIELD.names | 3, FIELD.names, FIELD.names | 9, FIELD.title];
    const fields = Uint8Array.from(articles, (_, at) => kinds[at % kinds.length] ?? 0);
    const next = new Uint8Array(articles.length);
    const rare = { form: 'tulum', articles: articles.slice(7, 9), fields: fields.slice(7, 9), next: next.slice(7, 9) };
    const file = encodeWords([{ form: 'mexico', articles, fields, next }, rare], TOTAL);
    const [word, other] = decodeWords(file, TOTAL).map((read) => read.postings());
    expect(word?.articles).toEqual(articles);
    expect(word?.next).toBeUndefined();
    // Of its weight in texts, only that it has one.
    const read = [5, 5, FIELD.title | FIELD.names | 3, FIELD.names, FIELD.names | 5, FIELD.title];
    expect([...(word?.fields ?? [])]).toEqual([...articles.keys()].map((at) => read[at % read.length]));
    expect(other).toEqual(rare);
  });

  it('has little more than a bit for each article of a common word that is in texts alone', () => {
    const articles = Uint32Array.from({ length: 2000 }, (_, at) => at * 2);
    const fields = new Uint8Array(articles.length).fill(7);
    const file = encodeWords([{ form: 'mexico', articles, fields, next: new Uint8Array(articles.length) }], TOTAL);
    expect(gzipSync(file).length).toBeLessThan(TOTAL / 8 + 120);
  });
});

describe('the list of copies', () => {
  /** Each copy with the next one of its story, oldest first. */
  const copies = fc
    .uniqueArray(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { selector: ([copy]) => copy })
    .map((pairs) => pairs.map(([copy, distance]) => [copy, copy + distance] as const).toSorted(([a], [b]) => a - b));

  it('leads from every copy to the newest of its story', () => {
    fc.assert(
      fc.property(copies, (pairs) => {
        const next = new Map(pairs);
        const newest = (number: number): number => {
          const following = next.get(number);
          return following === undefined ? number : newest(following);
        };
        expect(decodeCopies(encodeCopies(pairs))).toEqual(new Map(pairs.map(([copy]) => [copy, newest(copy)])));
      }),
    );
  });

  it('is short for many copies that came in the same order', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => [at, at + 10_000] as const);
    expect(gzipSync(JSON.stringify(encodeCopies(many))).length).toBeLessThan(200);
  });
});

describe('the bits of a word', () => {
  it('tell how long the headline is that it is in, beside all else', () => {
    const lengths = [1, 4, 5, 6, 7, 8, 9, 40].map((words) => titleLength(titleBits(words) | FIELD.text | FIELD.names));
    expect(lengths).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    expect(titleLength(FIELD.text | FIELD.names)).toBeUndefined();
    expect(titleBits(40)).toBeLessThan(256);
  });
});

describe('the file of facets', () => {
  it('gives back what was written', () => {
    const facets = {
      section: ['Región', 'Food'],
      place: ['Tulum'],
      sets: [
        [[0, 1], []],
        [[1], [0]],
      ],
      setOf: Uint32Array.from([1, 0, 1]),
    } as const;
    expect(decodeFacets(encodeFacets(facets))).toEqual(facets);
  });
});
