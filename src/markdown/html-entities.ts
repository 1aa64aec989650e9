import { decodeHTMLStrict } from 'entities/decode';

/** A character that is written as HTML: `&hellip;`, `&#8217;`. */
export interface HtmlEntity {
  /** Where it begins in the text, in UTF-16 units. */
  index: number;
  written: string;
  /** What it means: a plain space for every kind of space; '' for what cannot be seen. */
  character: string;
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** The HTML entities of a text, where they are shown as they are typed: outside a body. */
export function htmlEntitiesIn(text: string): readonly HtmlEntity[] {
  return [...text.matchAll(ENTITY)].flatMap(({ index, 0: written }) => {
    const character = decodeHTMLStrict(written);
    // An ampersand between two words and a semicolon, such as “R&D;”.
    if (character === written) return [];
    return [{ index, written, character: character.replace(/\p{Z}/gu, ' ').replace(/[\p{C}\ufffd]/gu, '') }];
  });
}
