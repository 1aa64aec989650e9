import { translator } from '#src/i18n/translate.ts';
import type { ArticlesBy, Edition } from '#src/newsroom/edition.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { placeAddress } from '#src/newsroom/list-addresses.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { listUrl, localeParam, searchIndexUrl, searchUrl, segment } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import type { Link } from './link.ts';
import { mainCategory, tagLinks } from './names.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { pageProps, staticPath } from './static-path.ts';
import { translationsIn, type Translation } from './translation.ts';

/** What the search page shows before a reader searches. */
export interface SearchPage {
  head: Head;
  chrome: PageChrome;
  /** The index of this edition, and those of the others, which are asked if it has nothing. */
  index: SearchedIndex;
  otherIndexes: readonly SearchedIndex[];
  /** What else a reader may be looking for. */
  topics: readonly Link[];
  places: readonly Link[];
  recent: readonly Card[];
  translations: readonly Translation[];
}

/** An edition's index, as the search page finds it. */
export interface SearchedIndex {
  locale: Locale;
  /** The folder of its files. */
  folder: string;
  /** The edition's search page. */
  page: string;
}

/** How many of each the empty page shows. */
const SHOWN = { topics: 16, places: 12, recent: 6 };

export function searchPath(edition: Edition, editions: readonly Edition[]) {
  const { locale, site } = edition;
  const t = translator(locale);
  const translations = translationsIn(editions, locale, searchUrl);
  const page: SearchPage = {
    head: makeHead({
      site,
      locale,
      title: t('search'),
      description: t('searchDescription'),
      url: searchUrl(locale),
      translations,
      noIndex: true,
      parents: [],
      pageType: 'SearchResultsPage',
    }),
    chrome: chromeOf(edition),
    index: searchedIndex(locale),
    otherIndexes: translations.map((other) => searchedIndex(other.locale)),
    topics: tagLinks(locale, mostUsed(edition.tags, edition.byTag, SHOWN.topics)),
    places: mostUsed(edition.places, edition.byPlace, SHOWN.places).map((place) => ({
      text: place.name[locale],
      href: listUrl(placeAddress(edition, place)),
    })),
    recent: edition.articles.slice(0, SHOWN.recent).map((article) => cardOf(mainCategory(edition, article), article)),
    translations,
  };
  return staticPath({ locale: localeParam(locale), search: segment(locale, 'search') }, page, pageProps);
}

/** Those with most articles. */
function mostUsed<Thing extends { id: string }>(things: readonly Thing[], articles: ArticlesBy, most: number): Thing[] {
  const countOf = ({ id }: Thing) => articles.get(id)?.length ?? 0;
  return things.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, most);
}

function searchedIndex(locale: Locale): SearchedIndex {
  return { locale, folder: searchIndexUrl(locale), page: searchUrl(locale) };
}
