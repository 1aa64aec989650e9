import type { Edition } from '#src/newsroom/edition.ts';
import type { Redirect } from '#src/newsroom/redirects.ts';
import { signUpFormUrl } from '#src/outside-urls.ts';
import { articleUrl, hostPath, pathBelowHost } from '#src/urls.ts';

/** An address that answers 410 for good. */
export interface Gone {
  /** A path, decoded. */
  from: string;
  /** The address of the tombstone: the page that says why the article was withdrawn. */
  notice: string;
}

/** What a host answers at addresses without a page. The one source of every format. */
export interface HostRules {
  /** The path of the host below which the site is: in each `from`, `to` and `notice`, as in requests. '' at the root. */
  below: string;
  /** The address on another site to which forms are sent: the sign-up for the newsletter. */
  form?: string | undefined;
  /** 301 to the final address, in one step. */
  redirects: readonly Redirect[];
  /** 410, with the tombstone as the page that readers see. */
  gone: readonly Gone[];
}

/** The rules of all editions. */
export function hostRules(editions: readonly Edition[]): HostRules {
  const [first] = editions;
  const below = first ? pathBelowHost(first.site.url) : '';
  const provider = first?.site.newsletter?.provider;
  const onHost = (path: string) => hostPath(below, path);
  return {
    below,
    form: provider && signUpFormUrl(provider),
    redirects: redirectsIn(editions).map(({ from, to, locale }) => ({ from: onHost(from), to: onHost(to), locale })),
    gone: editions.flatMap(({ withdrawn }) =>
      withdrawn.flatMap((article) => {
        const notice = articleUrl(article);
        return [notice, ...article.aliases].map((from) => ({ from: onHost(from), notice: onHost(notice) }));
      }),
    ),
  };
}

/** The redirects of all editions, by paths of the site. */
export function redirectsIn(editions: readonly Edition[]): Redirect[] {
  return editions.flatMap(({ redirects }) => redirects);
}

/** A path as in a request or a `Location` header: percent-encoded. */
export function encodedPath(path: string): string {
  return encodeURI(path);
}

/** A path in a regular expression, for itself. */
export function quotedPath(path: string): string {
  return path.replace(/[.+]/g, String.raw`\$&`);
}

/** A path with its last slash and without, since hosts get requests for both. A path with an extension has one form. */
export function slashVariants(path: string): string[] {
  if (hasExtension(path)) return [path];
  return path.endsWith('/') ? [path, path.slice(0, -1)] : [path, `${path}/`];
}

/** Whether a path ends with a file extension: `/2019/story.html`. */
export function hasExtension(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path);
}

/** The file of a page of this site: `/articles/glass/` → `/articles/glass/index.html`. */
export function pageFileOf(address: string): string {
  return `${address}index.html`;
}
