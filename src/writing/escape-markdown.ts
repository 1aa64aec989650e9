/**
 * Characters that mean something within a line of Markdown; `&` if it would begin a character reference; and the signs
 * by which addresses are known, since an address found before escapes are read keeps their backslashes.
 */
const WITHIN_LINE = /[\\`*_~[\]<@]|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\./gi;

/** A heading, list, quotation or rule: only the first of its signs needs escaping for the line to be a paragraph. */
const OPENING_SIGN = /^(?:#(?=#{0,5}(?:\s|$))|>|[-+](?=\s|$)|-(?=[-\s]*$)|[|:=](?=[-\s|:=]*$))/;

/** `1.` or `1)` would begin a numbered list. */
const OPENING_NUMBER = /^(\d{1,9})(?=[.)](?:\s|$))/;

/**
 * Escapes one line of plain text so that Markdown shows it word for word. Quotation marks, dashes and dots are left to
 * the pipeline, which typesets them in every article; addresses become links, with the same words.
 * @param line without line breaks and without white space at its ends
 */
export function escapeMarkdown(line: string): string {
  return line.replace(WITHIN_LINE, '\\$&').replace(OPENING_SIGN, '\\$&').replace(OPENING_NUMBER, '$1\\');
}
