import { typeset } from '#src/i18n/format.ts';
import { ISSUE_NAMES } from '#src/i18n/issue-names.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { issueWords, storiesIn } from '#src/newsroom/issue-contents.ts';
import { newsletterAddress } from '#src/newsroom/list-addresses.ts';
import type { Issue } from '#src/newsroom/newsroom.ts';
import { paginate, type ListPage } from '#src/newsroom/paginate.ts';
import { USUAL_ISSUES } from '#src/schemas/issue-settings.ts';
import type { Site } from '#src/schemas/site.ts';
import type { Head } from '#src/seo/head.ts';
import { newsletterVersions, type ListVersions } from '#src/seo/list-versions.ts';
import { issueUrl, listUrl, localeParam, pageFeedUrl, segment } from '#src/urls.ts';
import type { Link } from './link.ts';
import { listHead, listPager, pageParam, type Pager } from './list-head.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import { shownInstant, type ShownDate } from './shown-date.ts';
import { sourcesDigest, staticPath, type StaticPath } from './static-path.ts';
import { listTranslations, type Translation } from './translation.ts';

/** An issue as the list of all shows it. */
interface ListedIssue {
  href: string;
  title: string;
  standfirst: string;
  kind: string;
  sent: ShownDate;
}

/** What a page of the list of issues shows. */
export interface IssueListPage {
  head: Head;
  chrome: PageChrome;
  title: string;
  /** On the front of the list only, as is the feed. */
  description: string | undefined;
  feed: Link | undefined;
  translations: readonly Translation[];
  issues: readonly ListedIssue[];
  pager: Pager;
}

type IssueListPath = StaticPath<
  { locale: string | undefined; newsletter: string; page: string | undefined },
  { page: IssueListPage }
>;

interface IssueListSources extends Omit<ListPage<unknown>, 'items'> {
  site: Site;
  chrome: PageChrome;
  versions: ListVersions;
  issues: readonly ListedIssue[];
}

const LIST_GROUPS = 64;

/** The list of all issues of an edition; nothing if there is none yet. */
export function issueListGroups(edition: Edition, editions: readonly Edition[]): PageGroup<IssueListPath>[] {
  const { locale, site, issues } = edition;
  if (issues.length === 0) return [];
  const shared = { site, chrome: chromeOf(edition), versions: newsletterVersions(editions) };
  const pages = paginate(
    issues.map((issue) => listedIssue(edition, issue)),
    site.lists.articlesPerPage,
  );
  const sources = pages.map(({ items, ...place }): IssueListSources => ({ ...shared, ...place, issues: items }));
  return groupPages(edition, sources, {
    groups: LIST_GROUPS,
    nameOf: ({ number }) => String(number ?? 'front'),
    countOf: () => 1,
    fingerprint: (page) => sourcesDigest(page),
    pathsFor: (some) =>
      some.map((page) => {
        const params = { newsletter: segment(locale, 'newsletter'), page: pageParam(locale, page.number) };
        return staticPath({ locale: localeParam(locale), ...params }, page, issueListProps);
      }),
  });
}

function listedIssue(edition: Edition, issue: Issue): ListedIssue {
  const { locale, kind, date } = issue;
  const { subject, preheader } = issueWords(issue, storiesIn(edition, issue));
  return {
    href: issueUrl(issue),
    title: typeset(subject),
    standfirst: typeset(preheader),
    kind: translator(locale)(ISSUE_NAMES[kind]),
    sent: shownInstant(locale, date, 'short'),
  };
}

function issueListProps({ site, chrome, versions, issues, ...place }: IssueListSources): { page: IssueListPage } {
  const { locale } = chrome;
  const t = translator(locale);
  const address = newsletterAddress({ locale });
  const isFront = place.number === undefined;
  const title = t('newsletter');
  const summary = t('newsletterDescription');
  const translations = listTranslations(versions, locale);
  const head = listHead(site, address, place.number, { title, summary, translations, parents: [], hasFeeds: true });
  const { indexed } = site.newsletter ?? USUAL_ISSUES;
  return {
    page: {
      head: { ...head, noIndex: !indexed },
      chrome,
      title,
      description: isFront ? summary : undefined,
      feed: isFront ? { text: t('followList'), href: pageFeedUrl(listUrl(address), 'rss') } : undefined,
      translations,
      issues,
      pager: listPager(address, place, {
        older: t('olderIssues'),
        newer: t('newerIssues'),
        newest: t('newestIssues'),
      }),
    },
  };
}
