import { formatDate, isoInstant, typeset } from '#src/i18n/format.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Page } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { localeParam, pageUrl } from '#src/urls.ts';
import { frameOf, type Frame } from './frame.ts';
import type { ShownDate } from './link.ts';
import { pageProps, staticPath } from './static-path.ts';

/** What a standing page shows, but its body, which is rendered from `file`. */
export interface TextPage {
  head: Head;
  frame: Frame;
  title: string;
  description: string;
  reviewed: ShownDate;
  translations: readonly { locale: Locale; href: string }[];
  body: { file: string; digest: string };
}

/** The standing pages of an edition. */
export function textPaths(edition: Edition) {
  return edition.pages.map((page) =>
    staticPath({ locale: localeParam(edition.locale), page: page.slug }, textPage(edition, page), pageProps),
  );
}

function textPage(edition: Edition, page: Page): TextPage {
  const { locale, site } = edition;
  const translations = edition.translationsOf(page).map((other) => ({ locale: other.locale, href: pageUrl(other) }));
  return {
    head: makeHead({
      site,
      locale,
      title: typeset(page.title),
      description: typeset(page.description),
      url: pageUrl(page),
      translations: translations.map((other) => ({ locale: other.locale, url: other.href })),
    }),
    frame: frameOf(edition),
    title: typeset(page.title),
    description: typeset(page.description),
    reviewed: { iso: isoInstant(page.updatedDate).slice(0, 10), text: formatDate(locale, page.updatedDate, 'long') },
    translations,
    body: { file: page.file, digest: page.bodyDigest },
  };
}
