import type { Collection } from '#src/schemas/collections.ts';
import { isWords, valueFactsAt } from '#src/schemas/field-facts.ts';
import { parseYaml } from './front-matter.ts';

/** A text that YAML cannot read because of the sign with which it begins. */
export interface UnquotedText {
  field: string;
  sign: string;
  /** Of the text, in UTF-16 units. */
  offset: number;
  /** The whole front matter with quotation marks around it. */
  quoted: string;
}

/** A field at the beginning of a line whose text begins with a sign of YAML's own: a bracket, a quotation mark, `@`. */
const SUSPECT = /^(?<before>(?<field>[A-Za-z]\w*):[ \t]+)(?<value>[[\]{}@`%|>?*&!"',-].*?)[ \t]*\r?$/gm;

/** Finds a text that only lacks quotation marks: with them, the front matter can be read. */
export function unquotedText(text: string, collection: Collection): UnquotedText | undefined {
  for (const { index, groups: { before = '', field = '', value = '' } = {} } of text.matchAll(SUSPECT)) {
    const sign = value.charAt(0);
    if (!isWords(valueFactsAt(collection, [field])) || isOpenQuote(value)) continue;
    const offset = index + before.length;
    const quoted = text.slice(0, offset) + JSON.stringify(value) + text.slice(offset + value.length);
    if (parseYaml(quoted).ok) return { field, sign, offset, quoted };
  }
  return undefined;
}

/** A quotation mark that nothing closes has a message of its own. */
function isOpenQuote(value: string): boolean {
  return /^["']/.test(value) && value.indexOf(value.charAt(0), 1) < 0;
}
