const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** A base that no real address has, to find out whether an address leaves the site. */
const OWN = 'https://own.invalid';

/** Characters that browsers drop or read as `/` and other programs do not: each would go somewhere else. */
const AMBIGUOUS = /[\u0000-\u0020\u007f\\]/;

/**
 * Whether a link may have an address: http, https, mailto and tel, and addresses on this site. Schemes are parsed as browsers
 * do (WHATWG URL), whatever their spelling. A user name before the host (`https://bank.example@evil.example/`) deceives readers
 * or gives a password away.
 */
export function isSafeAddress(href: string): boolean {
  if (AMBIGUOUS.test(href)) return false;
  const url = URL.parse(href, OWN);
  return url !== null && SAFE_SCHEMES.has(url.protocol) && !url.username && !url.password;
}

/** Whether a safe address leads to another site. */
export function leavesSite(href: string): boolean {
  const url = new URL(href, OWN);
  return url.origin !== OWN && url.protocol.startsWith('http');
}
