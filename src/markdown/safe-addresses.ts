const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** A base that no real address has, to see whether an address leaves the site. */
const OWN = 'https://own.invalid';

/** Signs that browsers drop, or read as `/`, and other programs do not: an address with one says different things to each. */
const AMBIGUOUS = /[\u0000-\u0020\u007f\\]/;

/**
 * Whether an address may stand in a link: http, https, mailto and tel, and addresses on this site. Schemes are judged as
 * browsers parse them (WHATWG URL), not as they are spelt. A name before the host (`https://bank.example@evil.example/`) is
 * there to deceive readers, or gives a password away.
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
