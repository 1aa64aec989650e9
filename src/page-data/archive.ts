import { capitalised } from '#src/i18n/capitalised.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { formatDate } from '#src/i18n/format.ts';
import { translateCount, translator } from '#src/i18n/translate.ts';
import { yearsOf, type Edition } from '#src/newsroom/edition.ts';
import { archiveAddress } from '#src/newsroom/list-addresses.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { archiveVersions } from '#src/seo/list-versions.ts';
import { listUrl, localeParam, segment } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { listingGroups, listingProps, type Listing, type ListingPage, type ListingSources } from './listing.ts';
import { sharedDigest, type PageGroup } from './page-group.ts';
import { staticPath, type StaticPath } from './static-path.ts';
import { listTranslations, type Translation } from './translation.ts';

/** A year of the archive and its months, each with its number of articles. */
interface ArchiveYear extends Link {
  count: string;
  months: readonly (Link & { count: string })[];
}

/** The archive's index, or one year of it. */
export interface ArchivePage {
  head: Head;
  chrome: PageChrome;
  kicker: string | undefined;
  title: string;
  description: string;
  translations: readonly Translation[];
  years: readonly ArchiveYear[];
}

/** The archive's index and years show periods; its months list articles. */
type ArchiveProps = { kind: 'periods'; page: ArchivePage } | { kind: 'articles'; page: ListingPage };

type ArchivePath = StaticPath<
  { locale: string | undefined; archive: string; period: string | undefined },
  ArchiveProps
>;

/** The pages of an edition's archive. */
export function archiveGroups(edition: Edition, editions: readonly Edition[]): PageGroup<ArchivePath>[] {
  const { locale } = edition;
  const years = archiveYears(edition);
  const params = (period: string | undefined) => ({
    locale: localeParam(locale),
    archive: segment(locale, 'archive'),
    period,
  });
  const periods = (slug: string, shown: readonly ArchiveYear[]): ArchivePath =>
    staticPath(params(slug || undefined), periodsPage(edition, slug, shown, editions), (page) => ({
      kind: 'periods',
      page,
    }));
  const months = [...edition.byMonth].map(([month, articles]) => monthListing(edition, month, articles, editions));
  return [
    {
      name: `${locale} periods`,
      key: shortDigest(`${sharedDigest(edition)} ${JSON.stringify(years)} ${editions.map(yearsOf).join(' ')}`),
      count: 1 + years.length,
      paths: () => [periods('', years), ...years.map((year) => periods(year.text, [year]))],
    },
    ...listingGroups(edition, months, ({ address }, { page, sources }) =>
      staticPath(params([address.slug, page].filter(Boolean).join('/')), sources, monthProps),
    ),
  ];
}

function monthProps(sources: ListingSources): ArchiveProps {
  return { kind: 'articles', ...listingProps(sources) };
}

function archiveYears(edition: Edition): ArchiveYear[] {
  const { locale } = edition;
  const months = [...edition.byMonth];
  return yearsOf(edition).map((year) => {
    const ofYear = months.filter(([month]) => month.startsWith(year));
    const total = ofYear.reduce((sum, [, articles]) => sum + articles.length, 0);
    return {
      text: year,
      href: listUrl(archiveAddress(edition, year)),
      count: translateCount(locale, 'storyCount', total),
      months: ofYear.map(([month, articles]) => ({
        text: monthName(locale, articles),
        href: listUrl(archiveAddress(edition, month)),
        count: translateCount(locale, 'storyCount', articles.length),
      })),
    };
  });
}

function periodsPage(
  edition: Edition,
  slug: string,
  years: readonly ArchiveYear[],
  editions: readonly Edition[],
): ArchivePage {
  const { locale, site } = edition;
  const t = translator(locale);
  const title = slug || t('archive');
  const description = slug ? `${t('archiveOf', { period: slug })}.` : t('archiveDescription');
  const translations = listTranslations(archiveVersions(editions, slug), locale);
  return {
    head: makeHead({
      site,
      locale,
      title: slug ? t('archiveOf', { period: slug }) : title,
      description,
      url: listUrl(archiveAddress(edition, slug)),
      translations,
      parents: slug ? [archiveLink(edition)] : [],
      pageType: 'CollectionPage',
    }),
    chrome: chromeOf(edition),
    kicker: slug ? t('archive') : undefined,
    title,
    description,
    translations,
    years,
  };
}

function monthListing(
  edition: Edition,
  month: string,
  articles: readonly Article[],
  editions: readonly Edition[],
): Listing {
  const { locale } = edition;
  const t = translator(locale);
  const [first] = articles;
  const title = first ? formatDate(locale, first.pubDate, 'month') : month;
  return {
    address: archiveAddress(edition, month),
    articles,
    kicker: t('archive'),
    title: capitalised(title),
    summary: `${t('archiveOf', { period: title })}.`,
    versions: archiveVersions(editions, month),
    parents: [archiveLink(edition), yearLink(edition, month.slice(0, 4))],
  };
}

const archiveLink = (edition: Edition): Link => ({
  text: translator(edition.locale)('archive'),
  href: listUrl(archiveAddress(edition, '')),
});

const yearLink = (edition: Edition, year: string): Link => ({
  text: year,
  href: listUrl(archiveAddress(edition, year)),
});

/** Spanish month names are lower-case, except as a title. */
function monthName(locale: Locale, [first]: readonly Article[]): string {
  return capitalised(first ? formatDate(locale, first.pubDate, 'monthName') : '');
}
