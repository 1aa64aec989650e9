import type { BodyLink } from '#src/markdown/body-facts.ts';
import { isWithoutScheme } from '#src/schemas/meant-address.ts';

/**
 * A text whose links to other sites have a full address. A browser would look for the others on this site.
 * @param links of that text
 */
export function withWebAddresses(body: string, links: readonly BodyLink[]): string {
  return links
    .filter(({ form, address }) => form === 'words' && isWithoutScheme(address))
    .sort((one, other) => other.addressOffset - one.addressOffset)
    .reduce((text, { address, addressOffset: at }) => {
      if (!text.startsWith(address, at)) return text;
      return `${text.slice(0, at)}https://${text.slice(at)}`;
    }, body);
}
