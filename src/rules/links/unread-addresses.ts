import type { Collection } from '#src/schemas/collections.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleUrl, eventListUrl, eventUrl, issueUrl, listUrl, pageUrl } from '#src/urls.ts';

/**
 * The addresses that a file would have, as far as they can be guessed if it could not be read: a link to it is not dead.
 * @param locale of its folder, if it is a text
 */
export function unreadAddresses(collection: Collection, locale: Locale | undefined, slug: string): string[] {
  switch (collection) {
    case 'articles':
      return locale ? [articleUrl({ locale, slug })] : [];
    case 'pages':
      return locale ? [pageUrl({ locale, slug })] : [];
    case 'events':
      return locale ? [eventUrl({ locale, slug })] : [];
    case 'event-kinds':
      return LOCALES.map((language) => eventListUrl({ locale: language, kind: 'kind', slug }));
    case 'newsletters':
      return locale ? [issueUrl({ locale, slug })] : [];
    case 'notices':
      return [];
    default:
      return LOCALES.map((language) => listUrl({ locale: language, kind: collection, slug }));
  }
}
