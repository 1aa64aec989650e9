import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { localeParam, notFoundUrl } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { pageProps, staticPath } from './static-path.ts';

/** What a missing address shows. */
export interface NotFoundPage {
  head: Head;
  chrome: PageChrome;
}

/** All editions' pages except the one at the root, which Astro makes from the route `404.astro`. */
export function notFoundPaths(editions: readonly Edition[]) {
  return editions.flatMap((edition) => {
    const locale = localeParam(edition.locale);
    return locale === undefined ? [] : [staticPath({ locale }, notFoundPage(edition), pageProps)];
  });
}

export function notFoundPage(edition: Edition): NotFoundPage {
  const { locale, site } = edition;
  const t = translator(locale);
  return {
    head: makeHead({
      site,
      locale,
      title: t('notFoundTitle'),
      description: t('notFoundText'),
      url: notFoundUrl(locale),
      noIndex: true,
    }),
    chrome: chromeOf(edition),
  };
}
