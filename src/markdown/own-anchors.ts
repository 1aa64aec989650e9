import { decodedAddress } from '#src/schemas/decoded-address.ts';
import { pathBelowHost, sitePath } from '#src/urls.ts';
import { ownUrl, partOf, withoutIndex } from '#src/written-urls.ts';
import { idMeant } from './body-ids.ts';
import type { HtmlElement } from './html-tree.ts';

/** Of a body that is rendered for no page in particular: only `#…` and an empty path lead to its own parts. */
const NO_PAGE = 'https://own.invalid/';

/**
 * Makes the links of a body to its own parts lead to the ids that these have on the page: editors write `#tickets`, and the id
 * has a prefix. However the page itself is named in them: not at all, by its path, by its full address.
 * @param links elements with an `href`
 * @param ids of the body
 * @param page the full address of the page that shows it
 * @param site the site's address, which may be below a path
 */
export function leadToOwnIds(
  links: readonly HtmlElement[],
  ids: ReadonlySet<string>,
  page = NO_PAGE,
  site = new URL(page).origin,
): void {
  for (const { properties } of links) {
    const href = String(properties['href']);
    const hash = href.indexOf('#');
    if (hash < 0 || !isOwnPage(href, page, site)) continue;
    const part = partOf(href.slice(hash));
    const id = part && idMeant(plain(part), ids);
    if (id) properties['href'] = `${href.slice(0, hash + 1)}${id}${href.slice(hash + 1 + part.length)}`;
  }
}

/** Whether an address leads to the page that it is written on. @param page its full address */
function isOwnPage(address: string, page: string, site: string): boolean {
  const url = ownUrl(address, page, [site]);
  const own = sitePath(pathBelowHost(site), new URL(page).pathname);
  return url !== undefined && own !== undefined && withoutIndex(plain(url.pathname)) === plain(own);
}

/** As it is if its escapes are wrong. */
const plain = (text: string) => decodedAddress(text) ?? text;
