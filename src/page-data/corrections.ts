import { formatDate, isoInstant, typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { correctionsOf, type PublishedCorrection } from '#src/newsroom/corrections.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { correctionsAddress } from '#src/newsroom/list-addresses.ts';
import { paginate, type ListPage } from '#src/newsroom/listings.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { correctionsVersions, type ListVersions } from '#src/seo/list-versions.ts';
import { articleUrl, listPageUrl, listUrl, localeParam, pageUrl, segment } from '#src/urls.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Link, ShownDate } from './link.ts';
import { listPager, type Pager } from './listing.ts';
import { gather, type PageGroup } from './page-group.ts';
import { sourcesDigest, staticPath, type StaticPath } from './static-path.ts';

/** A correction as the list shows it. */
export interface ShownCorrection {
  date: ShownDate;
  /** “Clarification” */
  kind: string;
  text: string;
  story: Link;
}

/** What a page of the list of corrections shows. */
export interface CorrectionsPage {
  head: Head;
  frame: Frame;
  title: string;
  /** On the front of the list alone, as are the two links below it. */
  description: string | undefined;
  /** The standing page that says how the paper corrects itself, where there is one. */
  policy: Link | undefined;
  report: Link | undefined;
  translations: readonly { locale: Locale; href: string }[];
  corrections: readonly ShownCorrection[];
  pager: Pager;
}

export type CorrectionsPath = StaticPath<
  { locale: string | undefined; corrections: string; page: string | undefined },
  { page: CorrectionsPage }
>;

/** Everything a page of the list is made from: of the stories only what it shows, so that no other edit prints it anew. */
interface CorrectionsSources extends Omit<ListPage<unknown>, 'items'> {
  site: Site;
  frame: Frame;
  versions: ListVersions;
  policy: Link | undefined;
  corrections: readonly ShownCorrection[];
}

/** The `translationKey` by which the standing page on corrections is known. */
export const CORRECTIONS_POLICY = 'corrections-policy';

/** An archive of 100,000 stories has some thousands of corrections: a few pages of them in each. */
const CORRECTION_GROUPS = 64;

/** The list of all corrections of an edition; a front alone where nothing has been corrected. */
export function correctionsGroups(edition: Edition, editions: readonly Edition[]): PageGroup<CorrectionsPath>[] {
  const { locale, site } = edition;
  const policy = edition.pages.find(({ translationKey }) => translationKey === CORRECTIONS_POLICY);
  const shared = {
    site,
    frame: frameOf(edition),
    versions: correctionsVersions(editions),
    policy: policy && { text: translator(locale)('correctionsPolicy'), href: pageUrl(policy) },
  };
  const pages = paginate(correctionsOf(edition).map(shownCorrection), site.lists.storiesPerPage);
  const sources = pages.map(({ items, ...place }): CorrectionsSources => ({ ...shared, ...place, corrections: items }));
  return gather(edition, sources, {
    groups: CORRECTION_GROUPS,
    nameOf: ({ number }) => String(number ?? 'front'),
    countOf: () => 1,
    told: (page) => sourcesDigest(page),
    pathsFor: (some) =>
      some.map((page) => {
        const number = page.number === undefined ? undefined : `${segment(locale, 'page')}/${page.number}`;
        const params = { corrections: segment(locale, 'corrections'), page: number };
        return staticPath({ locale: localeParam(locale), ...params }, page, correctionsProps);
      }),
  });
}

function shownCorrection({ article, date, kind, text }: PublishedCorrection): ShownCorrection {
  const { locale } = article;
  return {
    date: { iso: isoInstant(date), text: formatDate(locale, date, 'short') },
    kind: translator(locale)(kind satisfies MessageKey),
    text: typeset(text),
    story: { text: typeset(article.title), href: articleUrl(article) },
  };
}

function correctionsProps({ site, frame, versions, policy, corrections, ...place }: CorrectionsSources) {
  const { locale } = frame;
  const t = translator(locale);
  const address = correctionsAddress({ locale });
  const { number } = place;
  const isFront = number === undefined;
  const pager = listPager(address, place, {
    older: t('olderCorrections'),
    newer: t('newerCorrections'),
    newest: t('newestCorrections'),
  });
  const title = t('correctionsList');
  const description = t('correctionsDescription');
  const others = versions.filter((other) => other.locale !== locale);
  const page: CorrectionsPage = {
    head: makeHead({
      site,
      locale,
      title: isFront ? title : `${title}, ${pager.current}`,
      description: isFront ? description : `${description} ${pager.current}.`,
      url: isFront ? listUrl(address) : listPageUrl(address, number),
      translations: isFront ? others.map((other) => ({ locale: other.locale, url: listUrl(other) })) : [],
    }),
    frame,
    title,
    description: isFront ? description : undefined,
    policy: isFront ? policy : undefined,
    report: isFront ? { text: t('reportMistake'), href: `mailto:${site.email}` } : undefined,
    translations: others.map((other) => ({ locale: other.locale, href: listUrl(other) })),
    corrections,
    pager,
  };
  return { page };
}
