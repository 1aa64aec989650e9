import { isoInstant, typeset } from '#src/i18n/format.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Page } from '#src/newsroom/newsroom.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { localeParam, pageUrl } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { shownDay, type ShownDate } from './shown-date.ts';
import { pageProps, staticPath } from './static-path.ts';
import type { Translation } from './translation.ts';

/** What a static page (about, contact, policies) shows, except its body, which is rendered from `body`. */
export interface TextPage {
  head: Head;
  chrome: PageChrome;
  title: string;
  description: string;
  reviewed: ShownDate;
  translations: readonly Translation[];
  body: { file: string; digest: string; deadLinks: readonly string[] | undefined };
}

/** The static pages of an edition. */
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
      translations,
      parents: [],
      reviewed: isoInstant(page.updatedDate),
    }),
    chrome: chromeOf(edition),
    title: typeset(page.title),
    description: typeset(page.description),
    reviewed: shownDay(locale, page.updatedDate, 'long'),
    translations,
    body: { file: page.file, digest: page.bodyDigest, deadLinks: page.deadLinks },
  };
}
