import { typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { correctionsOf, type PublishedCorrection } from '#src/newsroom/corrections.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { correctionsAddress } from '#src/newsroom/list-addresses.ts';
import { paginate, type ListPage } from '#src/newsroom/paginate.ts';
import type { Site } from '#src/schemas/site.ts';
import type { Head } from '#src/seo/head.ts';
import { correctionsVersions, type ListVersions } from '#src/seo/list-versions.ts';
import { articleUrl, localeParam, pageUrl, segment } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { listHead, listPager, pageParam, type Pager } from './list-head.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import { shownInstant, type ShownDate } from './shown-date.ts';
import { sourcesDigest, staticPath, type StaticPath } from './static-path.ts';
import { listTranslations, type Translation } from './translation.ts';

/** A correction as the list shows it. */
export interface ShownCorrection {
  date: ShownDate;
  /** “Clarification” */
  kind: string;
  text: string;
  article: Link;
}

/** What a page of the list of corrections shows. */
export interface CorrectionsPage {
  head: Head;
  chrome: PageChrome;
  title: string;
  /** On the front of the list only, as are the two links below. */
  description: string | undefined;
  /** The static page on how the paper corrects itself, if there is one. */
  policy: Link | undefined;
  report: Link | undefined;
  translations: readonly Translation[];
  corrections: readonly ShownCorrection[];
  pager: Pager;
}

type CorrectionsPath = StaticPath<
  { locale: string | undefined; corrections: string; page: string | undefined },
  { page: CorrectionsPage }
>;

/** Everything a page of the list is made from: only what it shows of articles, so that their other edits do not change it. */
interface CorrectionsSources extends Omit<ListPage<unknown>, 'items'> {
  site: Site;
  chrome: PageChrome;
  versions: ListVersions;
  policy: Link | undefined;
  corrections: readonly ShownCorrection[];
}

/** The `translationKey` of the static page on corrections. */
const CORRECTIONS_POLICY = 'corrections-policy';

/** With 100,000 articles there are some thousands of corrections: a few pages of them in each group. */
const CORRECTION_GROUPS = 64;

/** The list of all corrections of an edition; only a front if nothing has been corrected. */
export function correctionsGroups(edition: Edition, editions: readonly Edition[]): PageGroup<CorrectionsPath>[] {
  const { locale, site } = edition;
  const policy = edition.pages.find(({ translationKey }) => translationKey === CORRECTIONS_POLICY);
  const shared = {
    site,
    chrome: chromeOf(edition),
    versions: correctionsVersions(editions),
    policy: policy && { text: translator(locale)('correctionsPolicy'), href: pageUrl(policy) },
  };
  const pages = paginate(correctionsOf(edition).map(shownCorrection), site.lists.articlesPerPage);
  const sources = pages.map(({ items, ...place }): CorrectionsSources => ({ ...shared, ...place, corrections: items }));
  return groupPages(edition, sources, {
    groups: CORRECTION_GROUPS,
    nameOf: ({ number }) => String(number ?? 'front'),
    countOf: () => 1,
    fingerprint: (page) => sourcesDigest(page),
    pathsFor: (some) =>
      some.map((page) => {
        const params = { corrections: segment(locale, 'corrections'), page: pageParam(locale, page.number) };
        return staticPath({ locale: localeParam(locale), ...params }, page, correctionsProps);
      }),
  });
}

/** A correction in the words of a list. */
export function shownCorrection({ article, date, kind, text }: PublishedCorrection): ShownCorrection {
  const { locale } = article;
  return {
    date: shownInstant(locale, date, 'short'),
    kind: translator(locale)(kind satisfies MessageKey),
    text: typeset(text),
    article: { text: typeset(article.title), href: articleUrl(article) },
  };
}

function correctionsProps({ site, chrome, versions, policy, corrections, ...place }: CorrectionsSources) {
  const { locale } = chrome;
  const t = translator(locale);
  const address = correctionsAddress({ locale });
  const isFront = place.number === undefined;
  const pager = listPager(address, place, {
    older: t('olderCorrections'),
    newer: t('newerCorrections'),
    newest: t('newestCorrections'),
  });
  const title = t('correctionsList');
  const description = t('correctionsDescription');
  const translations = listTranslations(versions, locale);
  const page: CorrectionsPage = {
    head: listHead(site, address, place.number, {
      title,
      summary: description,
      translations,
      parents: [],
      hasFeeds: true,
    }),
    chrome,
    title,
    description: isFront ? description : undefined,
    policy: isFront ? policy : undefined,
    report: isFront ? { text: t('reportMistake'), href: `mailto:${site.email}` } : undefined,
    translations,
    corrections,
    pager,
  };
  return { page };
}
