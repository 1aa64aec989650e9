import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { localeParam, searchIndexUrl, searchUrl, segment } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { pageProps, staticPath } from './static-path.ts';
import { translationsIn, type Translation } from './translation.ts';

/** What the search page shows before a reader searches. */
export interface SearchPage {
  head: Head;
  chrome: PageChrome;
  indexUrl: string;
  translations: readonly Translation[];
}

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
    }),
    chrome: chromeOf(edition),
    indexUrl: searchIndexUrl(locale),
    translations,
  };
  return staticPath({ locale: localeParam(locale), search: segment(locale, 'search') }, page, pageProps);
}
