import { phraseGrams, wordNumbers } from './grams.ts';
import { FIELD, titleLength, type WordEntry } from './index-format.ts';
import type { OpenIndex } from './open-index.ts';
import { isWeightless, type Term } from './parse-query.ts';
import type { Period } from './periods.ts';
import { finishedWords } from './slips.ts';
import { foldedForm, stemOf } from './stems.ts';

/**
 * What a match is worth, by where and how the word is written there. A word in a headline says what a story is about, in a short
 * one more than in a long one; names are those of places, topics and authors, and the date, that the story need not mention. The
 * values are those with the best figures in the bench, over several seeds; small changes change little.
 */
const WORTH = {
  /** In headlines of each length, the shortest first. */
  title: [2.3, 2, 1.8, 1.6],
  names: 0.45,
  /** Another accent: ano for año. */
  otherAccent: 0.75,
  /** Another ending: reefs for reef. */
  otherForm: 0.5,
} as const;

/** How many words an unfinished one may mean. */
const FINISHED = 6;

/** The articles with a term: for each of the index what it is worth there, 0 if it is not there. */
export interface Match {
  worth: Float32Array;
  /** Whether it is in the headline. */
  title: Uint8Array;
  /** The bits of the words that follow it; all of them if that is unknown. */
  next: Uint8Array;
  count: number;
}

function emptyMatch(index: OpenIndex): Match {
  const { articles } = index.entry;
  return {
    worth: new Float32Array(articles),
    title: new Uint8Array(articles),
    next: new Uint8Array(articles),
    count: 0,
  };
}

/** Finds the articles with a term. @param isAlone whether nothing else is looked for */
export async function match(index: OpenIndex, term: Term, isAlone: boolean): Promise<Match> {
  const { words, whole, isPhrase, period } = term;
  const [only = ''] = words;
  if (words.length > 1 && isPhrase)
    return matchPhrase(index, words, isAlone ? FILES_A_PHRASE.alone : FILES_A_PHRASE.beside);
  if (whole !== undefined) return matchCompound(index, term, whole);
  const matched = await matchWord(index, only, isPhrase);
  return period === undefined ? matched : either(matched, publishedIn(index, period));
}

/** Words that are joined, with a space or without: all-inclusive, all inclusive, allinclusive. */
async function matchCompound(index: OpenIndex, { text, words }: Term, whole: string): Promise<Match> {
  const inOne = await matchWord(index, whole, false);
  // Single letters are in too many stories, with too many words beside them: AT&T.
  const isTelling = words.every((word) => word.length > 1 && !isWeightless(word, index.language));
  if (inOne.count > 0 && !isTelling) return inOne;
  const matched = either(await matchTogether(index, words, { areNeighbours: true }), inOne);
  if (matched.count > 0 || !HYPHENATED.test(text)) return matched;
  return matchTogether(index, words, { areNeighbours: false });
}

/** Words that are often written apart: whale-shark. */
const HYPHENATED = /^\p{L}+(?:[-‐‑–]\p{L}+)+$/u;

function publishedIn(index: OpenIndex, period: Period): Match {
  const matched = emptyMatch(index);
  const { articles, months } = index.entry;
  months.forEach(([month, first], at) => {
    if (!month.startsWith(period)) return;
    const end = months[at + 1]?.[1] ?? articles;
    matched.worth.fill(WORTH.names, first, end);
    matched.count += end - first;
  });
  return matched;
}

/** Finds the articles with a word. @param isStrict only as it is written, but for accents */
export async function matchWord(index: OpenIndex, word: string, isStrict: boolean): Promise<Match> {
  const matched = emptyMatch(index);
  const parts = emptyParts(index);
  for (const entry of await index.formsOf(stemOf(word, index.language))) {
    const factor = likeness(word, entry.form);
    if (!isStrict || factor !== WORTH.otherForm) addPostings(matched, parts, entry, factor);
  }
  for (let article = 0; article < matched.worth.length; article += 1) matched.worth[article] = sumOf(parts, article);
  return matched;
}

/** For each article what a word is worth there in its text, its headline and its names. */
type Parts = Record<'text' | 'title' | 'names', Float32Array>;

function emptyParts({ entry: { articles } }: OpenIndex): Parts {
  return { text: new Float32Array(articles), title: new Float32Array(articles), names: new Float32Array(articles) };
}

function likeness(word: string, form: string): number {
  if (word === form) return 1;
  return foldedForm(word) === foldedForm(form) ? WORTH.otherAccent : WORTH.otherForm;
}

/** Adds a form of a word. Several forms in one text add up, but never to more than one word can be worth; a headline counts once. */
function addPostings(matched: Match, parts: Parts, entry: WordEntry, factor: number): void {
  const { text, title, names } = parts;
  const { articles, fields, next } = entry.postings();
  articles.forEach((article, at) => {
    const bits = fields[at] ?? 0;
    const length = titleLength(bits);
    const inText = ((bits & FIELD.text) / FIELD.text) * factor;
    const inTitle = length === undefined ? 0 : (WORTH.title[length] ?? 0) * factor;
    const inNames = bits & FIELD.names ? WORTH.names * factor : 0;
    if (sumOf(parts, article) === 0) matched.count += 1;
    text[article] = 1 - (1 - (text[article] ?? 0)) * (1 - inText);
    title[article] = Math.max(title[article] ?? 0, inTitle);
    names[article] = Math.max(names[article] ?? 0, inNames);
    if (inTitle > 0) matched.title[article] = 1;
    matched.next[article] = (matched.next[article] ?? 0) | (next?.[at] ?? 255);
  });
}

function sumOf({ text, title, names }: Parts, article: number): number {
  return (text[article] ?? 0) + (title[article] ?? 0) + (names[article] ?? 0);
}

/** Words that are in one article, or follow each other there. */
async function matchTogether(
  index: OpenIndex,
  words: readonly string[],
  { areNeighbours }: { areNeighbours: boolean },
): Promise<Match> {
  const weighty = words.map((word) => !isWeightless(word, index.language));
  const isLoaded = (at: number) => weighty[at] || !weighty.includes(true);
  const matches = await Promise.all(
    words.map((word, at) => (isLoaded(at) ? matchWord(index, word, false) : undefined)),
  );
  return joint(index, matches, (article) => !areNeighbours || followAll(words, matches, article));
}

/** How many files of the index a phrase loads at most: first those of its grams. Other words say too which articles have it. */
const FILES_A_PHRASE = { alone: 3, beside: 2 } as const;

/**
 * Finds a phrase by the grams of its words. Of the words themselves only the longest is loaded, for its weight, and only if there
 * are few grams.
 * @param files how many are loaded at most
 */
async function matchPhrase(index: OpenIndex, words: readonly string[], files: number): Promise<Match> {
  const grams = phraseGrams(words, words.length < 4 ? files - 1 : files);
  const telling = words
    .filter((word) => !isWeightless(word, index.language))
    .sort((a, b) => b.length - a.length)
    .slice(0, grams.length < files ? 1 : 0);
  const [places, ...loaded] = await Promise.all([
    Promise.all(grams.map((gram) => index.articlesWith(gram))),
    ...telling.map((word) => matchWord(index, word, true)),
  ]);
  const hits = new Uint8Array(index.entry.articles);
  for (const articles of places) for (const article of articles) hits[article] = (hits[article] ?? 0) + 1;
  const matches = words.map((word) => loaded[telling.indexOf(word)]);
  return joint(index, matches, (article) => hits[article] === grams.length && followAll(words, matches, article));
}

/** The articles with several words. @param matches of each word; undefined if it is not loaded */
function joint(
  index: OpenIndex,
  matches: readonly (Match | undefined)[],
  isWanted: (article: number) => boolean,
): Match {
  const loaded = matches.filter((one) => one !== undefined);
  const all = emptyMatch(index);
  for (let article = 0; article < all.worth.length; article += 1) {
    if (!loaded.every(({ worth }) => (worth[article] ?? 0) > 0) || !isWanted(article)) continue;
    all.count += 1;
    const worth = loaded.reduce((sum, one) => sum + (one.worth[article] ?? 0), 0);
    all.worth[article] = loaded.length > 0 ? worth / loaded.length : 1;
    all.title[article] = loaded.length > 0 && loaded.every(({ title }) => title[article]) ? 1 : 0;
    all.next[article] = matches.at(-1)?.next[article] ?? 255;
  }
  return all;
}

/** Whether each word is one that follows the one before it in an article, as far as that is known. */
function followAll(words: readonly string[], matches: readonly (Match | undefined)[], article: number): boolean {
  return words.every((word, at) => {
    const before = matches[at - 1];
    return !before || ((before.next[article] ?? 0) & wordNumbers(word).bit) !== 0;
  });
}

function either(a: Match, b: Match): Match {
  const [worth, title, next] = [a.worth.slice(), a.title.slice(), a.next.slice()];
  let { count } = a;
  b.worth.forEach((value, article) => {
    if (value === 0) return;
    if (worth[article] === 0) count += 1;
    worth[article] = Math.max(worth[article] ?? 0, value);
    title[article] = (title[article] ?? 0) | (b.title[article] ?? 0);
    next[article] = (next[article] ?? 0) | (b.next[article] ?? 0);
  });
  return { worth, title, next, count };
}

/** Finds the articles with words that begin like an unfinished one. */
export async function matchFinished(index: OpenIndex, { words: [word = ''] }: Term): Promise<Match> {
  const common = finishedWords((await index.lexicon()).words, word, FINISHED);
  const finished = common.length > 0 ? common : await rareWordsBeginning(index, word);
  const matches = await Promise.all(finished.map((meant) => matchWord(index, meant, false)));
  return matches.reduce(either, emptyMatch(index));
}

/** The articles that have all terms and nothing excluded, counted. */
export function countOf(matches: readonly Match[], excluded: readonly Match[]): number {
  const [first] = matches;
  if (!first) return 0;
  let count = 0;
  for (let article = 0; article < first.worth.length; article += 1) if (isFound(matches, excluded, article)) count += 1;
  return count;
}

async function rareWordsBeginning(index: OpenIndex, word: string): Promise<string[]> {
  const words = await index.wordsBeginning(foldedForm(word));
  return words.map(({ form }) => form).slice(0, FINISHED);
}

/** Whether an article has all terms and nothing excluded. */
export function isFound(matches: readonly Match[], excluded: readonly Match[], article: number): boolean {
  return (
    matches.every(({ worth }) => (worth[article] ?? 0) > 0) && !excluded.some(({ worth }) => (worth[article] ?? 0) > 0)
  );
}
