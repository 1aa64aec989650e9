import { sitePart } from '#src/urls.ts';

/** The front of a list: not one of its numbered pages. */
const FRONT = /^((?:es\/)?[^/]+\/[^/]+\/)index\.html$/;

/** The addresses of lists (topics, authors, places, sections) among the files that a build has removed. */
export function lostLists(removed: readonly string[]): string[] {
  return removed.flatMap((file) => {
    const [, path] = FRONT.exec(file) ?? [];
    const part = path === undefined ? undefined : sitePart(`/${path}`);
    return part && 'slug' in part ? [`/${path ?? ''}`] : [];
  });
}
