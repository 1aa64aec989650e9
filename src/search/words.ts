/** A word of a text, or a part of one: `playa` in “Playa-Cozumel”. */
export interface Word {
  /** In lower case, with its accents; numbers without thousands separators. */
  form: string;
  /** UTF-16 units from the start of the text. */
  start: number;
  end: number;
  /** On the first part of a word with several: all of it in one, `playacozumel`. */
  whole?: { form: string; parts: number };
}

/** Apostrophes, and what is typed and printed for them; for Unicode, those of Kʼicheʼ and Hawaiʻi are letters. */
const APOSTROPHE = String.raw`['’‘\u0060´ʼʻʽʾʿˈʹ′＇]`;

/** Letters, digits, and the invisible characters that may be between them (soft hyphens, joiners). */
const RUN = String.raw`(?!${APOSTROPHE})[\p{L}\p{N}](?:(?!${APOSTROPHE})[\p{L}\p{M}\p{N}\p{Cf}])*`;

/** Scripts that put no space between words: each character is a word. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*`;

/** What joins the parts of one word: O’Brien, all-inclusive, hola@ejemplo.mx, AT&T. */
const JOIN = String.raw`(?:${APOSTROPHE}|[_.@&‐‑–-])`;

const WORD = new RegExp(
  [
    // Initials: U.S., and with a space J. K. and EE. UU.
    String.raw`(?<!\p{L})\p{Lu}{1,2}(?:\.\p{Lu}{1,2})+(?!\p{L})`,
    String.raw`(?<!\p{L})\p{Lu}(?:\.\s\p{Lu})+(?=\.)`,
    String.raw`(?<!\p{L})(?<one>\p{Lu})\k<one>\.\s(?<other>\p{Lu})\k<other>(?=\.)`,
    // Numbers with separators: 1,250 or 5.99.
    String.raw`(?<number>(?<![\p{L}\p{N}])\p{Nd}+(?:[.,]\p{Nd}+)+)`,
    `(?<unspaced>${UNSPACED})`,
    String.raw`(?<sign>(?<!\p{L})\p{L}(?:\+\+|#)(?![\p{L}\p{N}]))`,
    `${RUN}(?:${JOIN}${RUN})*`,
  ].join('|'),
  'uy',
);

/** Longer wholes are addresses and garbage: no one types them. */
const LONGEST_WHOLE = 40;

/** The words of a text in their order, the same for what is indexed and for what a reader types. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    if (ENDS_WORD.has(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const end = plainWordEnd(text, at);
    if (end > at) words.push({ form: text.slice(at, end).toLowerCase(), start: at, end });
    at = end > at ? end : readWord(text, at, words);
  }
  return words;
}

/** Signs after a word that join it to nothing, and that begin none. */
const ENDS_WORD = new Set([...' \n\t,;:!?)"”»*…'].map((sign) => sign.charCodeAt(0)));
const [FULL_STOP = 0, COMMA, HASH, AT] = [...'.,#@'].map((sign) => sign.charCodeAt(0));

/**
 * Where a word of plain letters, or of plain digits, ends, which most words are: for these, a regular expression would take
 * most of the time that an index takes.
 * @returns `at` if it is no such word
 */
function plainWordEnd(text: string, at: number): number {
  const isPlain = isPlainDigit(text.charCodeAt(at)) ? isPlainDigit : isPlainLetter;
  let end = at;
  while (isPlain(text.charCodeAt(end))) end += 1;
  if (end === at || isHandleSign(text.charCodeAt(at - 1))) return at;
  const next = text.charCodeAt(end);
  if (next === FULL_STOP) {
    // Short ones may be initials.
    return (end - at >= 3 || isPlain === isPlainDigit) && /\s/.test(text.charAt(end + 1)) ? end : at;
  }
  // Commas separate thousands.
  if (next === COMMA && isPlain === isPlainDigit && !/\s/.test(text.charAt(end + 1))) return at;
  return end === text.length || ENDS_WORD.has(next) ? end : at;
}

function isPlainLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}

function isPlainDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHandleSign(code: number): boolean {
  return code === HASH || code === AT;
}

/** Reads the word at a place, if there is one. @returns where to go on */
function readWord(text: string, at: number, words: Word[]): number {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  if (!match) return at + 1;
  const [found] = match;
  const { number, unspaced, sign } = match.groups ?? {};
  if (number !== undefined) words.push(...numberWords(number, at));
  else if (unspaced ?? sign) words.push({ form: formOf(found), start: at, end: at + found.length });
  else words.push(...compound(found, at, /[#@]/.test(text.charAt(at - 1))));
  return at + found.length;
}

function formOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC');
}

/** 1,250.00 and 1250 are one number, 5.99 and 5,99 too; dates and telephone numbers have parts. */
function numberWords(text: string, start: number): Word[] {
  const separators = text.match(/[.,]/g) ?? [];
  const grouped = /^\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?$|^\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?:,\p{Nd}+)?$/u.test(text);
  if (!grouped && separators.length > 1) return compound(text, start, false);
  const decimal = grouped ? /[.,](?=\p{Nd}{1,2}$|\p{Nd}{4,}$)/u.exec(text)?.index : text.search(/[.,]/);
  const whole = text.slice(0, decimal ?? text.length).replace(/[.,]/g, '');
  const rest = decimal === undefined ? '' : text.slice(decimal + 1).replace(/0+$/, '');
  return [{ form: rest ? `${whole}.${rest}` : whole, start, end: start + text.length }];
}

const LETTERS_OR_DIGITS = new RegExp(String.raw`(?:(?!${APOSTROPHE})[\p{L}\p{M}\p{Cf}])+|\p{N}[\p{N}\p{Cf}]*`, 'gu');
const GENITIVE = new RegExp(String.raw`\P{N}${APOSTROPHE}s$`, 'iu');

/** The parts of a word, between signs, letters and digits; in hashtags and handles also at capital letters. */
function compound(text: string, start: number, isHandle: boolean): Word[] {
  const pattern = isHandle ? /\p{Lu}?[\p{Ll}\p{Lo}\p{M}\p{Cf}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu : LETTERS_OR_DIGITS;
  const parts: Word[] = [...text.matchAll(pattern)].flatMap(({ 0: part, index }) => {
    const form = formOf(part);
    return form ? [{ form, start: start + index, end: start + index + part.length }] : [];
  });
  // The genitive is no word: Mexico’s. The 1980’s are the 1980s.
  if (parts.length > 1 && GENITIVE.test(text)) parts.pop();
  const [first] = parts;
  const form = parts.map((part) => part.form).join('');
  if (first && parts.length > 1 && form.length <= LONGEST_WHOLE) first.whole = { form, parts: parts.length };
  return parts;
}
