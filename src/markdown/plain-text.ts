import { decodeXML } from 'entities/decode';

/**
 * The text of rendered HTML, for search and reading time: a line for each block, without the numbers of footnotes. Only for
 * HTML from this room; it does not sanitise.
 */
export function plainText(html: string): string {
  const text = html
    .replace(/<sup>.*?<\/sup>|<a [^>]*data-footnote-backref.*?<\/a>/gs, '')
    .replace(/<\/(?:p|h[1-6]|li|dt|dd|td|th|tr|caption|figcaption|summary|div|blockquote|pre)>|<br>/g, '\n')
    .replace(/<(?:"[^"]*"|[^>"])*>/g, '');
  return decodeXML(text)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** A calm reader's pace for news, in either language. */
const WORDS_A_MINUTE = 220;

/** The whole minutes it takes to read a text, at least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(wordCount(text) / WORDS_A_MINUTE));
}

export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
