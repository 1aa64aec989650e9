import { decodeHTMLStrict } from 'entities/decode';

/** A text that readers can be shown, and how many characters were removed for it. */
export interface CleanText {
  text: string;
  removed: number;
}

/**
 * What is removed: control characters and halves of surrogate pairs, which XML and YAML forbid, characters that turn the
 * direction of writing or that no one sees, which the linter refuses, and `^M`, with which the wire's archives print a
 * carriage return.
 */
const UNPRINTABLE =
  /\^M|[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

const LINE_BREAK = /\r\n?|[\v\f\u2028\u2029]/g;

/**
 * Decodes character references (`&lt;`, `&#233;`) once, and makes the text {@link printableText}. Runs of spaces stay:
 * {@link oneLine} removes them if lines do not matter.
 */
export function cleanText(raw: string): CleanText {
  return printableText(decodeHTMLStrict(raw));
}

/** Makes every kind of line break a line feed, and removes what is unprintable. */
export function printableText(raw: string): CleanText {
  let removed = 0;
  const text = raw.replace(LINE_BREAK, '\n').replace(UNPRINTABLE, () => {
    removed += 1;
    return '';
  });
  return { text, removed };
}

/** The text on one line: every run of white space becomes one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
