/**
 * What Faustina's Latin files have in both weights (their `cmap`): anything else would be drawn as an empty box. If another
 * font file is added to {@link file://./draw-card.ts}, its characters are added here.
 */
const DRAWABLE =
  /[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f\u0192\u01fa-\u021b\u0300\u0301\u0303\u0304\u0308\u0323\u1e80-\u1e85\u1ef2-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u20a1\u20ac\u2122\u2212]/u;

/** A text with the letters that can be drawn: others as the letters they consist of (ﬁ → fi), or not at all (🌴). */
export function drawableText(text: string): string {
  return [...text.normalize('NFC')]
    .map((sign) => {
      if (DRAWABLE.test(sign)) return sign;
      if (/[\u02bb\u02bc]/.test(sign)) return '’';
      if (/\s/.test(sign)) return ' ';
      return [...sign.normalize('NFKD')].filter((part) => DRAWABLE.test(part)).join('');
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/**
 * Whether a card can say a headline: it has a letter or number, and loses none. Without its emoji a headline says the same; without
 * a word in Arabic or Chinese it does not.
 */
export function isSayable(headline: string): boolean {
  const letters = headline.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length > 0 && letters.every((letter) => DRAWABLE.test(letter) || drawableText(letter) !== '');
}
