import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChunk } from '#src/search/chunk-words.ts';
import { find } from '#src/search/find.ts';
import { bucketOf, decodeGrams, encodeGrams, gramSpread } from '#src/search/gram-format.ts';
import { phraseGrams } from '#src/search/grams.ts';
import { wordFile } from '#src/search/index-format.ts';
import { indexWords } from '#src/search/index-words.ts';
import { makeIndex } from '#src/search/make-index.ts';
import { indexOf, searchRecordOf, type Story } from './memory-index.ts';

describe('a file of grams', () => {
  it.each([1, 5, 800, 100_000])('gives back the articles of each bucket, of %i articles', (articles) => {
    const size = { buckets: 64, articles };
    const row = fc.record({ bucket: fc.nat(size.buckets - 1), article: fc.nat(articles - 1) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 100 }), (rows) => {
        const sorted = rows.toSorted((a, b) => a.article - b.article);
        const columns = {
          buckets: Uint16Array.from(sorted, ({ bucket }) => bucket),
          articles: Uint32Array.from(sorted, ({ article }) => article),
        };
        const read = decodeGrams(encodeGrams(columns, size), size).map((some) => some.join());
        const wanted = Array.from({ length: size.buckets }, (_, bucket) =>
          [...new Set(sorted.filter((one) => one.bucket === bucket).map(({ article }) => article))].join(),
        );
        expect(read).toEqual(wanted);
      }),
    );
  });

  it('has a bucket that all articles are in', () => {
    const all = Uint32Array.from({ length: 3000 }, (_, at) => at);
    const size = { buckets: 512, articles: all.length };
    const file = encodeGrams({ buckets: new Uint16Array(all.length), articles: all }, size);
    expect(decodeGrams(file, size)[0]?.join()).toBe(all.join());
    // A bit for each, and one for each bucket.
    expect(file.length).toBeLessThan(3000 / 8 + 512 / 8 + 10);
  });
});

describe('the grams of a phrase', () => {
  it('are its pair, its three and last pair, or threes from its beginning to its end, whatever the accents', () => {
    const many = (words: string) => phraseGrams(words.split(' '), 3).length;
    expect(['to', 'to the', 'to the old', 'to the old market', 'to the old market of fish'].map(many)).toEqual([
      1, 1, 2, 2, 3,
    ]);
    expect(phraseGrams(['méxico', 'dia'], 3)).toEqual(phraseGrams(['mexico', 'día'], 3));
    expect(phraseGrams(['to', 'the', 'market'], 3)).not.toEqual(phraseGrams(['the', 'to', 'market'], 3));
  });
});

/** Stories in which all words of a phrase are, most of them elsewhere. */
const shuffled = (count: number): Story[] =>
  Array.from({ length: count }, (_, at) => {
    const text =
      at % 50 === 0
        ? 'They went to the market of the old town. It was late'
        : `To be at the bank of a town is late. The market went to them ${at}`;
    return { title: `Day ${at}`, text: `${text}, said number ${at}.` };
  });

const index = await indexOf(shuffled(600));

describe('a phrase of common words', () => {
  it.each([
    ['"to the market"', 12],
    ['"the market of the old town"', 12],
    ['"to the"', 12],
    ['"the bank of"', 588],
    ['"the bank of a town"', 588],
    ['"to be at the"', 588],
    ['"of market the"', 0],
    ['"to the bank"', 0],
    ['-"to the market" market', 588],
  ])('is found where it is alone: %s', async (query, count) => {
    const { byDate } = await find(index, query);
    // Of others a few, because grams are kept by their numbers.
    expect(byDate.length).toBeGreaterThanOrEqual(count - 3);
    expect(byDate.length).toBeLessThanOrEqual(count + 3);
  });

  it('in Spanish too, in headlines and in names', async () => {
    const spanish = await indexOf(
      [
        { title: 'A la orilla de la laguna', text: 'De la laguna a la orilla no hay nada.' },
        { title: 'Nada', text: 'De la orilla a la laguna no hay nada.', names: [['Puerto de la Cruz']] },
      ],
      'es',
    );
    const counts = ['"a la orilla de la"', '"de la laguna a la"', '"puerto de la cruz"', '"de la"', '"la a"'].map(
      async (query) => (await find(spanish, query)).byDate.length,
    );
    expect(await Promise.all(counts)).toEqual([1, 1, 1, 2, 0]);
  });

  it('loads three files of the index at most', async () => {
    let loaded = 0;
    const counted = new Proxy(index, {
      get: (target, name: keyof typeof index) => {
        if (name === 'formsOf' || name === 'articlesWith') loaded += 1;
        return target[name];
      },
    });
    for (const query of [
      '"to the"',
      '"market bank"',
      '"the old market"',
      '"they went to the market of the old town"',
    ]) {
      loaded = 0;
      await find(counted, query, { isExact: true });
      expect(loaded, query).toBeLessThanOrEqual(3);
      loaded = 0;
      await find(counted, `${query} bank`, { isExact: true });
      expect(loaded, `${query} bank`).toBeLessThanOrEqual(3);
    }
  });

  it('of three words is not found where other three have the same bucket', async () => {
    const bucketOfThree = (words: readonly string[]) => bucketOf(phraseGrams(words, 1)[0] ?? 0, gramSpread(0));
    const wanted = bucketOfThree(['on', 'the', 'beach']);
    const numbers = Array.from({ length: 1_000_000 }, (_, at) => at);
    const other = numbers.find((number) => bucketOfThree(['day', 'number', `${number}`]) === wanted);
    const two = await indexOf([
      { title: 'Here', text: 'On the beach' },
      { title: 'Beach', text: `Day number ${other}` },
    ]);
    expect((await find(two, '"on the beach"')).byDate).toHaveLength(1);
  });
});

describe('an index of grams', () => {
  const records = Array.from({ length: 1_000 }, (_, at) => {
    const words = Array.from({ length: 24 }, (__, place) => `word${(at * 7919 + place * 104_729) % 9_001}`);
    return searchRecordOf({ title: words[0] ?? '', text: words.join(' ') }, at);
  });

  it('keeps the files that a new story has nothing for', () => {
    const before = indexWords([{ version: 'a', words: readChunk(records) }], 'en');
    const last = makeIndex(before);
    const added = { version: 'b', words: readChunk([searchRecordOf({ title: 'Reef', text: 'The reef again' }, 1)]) };
    const now = indexWords([{ version: 'a' }, added], 'en', {
      ...before,
      files: last.made,
      grams: last.entry.grams.names,
    });
    const next = makeIndex(now, (name) => last.files.has(name));
    expect(last.entry.grams.names.length).toBeGreaterThan(4);
    const made = next.entry.grams.names.filter((name) => next.files.get(wordFile(name)));
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThanOrEqual(4);
  });
});
