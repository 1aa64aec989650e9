import type { Locale } from '#src/schemas/locale.ts';

/**
 * The commonest words of each language that the other does not have (frequency lists agree on them: for English the British
 * National Corpus, for Spanish the CREA of the Real Academia). Words of both (a, me, no, he, son) are left out, and so are the
 * Spanish articles, which names in English texts are full of (El Cid, La Paz, Playa del Carmen, Los Cabos).
 */
const WORDS: Record<Locale, ReadonlySet<string>> = {
  en: new Set(
    'the of and to is for on that with was by it as at from are be this were which have has had not will said would their its but they who there been when than more about an or if can out we you'.split(
      ' ',
    ),
  ),
  es: new Set(
    'que en un una por para con se su sus al es lo como más pero fue este esta está sin sobre entre también hay ya desde cuando muy les y han ha según donde hasta porque cada todos tiene son era ser dos años día'.split(
      ' ',
    ),
  ),
};

/** Letters and signs that English does not write, but for names. */
const SPANISH_SIGNS = /[ñ¿¡]/gi;

/** A text with fewer of these words is not judged: a headline of names has no language. */
const FEWEST = 12;

/** The same few words over and over are a list, a rhyme or an algebra lesson (“x y y”). */
const FEWEST_DIFFERENT = 4;

/** How many times more words of one language than of the other there must be; a quotation in the other is no mistake. */
const MARGIN = 3;

/** How much of a text is read: one that begins in a language continues in it. */
const LONGEST = 3_000;

/** The language a text is written in; undefined if that is not certain. */
export function languageOf(text: string): Locale | undefined {
  const start = text.slice(0, LONGEST);
  const counts: Record<Locale, number> = { en: 0, es: 0 };
  const different: Record<Locale, Set<string>> = { en: new Set(), es: new Set() };
  for (const [word] of start.toLowerCase().matchAll(/\p{L}+/gu)) {
    const locale = WORDS.en.has(word) ? 'en' : WORDS.es.has(word) ? 'es' : undefined;
    if (!locale) continue;
    counts[locale] += 1;
    different[locale].add(word);
  }
  counts.es += start.match(SPANISH_SIGNS)?.length ?? 0;
  const isPlain = (locale: Locale, other: Locale) =>
    counts[locale] >= FEWEST && different[locale].size >= FEWEST_DIFFERENT && counts[locale] >= MARGIN * counts[other];
  if (isPlain('en', 'es')) return 'en';
  return isPlain('es', 'en') ? 'es' : undefined;
}
