/**
 * One of these is needed by all raw HTML, links, pictures, tables, headings and code with a language's name: a mark, an address,
 * or a line of `-`, `=` or `:`. Escapes and entities count, since Sätteri finds addresses after decoding them (`www\.` is one);
 * but an escaped `<` is part of no address.
 */
const MARKUP = /[[|#@]|(?<!\\)<|\\(?!<)|(?:```|~~~)[^`~\n]|&[#\w]+;|:\/\/|www\.|^[ \t>]*[-=:][-=: \t]*$/im;

/**
 * Whether a body certainly contains nothing but paragraphs, lists, quotes, emphasis and code: it has no mark that anything else
 * in CommonMark and its GitHub extensions needs. False does not mean that there is something else.
 * @see spec.commonmark.org/0.31.2, github.github.com/gfm (tables, autolinks)
 */
export function isPlainProse(markdown: string): boolean {
  return !MARKUP.test(markdown);
}
