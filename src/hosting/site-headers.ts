import { LOCALES } from '#src/schemas/locale.ts';
import { hostPath, searchFileFolders } from '#src/urls.ts';
import { hostPolicy } from './content-security-policy.ts';

/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** The headers that a host sends with a site's files. */
export interface HeaderRules {
  /** The path of the host below which the site is; '' at the root. */
  below: string;
  /** For every file, and for the pages of errors. */
  everywhere: Headers;
  /** `Cache-Control` of all other files: revalidate each time. */
  caching: string;
  /** Folders whose files never change, since a changed file gets a new name. With slashes at both ends. */
  unchanging: readonly string[];
  /** `Cache-Control` of the files in those folders. */
  unchangingCaching: string;
  /** `Content-Type` of files by how their names end, where hosts know none or leave out that they are UTF-8: `.ics`. */
  types: Headers;
}

/**
 * The headers of a site. HSTS is left to the operator, since it binds the whole domain, which others may share.
 * @param below the path of its host below which it is
 * @param form the address on another site to which forms are sent
 * @see developer.mozilla.org/docs/Web/HTTP/Headers for each
 */
export function siteHeaders(below = '', form?: string): HeaderRules {
  return {
    below,
    everywhere: {
      'Content-Security-Policy': hostPolicy(form),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    caching: 'no-cache',
    unchanging: ['/_astro/', '/_pictures/', ...LOCALES.flatMap(searchFileFolders)].map((path) => hostPath(below, path)),
    unchangingCaching: 'public, max-age=31536000, immutable',
    types: { '.ics': 'text/calendar; charset=utf-8' },
  };
}

/**
 * The headers of the form for editors, instead of the site's: its page has a policy of its own, but only a header can forbid
 * other sites to frame it.
 */
export function formHeaders(): HeaderRules {
  return {
    below: '',
    everywhere: { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' },
    caching: 'no-cache',
    unchanging: [],
    unchangingCaching: 'no-cache',
    types: {},
  };
}

/** The headers of one file. @param path from the host's root: `/articles/glass/` */
export function headersFor(
  { everywhere, caching, unchanging, unchangingCaching, types }: HeaderRules,
  path: string,
): Headers {
  const isUnchanging = unchanging.some((folder) => path.startsWith(folder));
  const [, type] = Object.entries(types).find(([ending]) => path.endsWith(ending)) ?? [];
  return {
    ...everywhere,
    'Cache-Control': isUnchanging ? unchangingCaching : caching,
    ...(type !== undefined && { 'Content-Type': type }),
  };
}
