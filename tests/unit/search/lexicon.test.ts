import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChunk } from '#src/search/chunk-words.ts';
import { find } from '#src/search/find.ts';
import { indexWords } from '#src/search/index-words.ts';
import { decodeLexicon, encodeLexicon } from '#src/search/lexicon-format.ts';
import { makeLexicon } from '#src/search/make-lexicon.ts';
import { nextArticles } from '#src/search/next-articles.ts';
import { foldedForm, stemOf } from '#src/search/stems.ts';
import { seeded } from '../../../scripts/lab/random.ts';
import { indexFiles, indexOf, openFiles, searchRecordOf, type Story } from './memory-index.ts';

/** All words that one slip makes of a word: letters swapped, left out, doubled and wrong, at every place. */
function slipsOf(word: string): string[] {
  const letters = [...word];
  return [...letters.keys()].flatMap((at) => {
    const [letter = '', next = ''] = letters.slice(at, at + 2);
    const slips = [letters.toSpliced(at, 1), letters.toSpliced(at, 0, letter), letters.with(at, 'w')];
    if (next !== '' && next !== letter) slips.push(letters.toSpliced(at, 2, next, letter));
    return slips.map((slip) => slip.join(''));
  });
}

describe('the file of the lexicon', () => {
  it('gives back the words that were written', () => {
    const word = fc.record({
      form: fc.string({ unit: fc.constantFrom('a', 'b', 'ñ', 'ú', '𝒂', '𝒃'), minLength: 1, maxLength: 50 }),
      weight: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { selector: ({ form }) => form }), (words) => {
        const sorted = words.toSorted((a, b) => (a.form < b.form ? -1 : 1));
        expect(decodeLexicon(encodeLexicon(sorted, []), 'en').words).toEqual(sorted);
      }),
    );
  });

  it('gives a word of many articles the greatest weight that it can write', () => {
    expect(decodeLexicon(encodeLexicon([{ form: 'mexico', weight: 12 }], []), 'en').words).toEqual([
      { form: 'mexico', weight: 9 },
    ]);
  });
});

/** Words that are made of others as words of a language are, and that differ from their stems in every way. */
const ENDINGS = {
  en: [
    '',
    's',
    'y',
    'ies',
    'ied',
    'ed',
    'ing',
    'ping',
    'ational',
    'ability',
    'ibility',
    'ization',
    'fulness',
    'e',
    'll',
  ],
  es: ['', 's', 'es', 'z', 'ces', 'ez', 'eces', 'ción', 'ciones', 'é', 'ú', 'ñ', 'ese'],
} as const;

describe.each(['en', 'es'] as const)('the lexicon of a large archive in %s', (language) => {
  const random = seeded(`lexicon/${language}`);
  const letters = (many: number) => Array.from({ length: many }, () => random.pick([...'abceilmnorstuv'])).join('');
  const beginnings = Array.from({ length: 2_500 }, () => letters(random.whole(2, 7)));
  const all = beginnings.flatMap((beginning) => ENDINGS[language].map((ending) => beginning + ending));
  const common = all.slice(0, 3_000).join(' ');
  const stories = [all.join(' '), common, common].map((text, at) => searchRecordOf({ title: 'Of words', text }, at));
  const words = indexWords([{ version: 'one', words: readChunk(stories) }], language);
  const lexicon = decodeLexicon(makeLexicon(words), language);

  it('has the words of more than one article, by their letters without accents', () => {
    const forms = lexicon.words.map(({ form }) => form);
    expect(words.forms.length).toBeGreaterThan(20_000);
    expect(forms.length).toBeLessThan(3_000);
    expect(forms.map(foldedForm)).toEqual(forms.map(foldedForm).toSorted());
    expect(forms).toContain('words');
  });

  it('knows of every word that an article has', () => {
    expect(all.filter((form) => !lexicon.mayHave(stemOf(form, language)))).toEqual([]);
  });

  it('says of nearly all other words that no article has them', () => {
    const known = new Set(words.stems);
    const others = Array.from({ length: 3_000 }, () => stemOf(letters(9), language)).filter((stem) => !known.has(stem));
    expect(others.length).toBeGreaterThan(2_900);
    expect(others.filter(lexicon.mayHave).length / others.length).toBeLessThan(0.03);
  });

  it('says nothing of numbers and signs, which it does not have', () => {
    for (const stem of ['12345', '5.99', 'c++', 'ab']) expect(lexicon.mayHave(stem)).toBe(true);
  });
});

describe('the lexicon of a huge archive', () => {
  it('leaves out the rarest words, and knows of them all the same', () => {
    const texts = ['Reef, ferry, turtle and cenote', 'The reef and the ferry and the turtle', 'Reef and ferry'];
    const stories = texts.map((text, at) => searchRecordOf({ title: 'Reef', text }, at));
    const words = indexWords([{ version: 'one', words: readChunk(stories) }], 'en');
    const lexicon = decodeLexicon(makeLexicon(words, 3), 'en');
    expect(lexicon.words.map(({ form }) => form)).toEqual(['and', 'ferry', 'reef']);
    for (const stem of ['turtl', 'cenot', 'ferri']) expect(lexicon.mayHave(stem), stem).toBe(true);
    expect(lexicon.mayHave('beyonc')).toBe(false);
  });
});

describe.each([
  { language: 'en', meant: ['hurricane', 'yucatan', 'akumal', 'sargassum', 'turtles', 'reefs', 'lighthouse'] },
  { language: 'es', meant: ['huracán', 'yucatán', 'sargazo', 'niñez', 'pingüinos', 'tortugas', 'corazones'] },
])('a slip at any letter ($language)', ({ language, meant }) => {
  it.each(meant)('of %s is read as that', async (word) => {
    const index = await indexOf(
      [...meant, 'market'].map((one) => ({ title: `${one} one`, text: `Of ${one} and the market.` })),
      language,
    );
    for (const typed of slipsOf(word)) {
      const wanted =
        foldedForm(typed) === foldedForm(word) || stemOf(typed, language) === stemOf(word, language)
          ? []
          : [{ typed, meant: word }];
      for (const query of [typed, `${typed} market`, `market ${typed}`]) {
        const { corrections, byDate } = await find(index, query);
        expect(corrections, query).toEqual(wanted);
        expect(byDate, query).toHaveLength(1);
      }
    }
  });
});

describe('what a slip costs', () => {
  const random = seeded('what a slip costs');
  const word = () =>
    Array.from({ length: random.whole(7, 10) }, () => random.pick([...'abcdefghiklmnopqrstuvyz'])).join('');
  const vocabulary = Array.from({ length: 12_000 }, word);
  const some = (many: number) => Array.from({ length: many }, () => random.pick(vocabulary)).join(' ');
  const stories: Story[] = Array.from({ length: 500 }, () => ({ title: some(3), text: some(60) }));
  const files = indexFiles(stories, 'en', 64);
  const loaded: string[] = [];
  const open = () => openFiles(files, 'en', (name) => loaded.push(name));

  /** The files that the first results of a query cost in an index that is newly opened. */
  async function costOf(query: string, { isWarm }: { isWarm: boolean }) {
    const index = await open();
    if (isWarm) await index.lexicon();
    loaded.length = 0;
    const found = await find(index, query);
    const pending = found.byRelevance;
    const articles = await nextArticles(index, { pending, count: pending.length, found }, 3);
    return { requests: loaded.length, titles: articles.map(({ title }) => title), corrections: found.corrections };
  }

  it('is what the right word costs, wherever in the word it is', async () => {
    expect((await open()).entry.words.length).toBeGreaterThan(10);
    for (const { title } of stories.slice(0, 4)) {
      const [first = '', second = '', third = ''] = title.split(' ');
      const right = await costOf(title, { isWarm: true });
      for (const typed of slipsOf(second).filter((slip) => stemOf(slip, 'en') !== stemOf(second, 'en'))) {
        const query = `${first} ${typed} ${third}`;
        expect(await costOf(query, { isWarm: true }), query).toEqual({
          ...right,
          corrections: [{ typed, meant: second }],
        });
        expect(right.requests).toBeLessThanOrEqual(6);
      }
    }
  });

  it('is two files more if the lexicon is not there yet: it, and the one in which the word would be', async () => {
    const [first = '', second = '', third = ''] = (stories[0]?.title ?? '').split(' ');
    const query = `${first} w${second} ${third}`;
    const [cold, warm] = [await costOf(query, { isWarm: false }), await costOf(query, { isWarm: true })];
    expect(cold).toEqual({ ...warm, requests: warm.requests + 2 });
  });

  it('is nothing for a word that no story has or that is like any', async () => {
    expect(await costOf('beyoncé', { isWarm: true })).toEqual({ requests: 0, titles: [], corrections: [] });
  });
});
