import { periodOf, type Period } from './periods.ts';
import { wordsOf } from './words.ts';

/** A word or phrase that a reader looks for. */
export interface Term {
  /** As it was typed, without quotation marks. */
  text: string;
  /** The words in their order: one, but for the parts of a word with several and for phrases. */
  words: readonly string[];
  /** All of it in one word, if it is one of several parts: `obrien`. */
  whole?: string;
  /** The stories of this year or month are meant too, which seldom name it. */
  period?: Period;
  /** Whether it is between quotation marks: found only as it is, with nothing between its words. */
  isPhrase: boolean;
}

export interface Query {
  /** What a story must have. */
  terms: readonly Term[];
  /** What it must not have. */
  excluded: readonly Term[];
  /** The words of `terms` as they follow each other, words of no weight included. */
  sequence: readonly string[];
}

/** Words that say nothing of what a story is about: they count only between quotation marks, or if there are no others. */
const WEIGHTLESS: Record<string, ReadonlySet<string>> = {
  en: setOf(`a an and are as at be been but by for from had has have he her his how i if in into is it its no not of on or our she
    so than that the their there they this to up was we were what when where which who why will with would you your`),
  es: setOf(`a al ante aquí con contra cual cuando de del desde donde e el él ella ellas ellos en entre era es esa ese eso esta
    este esto están está fue ha han hasta hay la las le les lo los más me mi muy ni no nos o para pero por porque que qué se ser
    si sí sin sobre son su sus también te tu un una uno unos unas y ya yo`),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/**
 * Reads what was typed: words, “phrases”, and a minus sign before what is not wanted.
 * @param language of the articles
 */
export function parseQuery(text: string, language: string): Query {
  const pieces = [
    ...text.matchAll(/(?<minus>(?<!\S)[-−])?(?:["“”«»„](?<phrase>[^"“”«»„]*)["“”«»„]|(?<bare>[^\s"“”«»„]+))/gu),
  ];
  const [terms, excluded]: [Term[], Term[]] = [[], []];
  // Bare pieces are read together, because some words have spaces: EE. UU.
  let bare = '';
  const readBare = () => {
    terms.push(...wordTerms(bare, language));
    bare = '';
  };
  for (const { groups = {} } of pieces) {
    const { minus, phrase, bare: piece = '' } = groups;
    const typed = phrase ?? piece;
    if (minus && wordsOf(typed).length > 0)
      excluded.push(...(phrase === undefined ? wordTerms(typed, language) : phraseTerm(typed)));
    else if (phrase === undefined) bare += ` ${minus ?? ''}${piece}`;
    else {
      readBare();
      terms.push(...phraseTerm(phrase));
    }
  }
  readBare();
  const isWeightless = ({ words, isPhrase }: Term) =>
    !isPhrase && words.length === 1 && WEIGHTLESS[language]?.has(words[0] ?? '');
  const weighty = terms.filter((term) => !isWeightless(term));
  return {
    terms: weighty.length > 0 ? weighty : terms,
    excluded,
    sequence: terms.flatMap(({ words }) => words),
  };
}

function wordTerms(text: string, language: string): Term[] {
  const words = wordsOf(text);
  const all = words.map(({ form }) => form);
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const { whole, start } = words[at] ?? { start: 0 };
    const period = whole ? undefined : periodOf(all, at, language);
    const some = words.slice(at, at + (whole?.parts ?? 1));
    at += some.length;
    const forms = some.map(({ form }) => form);
    const typed = text.slice(start, some.at(-1)?.end);
    terms.push({
      text: typed,
      words: forms,
      isPhrase: false,
      ...(whole && { whole: whole.form }),
      ...(period && { period }),
    });
  }
  return terms;
}

function phraseTerm(text: string): Term[] {
  const words = wordsOf(text).map(({ form }) => form);
  return words.length === 0 ? [] : [{ text: text.trim(), words, isPhrase: true }];
}

/** Whether a word of a phrase need not be loaded: what follows the word before it tells that it is there. */
export function isWeightless(word: string, language: string): boolean {
  return WEIGHTLESS[language]?.has(word) ?? false;
}
