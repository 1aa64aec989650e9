import { hostPolicy } from './content-security-policy.ts';

/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** What a host says with a site's files. */
export interface HeaderRules {
  /** Said with every file, and with the pages for what is missing. */
  everywhere: Headers;
  /** How long copies are good, where nothing else is said: they are asked about each time. */
  caching: string;
  /** Folders whose files never change: a changed one has another name. With slashes at both ends. */
  unchanging: readonly string[];
  /** How long copies of those are good. */
  unchangingCaching: string;
}

/**
 * The headers of a site. HSTS is the operator's to send: it binds a whole domain for as long as it says, and others may share
 * that.
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
    unchanging: ['/_astro/', '/_pictures/'],
    unchangingCaching: 'public, max-age=31536000, immutable',
  };
}

/**
 * The headers of the form for editors, in place of the site's: what it may load and ask stands in its page, and only a header
 * can keep it out of other pages' frames.
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
