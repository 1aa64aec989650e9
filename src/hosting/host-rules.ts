import type { Edition } from '#src/newsroom/edition.ts';
import type { Redirect } from '#src/newsroom/redirects.ts';
import { articleUrl } from '#src/urls.ts';

/** An address at which nothing will stand again. */
export interface Gone {
  /** A path, decoded. */
  from: string;
  /** The address of the page that says so. */
  notice: string;
}

/** What a host is to answer at addresses that are no page's any more. The one source of every format. */
export interface HostRules {
  /** 301 to where it leads, in one step. */
  moved: readonly Redirect[];
  /** 410, with the notice as what the reader sees. */
  gone: readonly Gone[];
}

/** The rules of all editions. */
export function hostRules(editions: readonly Edition[]): HostRules {
  return {
    moved: editions.flatMap(({ redirects }) => redirects),
    gone: editions.flatMap(({ withdrawn }) =>
      withdrawn.flatMap((story) => {
        const notice = articleUrl(story);
        return [notice, ...story.aliases].map((from) => ({ from, notice }));
      }),
    ),
  };
}

/** A path as it stands in a request and in a `Location`: what is not ASCII in percent signs. */
export function encoded(path: string): string {
  return encodeURI(path);
}

/** A path with its last slash, and without: a host is asked for either. The root of a file with an ending is itself alone. */
export function spellings(path: string): string[] {
  if (isFile(path)) return [path];
  return path.endsWith('/') ? [path, path.slice(0, -1)] : [path, `${path}/`];
}

/** Whether a path ends in a file's name, as `/2019/story.html`. */
export function isFile(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path);
}

/** The file of a page with an address of ours: `/articles/glass/` → `/articles/glass/index.html`. */
export function pageFileOf(address: string): string {
  return `${address}index.html`;
}
