import { headingId } from './heading-levels.ts';

/**
 * The ids of a rendered body, which links can lead to: of headings, of footnotes, and those written by hand. The sanitiser keeps
 * them as they will be on the page.
 * @param html from this room
 */
export function idsIn(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>"]*(?:"[^"]*"[^>"]*)*?\sid="([^"]*)"/g)].map(([, id = '']) => id);
}

/**
 * The id that a link's `#…` means on a page: the id itself, without the prefix that ids of bodies have, or a heading's words.
 * @param anchor decoded, without the `#`
 * @returns undefined if the page has no such part
 */
export function idMeant(anchor: string, ids: { has: (id: string) => boolean }): string | undefined {
  return [anchor, `s-${anchor}`, headingId(anchor), headingId(anchor.replace(/^s-/, ''))].find((id) => ids.has(id));
}
