import { LOCALES } from '#src/schemas/locale.ts';
import { searchFileFolders } from '#src/urls.ts';
import { hostPolicy } from './content-security-policy.ts';

/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** The headers that a host sends with a site's files. */
export interface HeaderRules {
  /** For every file, and for the pages of errors. */
  everywhere: Headers;
  /** `Cache-Control` of all other files: revalidate each time. */
  caching: string;
  /** Folders whose files never change, since a changed file gets a new name. With slashes at both ends. */
  unchanging: readonly string[];
  /** `Cache-Control` of the files in those folders. */
  unchangingCaching: string;
}

/**
 * The headers of a site. HSTS is left to the operator, since it binds the whole domain, which others may share.
 * @see developer.mozilla.org/docs/Web/HTTP/Headers for each
 */
export function siteHeaders(): HeaderRules {
  return {
    everywhere: {
      'Content-Security-Policy': hostPolicy(),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    caching: 'no-cache',
    unchanging: ['/_astro/', '/_pictures/', ...LOCALES.flatMap(searchFileFolders)],
    unchangingCaching: 'public, max-age=31536000, immutable',
  };
}

/**
 * The headers of the form for editors, instead of the site's: its page has a policy of its own, but only a header can forbid
 * other sites to frame it.
 */
export function formHeaders(): HeaderRules {
  return {
    everywhere: { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' },
    caching: 'no-cache',
    unchanging: [],
    unchangingCaching: 'no-cache',
  };
}

/** The headers of one file. @param path from the site's root: `/articles/glass/` */
export function headersFor({ everywhere, caching, unchanging, unchangingCaching }: HeaderRules, path: string): Headers {
  const isUnchanging = unchanging.some((folder) => path.startsWith(folder));
  return { ...everywhere, 'Cache-Control': isUnchanging ? unchangingCaching : caching };
}
