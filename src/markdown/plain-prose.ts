/**
 * What raw HTML, links, pictures, tables, headings and code with a language’s name cannot do without: their own marks, an address, and for the last two
 * a line of `-`, `=` or `:`. Addresses are looked for when escapes and entities have been read (`www\.` is one), so those
 * count as well.
 */
const MARKUP = /[<[|#@\\]|(?:```|~~~)[^`~\n]|&[#\w]+;|:\/\/|www\.|^[ \t>]*[-=:][-=: \t]*$/im;

/**
 * Whether a body holds nothing but paragraphs, lists, quotes, emphasis and code, as most of an archive does: by the marks
 * without which CommonMark and its GitHub extensions know nothing else. A body with such a mark may still be as plain.
 * @see spec.commonmark.org/0.31.2, github.github.com/gfm (tables, autolinks)
 */
export function isPlainProse(markdown: string): boolean {
  return !MARKUP.test(markdown);
}
