import type { IndexedArticle } from '#src/search/index-format.ts';
import { foldedForm, stemOf } from '#src/search/stems.ts';
import { parseQuery } from '#src/search/parse-query.ts';
import { wordsOf, type Word } from '#src/search/words.ts';
import { seeded, type Random } from '../../random.ts';

/** Ways in which readers look for a story that they have in mind. */
export const QUERY_KINDS = ['headline', 'body', 'slip', 'entity and topic', 'other number', 'phrase'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** A phrase of common words leads to many stories, so that it judges no ranking; what it costs a reader is measured. */
export const COSTED_KINDS = [...QUERY_KINDS, 'phrase of common words'] as const;
export type CostedKind = (typeof COSTED_KINDS)[number];

/** A query for a known story. */
export interface DrawnQuery {
  kind: CostedKind;
  text: string;
  story: IndexedArticle;
}

/** How many words of a story a reader remembers. */
const WORDS = { headline: 3, body: 3, phrase: 4, commonPhrase: 3 };

/** No one remembers a story by a word that more stories than this share have. */
const MEMORABLE_SHARE = 0.02;

/**
 * Draws stories and makes of each a query of every kind that it has words for.
 * @param seed the same seed and stories give the same queries
 */
export function drawQueries(
  stories: readonly IndexedArticle[],
  { count, seed, language }: { count: number; seed: string; language: string },
): DrawnQuery[] {
  const random = seeded(`${seed}/stories`);
  const isMemorable = memorableWords(stories, language);
  const left = [...stories];
  const queries: DrawnQuery[] = [];
  for (let drawn = 0; drawn < count && left.length > 0; drawn += 1) {
    const [story] = left.splice(random.whole(0, left.length - 1), 1);
    if (!story) break;
    for (const kind of COSTED_KINDS) {
      const text = MAKERS[kind](story, seeded(`${seed}/${story.url}/${kind}`), { language, isMemorable });
      if (text !== undefined) queries.push({ kind, text, story });
    }
  }
  return queries;
}

interface Archive {
  language: string;
  isMemorable: (word: string) => boolean;
}

type QueryMaker = (story: IndexedArticle, random: Random, archive: Archive) => string | undefined;

function memorableWords(stories: readonly IndexedArticle[], language: string): Archive['isMemorable'] {
  const counts = new Map<string, number>();
  for (const { title, text } of stories) {
    const stems = new Set(wordsOf(`${title} ${text}`).map(({ form }) => stemOf(form, language)));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return (word) => (counts.get(stemOf(word, language)) ?? 0) <= stories.length * MEMORABLE_SHARE;
}

const MAKERS: Record<CostedKind, QueryMaker> = {
  headline: ({ title }, random, { language }) =>
    joined(pickInOrder(contentWords(title, language), WORDS.headline, random)),
  body: ({ text }, random, { language, isMemorable }) => {
    const words = unique(contentWords(text, language).filter(isMemorable));
    return words.length < WORDS.body ? undefined : joined(pickInOrder(words, WORDS.body, random));
  },
  slip: ({ title }, random, { language }) => {
    const words = pickInOrder(contentWords(title, language), WORDS.headline, random);
    const long = words.flatMap((word, at) => (/^\p{L}{5,}$/u.test(word) ? [at] : []));
    if (long.length === 0) return undefined;
    const at = random.pick(long);
    return joined(words.with(at, withSlip(words[at] ?? '', random)));
  },
  'entity and topic': ({ title, text }, random, { language, isMemorable }) => {
    // Words that are written large within a sentence.
    const names = [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?/gu)]
      .map(([name]) => name)
      .filter((name) => wordsOf(name).some(({ form }) => isMemorable(form)));
    const topics = contentWords(title, language).filter((word) => !names.join(' ').toLowerCase().includes(word));
    if (names.length === 0 || topics.length === 0) return undefined;
    return `${random.pick(unique(names))} ${random.pick(topics)}`;
  },
  'other number': ({ title }, random, { language }) => {
    const words = pickInOrder(contentWords(title, language), WORDS.headline, random);
    const nouns = words.flatMap((word, at) => (/^\p{L}{4,}$/u.test(word) ? [at] : []));
    if (nouns.length === 0) return undefined;
    const at = random.pick(nouns);
    return joined(words.with(at, inOtherNumber(words[at] ?? '', language)));
  },
  phrase: ({ text }, random, { isMemorable }) => {
    const words = wordsOf(text);
    if (words.length < WORDS.phrase * 2) return undefined;
    const first = random.whole(0, words.length - WORDS.phrase);
    const some = words.slice(first, first + WORDS.phrase);
    return some.some(({ form }) => isMemorable(form)) ? quoted(text, some) : undefined;
  },
  'phrase of common words': ({ text }, random, { isMemorable }) => {
    const words = wordsOf(text);
    const phrases = words
      .slice(WORDS.commonPhrase - 1)
      .map((_, first) => words.slice(first, first + WORDS.commonPhrase))
      .filter((some) => !some.some(({ form }) => isMemorable(form)));
    return phrases.length > 0 ? quoted(text, random.pick(phrases)) : undefined;
  },
};

const quoted = (text: string, words: readonly Word[]) =>
  `"${text.slice(words[0]?.start, words.at(-1)?.end).replaceAll('"', ' ')}"`;
const joined = (words: readonly string[]) => (words.length > 0 ? words.join(' ') : undefined);
const unique = (words: readonly string[]) => [...new Set(words)];

/** Words that a reader remembers: without those of no weight, and without numbers. */
function contentWords(text: string, language: string): string[] {
  return parseQuery(text.replace(/["“”«»-]/g, ' '), language).terms.flatMap(({ words }) =>
    words.filter((word) => /^\p{L}{3,}$/u.test(word)),
  );
}

function pickInOrder(words: readonly string[], count: number, random: Random): string[] {
  const places = [...words.keys()];
  while (places.length > count) places.splice(random.whole(0, places.length - 1), 1);
  return places.flatMap((place) => words[place] ?? []);
}

/** A letter swapped with the next, left out, doubled or wrong; never the first. */
function withSlip(word: string, random: Random): string {
  const letters = [...word];
  const at = random.whole(1, letters.length - 2);
  const [letter = '', next = ''] = letters.slice(at, at + 2);
  const slips = [
    letters.toSpliced(at, 2, next, letter),
    letters.toSpliced(at, 1),
    letters.toSpliced(at, 0, letter),
    letters.with(at, random.pick([...'aeiorstln'].filter((other) => other !== letter))),
  ];
  const slipped = random.pick(slips).join('');
  return slipped === word ? letters.toSpliced(at, 1).join('') : slipped;
}

/** A rough plural or singular, as readers vary words. */
function inOtherNumber(word: string, language: string): string {
  const candidates = /[^s]s$/.test(word) ? [word.slice(0, -1), word.slice(0, -2)] : [`${word}s`, `${word}es`];
  return candidates.find((other) => stemOf(other, language) === stemOf(word, language)) ?? candidates[0] ?? word;
}

/** Fewer words than these are no story of their own. */
const COPIED_WORDS = 12;
const COPIED_BEGINNING = 30;

/** Whether a result is the story that was looked for, or a copy of it: the same text, or the same headline and beginning. */
export function isStory(result: Pick<IndexedArticle, 'url' | 'title' | 'text'>, { story }: DrawnQuery): boolean {
  if (result.url === story.url) return true;
  const words = (text: string) => wordsOf(text).map(({ form }) => foldedForm(form));
  const [own, wanted] = [words(result.text), words(story.text)];
  if (wanted.length >= COPIED_WORDS && own.join(' ') === wanted.join(' ')) return true;
  const beginning = (title: string, text: readonly string[]) =>
    [...words(title), '|', ...text.slice(0, COPIED_BEGINNING)].join(' ');
  return beginning(result.title, own) === beginning(story.title, wanted);
}
