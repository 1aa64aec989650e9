import { markdownAddress } from '#src/schemas/markdown-address.ts';
import { fullAddress } from '#src/written-urls.ts';

/**
 * A test for the links of a body that lead nowhere: they are shown as their words. A page may write an address in its own way,
 * with escapes; what leads to the same place is as dead.
 * @param dead addresses as written in the body
 * @param page the full address of the page that shows it
 */
export function deadLinkTest(dead: readonly string[], page: string): (href: string) => boolean {
  if (dead.length === 0) return () => false;
  const all = [...dead, ...dead.map(markdownAddress)];
  const addresses = new Set([...all, ...all.map((address) => fullAddress(address, page))]);
  return (href) => addresses.has(href) || addresses.has(fullAddress(href, page));
}
