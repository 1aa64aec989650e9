/** Small letters whose sign is a part of them, and not an accent that Unicode can take off. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i' },
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** A text without the accents that are signs of their own in Unicode: `Cancun` for `Cancún`, but `Łodz` for `Łódź`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The same with plain letters for ß, ø, ł and their like: `strasse`, `lodz`. @param text in lower case */
export function plainLetters(text: string): string {
  return withoutAccents(text).replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
