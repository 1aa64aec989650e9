import type { Query } from './parse-query.ts';
import { foldedForm, stemOf } from './stems.ts';
import { wordsOf, type Word } from './words.ts';

/** A run of a text, and whether it matches the query. */
export interface TextRun {
  text: string;
  isMatch: boolean;
}

/** What an excerpt shows of a text, in words. */
const EXCERPT_WORDS = 28;
/** How far before the first match an excerpt may begin, to begin with a sentence. */
const LEAD_WORDS = 9;

/** Says of a word among others whether a query looks for it. */
export type WordTest = (word: Word, at: number, words: readonly Word[]) => boolean;

/** Words of a phrase match only if they follow each other. @param language of the text */
export function matchedBy({ terms }: Query, language: string): WordTest {
  const single = terms.filter(({ isPhrase }) => !isPhrase);
  const stems = new Set(
    single.flatMap(({ words, whole }) =>
      [...words, ...(whole === undefined ? [] : [whole])].map((word) => stemOf(word, language)),
    ),
  );
  const phrases = terms.filter(({ isPhrase }) => isPhrase).map(({ words }) => words.map(foldedForm));
  return ({ form, whole }, at, words) =>
    stems.has(stemOf(form, language)) ||
    (whole !== undefined && stems.has(stemOf(whole.form, language))) ||
    phrases.some((phrase) => phrase.some((_, before) => isPhraseAt(words, at - before, phrase)));
}

function isPhraseAt(words: readonly Word[], start: number, phrase: readonly string[]): boolean {
  return phrase.every((form, after) => {
    const word = words[start + after];
    return word !== undefined && foldedForm(word.form) === form;
  });
}

/** The part of a text that says most of what was looked for, with its matches; the beginning if nothing matches. */
export function excerptRuns(text: string, isMatch: WordTest): TextRun[] {
  const words = wordsOf(text);
  const matches = words.map(isMatch);
  const first = bestStart(words, matches);
  const shown = words.slice(first, first + EXCERPT_WORDS);
  const start = startBefore(text, shown[0]?.start ?? 0);
  const end = first + EXCERPT_WORDS >= words.length ? text.length : endAfter(text, shown.at(-1)?.end ?? text.length);
  const marked = shown.filter((_, at) => matches[first + at]);
  return withEllipses(runsOf(text, start, end, marked));
}

/** The place of the word with which the best excerpt begins: the one with most different matches, the first of these. */
function bestStart(words: readonly Word[], matches: readonly boolean[]): number {
  let [best, most] = [0, 0];
  matches.forEach((isMatch, at) => {
    if (!isMatch) return;
    const forms = words.slice(at, at + EXCERPT_WORDS - LEAD_WORDS).filter((_, after) => matches[at + after]);
    const different = new Set(forms.map(({ form }) => foldedForm(form))).size;
    if (different > most) [best, most] = [at, different];
  });
  // Short leads are read with what comes before them.
  return best <= LEAD_WORDS ? 0 : best - sentenceLead(words, best);
}

/** How many words before a place its sentence begins, if that is near; else a few words. */
function sentenceLead(words: readonly Word[], at: number): number {
  for (let back = 0; back <= LEAD_WORDS; back += 1) {
    const [before, word] = [words[at - back - 1], words[at - back]];
    // More than a space between two words: a sentence has ended, or a quotation begins.
    if (before && word && word.start - before.end > 1) return back;
  }
  return 4;
}

/** A text without spaces is cut all the same. */
const LONGEST_PIECE = 40;

/** Where what is written together with a word begins: quotation marks, brackets, other parts of the word. */
function startBefore(text: string, start: number): number {
  const piece = /\S*$/.exec(text.slice(Math.max(0, start - LONGEST_PIECE), start))?.[0] ?? '';
  return start - piece.length;
}

/** Where what is written together with a word ends. */
function endAfter(text: string, end: number): number {
  return end + (/^\S*/.exec(text.slice(end, end + LONGEST_PIECE))?.[0].length ?? 0);
}

/** A text with its matches. */
export function markedRuns(text: string, isMatch: WordTest): TextRun[] {
  return runsOf(text, 0, text.length, wordsOf(text).filter(isMatch));
}

function runsOf(text: string, start: number, end: number, marked: readonly Word[]): TextRun[] {
  const runs: TextRun[] = [];
  let at = start;
  for (const word of marked) {
    runs.push(
      { text: text.slice(at, word.start), isMatch: false },
      { text: text.slice(word.start, word.end), isMatch: true },
    );
    at = word.end;
  }
  runs.push({ text: text.slice(at, end), isMatch: false });
  return runs.filter((run) => run.text);
}

/** Adds an ellipsis if an excerpt begins or ends within a sentence. */
function withEllipses(runs: readonly TextRun[]): TextRun[] {
  const text = runs.map((run) => run.text).join('');
  if (!text) return [];
  const before = /^[\s“‘«¿¡(]*[\p{Lu}\p{N}]/u.test(text) ? [] : [{ text: '…\u00a0', isMatch: false }];
  const after = /[.!?:”’»)]\s*$/.test(text) ? [] : [{ text: '\u00a0…', isMatch: false }];
  return [...before, ...runs, ...after];
}

/** Whether the words of a phrase follow each other in a text, whatever accents and capitals. */
export function holdsPhrase(text: string, words: readonly string[]): boolean {
  const written = wordsOf(text);
  const phrase = words.map(foldedForm);
  return written.some((_, at) => isPhraseAt(written, at, phrase));
}
