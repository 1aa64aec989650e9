/** A Markdown file, split at its two `---` lines. */
export interface TakenApart {
  frontMatter: string;
  /** The line of the file, from 1, on which the front matter begins. */
  frontMatterLine: number;
  body: string;
}

const FENCE = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Splits a Markdown file into its front matter and body.
 * @returns undefined if the file does not begin with a `---` fence that is closed by another
 */
export function splitFrontMatter(text: string): TakenApart | undefined {
  const match = FENCE.exec(text);
  if (!match) return undefined;
  return { frontMatter: match[1] ?? '', frontMatterLine: 2, body: text.slice(match[0].length) };
}
