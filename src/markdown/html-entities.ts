import { decodeHTMLStrict } from 'entities/decode';

/** A character that is written as HTML: `&hellip;`, `&#8217;`. */
export interface HtmlEntity {
  /** Where it begins in the text, in UTF-16 units. */
  index: number;
  written: string;
  /** What it means: a plain space for every kind of space; '' for what cannot be seen. */
  character: string;
}

const NUMBERED = String.raw`#\d{1,7}|#x[\da-f]{1,6}`;
/** The names that are typed and pasted most: without its semicolon, any other may be a word, as in “rock &and roll”. */
const USUAL =
  'nbsp|amp|quot|apos|hellip|[mn]dash|[lr][sd]?aquo|[lr][sd]quo|iexcl|iquest|euro|copy|reg|[aeioun](?:acute|grave|uml|tilde)';
const ENTITY = new RegExp(
  `&(?:${NUMBERED}|[a-z][a-z\\d]{1,31});|&#\\d{2,7}(?![\\d;])|&(?:${USUAL})(?![\\p{L}\\d;])`,
  'giu',
);

/** The HTML entities of a text, where they are shown as they are typed: outside a body. */
export function htmlEntitiesIn(text: string): readonly HtmlEntity[] {
  return [...text.matchAll(ENTITY)].flatMap(({ index, 0: written }) => {
    const whole = written.endsWith(';') ? written : `${written};`;
    const character = decodeHTMLStrict(whole);
    // An ampersand between two words and a semicolon, such as “R&D;”.
    if (character === whole) return [];
    return [{ index, written, character: character.replace(/\p{Z}/gu, ' ').replace(/[\p{C}\ufffd]/gu, '') }];
  });
}
