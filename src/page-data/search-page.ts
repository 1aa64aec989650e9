import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { localeParam, searchIndexUrl, searchUrl, segment } from '#src/urls.ts';
import { frameOf, type Frame } from './frame.ts';
import { pageProps, staticPath } from './static-path.ts';

/** What the search page shows before a reader searches. */
export interface SearchPage {
  head: Head;
  frame: Frame;
  indexUrl: string;
  translations: readonly { locale: Locale; href: string }[];
}

export function searchPath(edition: Edition, editions: readonly Edition[]) {
  const { locale, site } = edition;
  const t = translator(locale);
  const others = editions.filter((other) => other.locale !== locale);
  const page: SearchPage = {
    head: makeHead({
      site,
      locale,
      title: t('search'),
      description: t('searchDescription'),
      url: searchUrl(locale),
      translations: others.map((other) => ({ locale: other.locale, url: searchUrl(other.locale) })),
      noIndex: true,
    }),
    frame: frameOf(edition),
    indexUrl: searchIndexUrl(locale),
    translations: others.map((other) => ({ locale: other.locale, href: searchUrl(other.locale) })),
  };
  return staticPath({ locale: localeParam(locale), search: segment(locale, 'search') }, page, pageProps);
}
