/** How fast a story is read: words a minute, as in most newsrooms' figures (Brysbaert 2019 found 238 for English, 278 for Spanish). */
const WORDS_A_MINUTE = 240;

/** What is no word for readers: addresses of links and pictures, embeds, tags, the marks of footnotes. */
const NO_WORDS = /\]\([^)\s]*|^::[a-z]+\{.*\}$|<[^>\n]*>|\[\^[^\]\n]*\]|https?:\/\/\S+/gm;

/** How many words of a Markdown text a reader reads, and how many minutes that takes. */
export function countWords(markdown: string): { words: number; minutes: number } {
  const words = markdown.replace(NO_WORDS, ' ').match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return { words, minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)) };
}
