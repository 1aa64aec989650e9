import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { localeParam, notFoundUrl } from '#src/urls.ts';
import { frameOf, type Frame } from './frame.ts';
import { pageProps, staticPath } from './static-path.ts';

/** What a reader sees where there is no page. */
export interface NotFoundPage {
  head: Head;
  frame: Frame;
}

/** The pages below the root; the root's own has a route that Astro knows by its name. */
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
    frame: frameOf(edition),
  };
}
