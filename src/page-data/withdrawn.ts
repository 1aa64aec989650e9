import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { WithdrawnArticle } from '#src/newsroom/withdrawals.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { articleUrl, localeParam, segment } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import { shownDay, type ShownDate } from './shown-date.ts';
import { sourcesDigest, staticPath, type StaticPath } from './static-path.ts';

/** The tombstone at a withdrawn article's address: when and why it was withdrawn, and nothing of the article. */
export interface WithdrawnPage {
  head: Head;
  chrome: PageChrome;
  date: ShownDate;
  reason: string;
  /** Where to send questions. */
  editors: Link;
}

type WithdrawnPath = StaticPath<
  { locale: string | undefined; articles: string; withdrawn: string },
  { page: WithdrawnPage }
>;

interface WithdrawnSources {
  site: Site;
  chrome: PageChrome;
  article: WithdrawnArticle;
}

const TOMBSTONE_GROUPS = 64;

/** The tombstones of an edition. They are at articles' addresses but have a route of their own, so none counts as an article. */
export function withdrawnGroups(edition: Edition): PageGroup<WithdrawnPath>[] {
  const { locale, site } = edition;
  const params = { locale: localeParam(locale), articles: segment(locale, 'articles') };
  return groupPages(edition, edition.withdrawn, {
    groups: TOMBSTONE_GROUPS,
    nameOf: ({ slug }) => slug,
    countOf: () => 1,
    fingerprint: (article) => sourcesDigest(article),
    pathsFor: (articles) =>
      articles.map((article) =>
        staticPath(
          { ...params, withdrawn: article.slug },
          { site, chrome: chromeOf(edition), article },
          withdrawnProps,
        ),
      ),
  });
}

function withdrawnProps({ site, chrome, article }: WithdrawnSources): { page: WithdrawnPage } {
  const { locale } = chrome;
  const t = translator(locale);
  const { date, reason } = article;
  return {
    page: {
      head: makeHead({
        site,
        locale,
        title: t('withdrawnTitle'),
        description: t('withdrawnDescription'),
        url: articleUrl(article),
        noIndex: true,
        isWithdrawn: true,
      }),
      chrome,
      date: shownDay(locale, date, 'long'),
      reason: typeset(reason),
      editors: { text: site.email, href: `mailto:${site.email}` },
    },
  };
}
