import type { BodyFacts } from '#src/markdown/body-facts.ts';
import type { WrittenLink } from '#src/rules/newsroom-view.ts';

/**
 * Links that may lead to the site: all but those of other schemes than the web's. Where the site is depends on the build.
 * @param placeOf line and column of an offset in the body
 */
export function linksToResolve(
  { links }: Pick<BodyFacts, 'links'>,
  placeOf: (offset: number) => Pick<WrittenLink, 'line' | 'column'>,
): WrittenLink[] {
  return links
    .filter(({ address }) => address && !/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(address.trim()))
    .map(({ address, addressOffset, form }) => ({
      address,
      ...placeOf(addressOffset),
      isReplaceable: form === 'words' || form === 'html',
    }));
}
