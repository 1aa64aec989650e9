import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChunk } from '#src/search/chunk-words.ts';
import { indexWords } from '#src/search/index-words.ts';
import { makeIndex } from '#src/search/make-index.ts';
import { rounds } from '../../long.ts';
import { searchRecordOf } from './memory-index.ts';

/** A chunk of stories of a few words, of which chunks share some. */
const chunk = fc.array(
  fc.array(fc.constantFrom('reef', 'reefs', 'Reef', 'isla', 'island', 'mexico', 'méxico', '1,250', 'all-inclusive'), {
    minLength: 1,
    maxLength: 6,
  }),
  { minLength: 1, maxLength: 4 },
);

/** A chunk that is in both indexes, with words for several files. */
const many = Array.from({ length: 4_000 }, (_, at) => `word${at}`);
const stays = { chunk: [many, many.slice(0, 1_000)], isBefore: true, isAfter: true };

/** A chunk that comes, goes, or stays. */
const change = fc.record({ chunk, isBefore: fc.boolean(), isAfter: fc.boolean() });

/** Another text in place of one: most files stay as they are, which of random changes there need not be. */
const edit = [
  { chunk: [['reef']], isBefore: true, isAfter: false },
  { chunk: [['isla']], isBefore: false, isAfter: true },
];

/** Bytes as a text, which is compared much faster. */
const shown = (content?: Uint8Array) => content && Buffer.from(content).toString('base64');

describe('the words of an index', () => {
  it('are the same, made from those of the last index and from all articles', () => {
    let isReused = false;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const all = [stays, ...changes].map(({ chunk: stories, isBefore, isAfter }, at) => {
          const records = stories.map((words) => searchRecordOf({ title: words[0] ?? '', text: words.join(' ') }, at));
          return { isBefore, isAfter, version: `v${at}`, words: readChunk(records) };
        });
        const before = indexWords(
          all.filter(({ isBefore }) => isBefore),
          'en',
        );
        const last = makeIndex(before);
        const wanted = all.filter(({ isAfter }) => isAfter);
        const { since, ...fromLast } = indexWords(
          wanted.map(({ isBefore, version, words }) => ({ version, ...(!isBefore && { words }) })),
          'en',
          { ...before, files: last.made, grams: last.entry.grams.names },
        );
        const anew = indexWords(wanted, 'en');
        expect(fromLast).toEqual(anew);
        if (!since) throw new Error('it says nothing of the last index');
        const [some, whole] = [makeIndex({ ...fromLast, since }, (name) => last.files.has(name)), makeIndex(anew)];
        expect(some.entry).toEqual(whole.entry);
        // A file that is not made is there, with the same bytes.
        const files = [...some.files].map(([name, content]) => [name, shown(content ?? last.files.get(name))]);
        expect(files).toEqual([...whole.files].map(([name, content]) => [name, shown(content)]));
        isReused ||= [...some.files.values()].includes(undefined) && some.files.size > 5;
      }),
      { numRuns: rounds(8, 25), examples: [[edit]] },
    );
    expect(isReused).toBe(true);
  });

  it('are refused if the last index does not have them', () => {
    const last = { ...indexWords([], 'en'), files: [], grams: [] };
    expect(() => indexWords([{ version: 'v1' }], 'en', last)).toThrow(/does not have the chunk v1/);
  });
});
