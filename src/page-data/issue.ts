import { typeset } from '#src/i18n/format.ts';
import { ISSUE_NAMES } from '#src/i18n/issue-names.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { issueContents, issueWords, namedIn, type NamedInIssue } from '#src/newsroom/issue-contents.ts';
import { newsletterAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Issue, Place } from '#src/newsroom/newsroom.ts';
import { USUAL_ISSUES } from '#src/schemas/issue-settings.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { articleUrl, issueUrl, listUrl, localeParam, segment } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { shownCorrection, type ShownCorrection } from './corrections.ts';
import type { Link } from './link.ts';
import { categoryLink, mainCategory } from './names.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { groupPages, type PageGroup } from './page-group.ts';
import { shownInstant, type ShownDate } from './shown-date.ts';
import { listedDays, type ListedDay } from './shown-event.ts';
import { staticPath, type StaticPath } from './static-path.ts';

/** The copy of an issue of the newsletter on the site, except its introduction, which is rendered from `body`. */
export interface IssuePage {
  head: Head;
  chrome: PageChrome;
  /** “Weekly issue”, leading to all issues. */
  kicker: Link;
  title: string;
  standfirst: string;
  sent: ShownDate;
  /** The lead and the top stories. */
  cards: readonly Card[];
  sections: readonly { category: Link; cards: readonly Card[] }[];
  days: readonly ListedDay[];
  corrections: readonly ShownCorrection[];
  allIssues: Link;
  /** What broke is told whole, as in the mail. */
  story: { link: Link; article: Article; dateline: Place | undefined; site: Site } | undefined;
  body: { file: string; digest: string; deadLinks: readonly string[] | undefined };
}

type IssuePath = StaticPath<{ locale: string | undefined; newsletter: string; issue: string }, { page: IssuePage }>;

/** Everything an issue's page is made from. What it shows is already in words, but for the articles and the dateline. */
interface IssueSources extends Omit<IssuePage, 'head' | 'story' | 'body'> {
  site: Site;
  issue: Issue;
  article: Article | undefined;
  dateline: Place | undefined;
}

/** An issue a day for ten years: some dozens in each group. */
const ISSUE_GROUPS = 64;

/** The copies of an edition's issues. */
export function issueGroups(edition: Edition): PageGroup<IssuePath>[] {
  const { locale } = edition;
  return groupPages(edition, edition.issues, {
    groups: ISSUE_GROUPS,
    nameOf: ({ slug }) => slug,
    countOf: () => 1,
    fingerprint: (issue) => {
      const { articles, events, corrections } = namedIn(edition, issue);
      const named = [...articles, ...events, ...corrections.map(({ article }) => article)];
      return `${issue.digest} ${named.map(({ digest }) => digest).join(' ')}`;
    },
    pathsFor: (issues) =>
      issues.map((issue) =>
        staticPath(
          { locale: localeParam(locale), newsletter: segment(locale, 'newsletter'), issue: issue.slug },
          issueSources(edition, issue, namedIn(edition, issue)),
          issueProps,
        ),
      ),
  });
}

function issueSources(edition: Edition, issue: Issue, named: NamedInIssue): IssueSources {
  const { locale, site } = edition;
  const t = translator(locale);
  const { lead, top, sections, events, corrections } = issueContents(edition, issue, named);
  const { subject, preheader } = issueWords(issue, named.articles);
  const list = listUrl(newsletterAddress(edition));
  const card = (article: Article) => cardOf(mainCategory(edition, article), article);
  const whole = issue.kind === 'breaking' ? lead : undefined;
  const inList = whole ? top : [...(lead ? [lead] : []), ...top];
  return {
    site,
    issue,
    chrome: chromeOf(edition),
    kicker: { text: t(ISSUE_NAMES[issue.kind]), href: list },
    title: typeset(subject),
    standfirst: typeset(preheader),
    sent: shownInstant(locale, issue.date, 'weekday'),
    cards: inList.map(card),
    sections: sections.map(({ category, articles }) => {
      return { category: categoryLink(locale, category), cards: articles.map(card) };
    }),
    days: listedDays(edition, events),
    corrections: corrections.map(shownCorrection),
    allIssues: { text: t('allIssues'), href: list },
    article: whole,
    dateline: whole?.dateline === undefined ? undefined : edition.place.get(whole.dateline),
  };
}

const linkTo = (article: Article): Link => ({ text: typeset(article.title), href: articleUrl(article) });

function issueProps({ site, issue, article, dateline, ...shown }: IssueSources): { page: IssuePage } {
  const { locale } = shown.chrome;
  const { indexed } = site.newsletter ?? USUAL_ISSUES;
  const head = makeHead({
    site,
    locale,
    // Its subject is often the headline of its lead, which has a page of its own.
    title: `${shown.title} (${shown.kicker.text})`,
    description: shown.standfirst,
    url: issueUrl(issue),
    noIndex: !indexed,
    parents: [{ text: translator(locale)('newsletter'), href: shown.allIssues.href }],
  });
  const body = { file: issue.file, digest: issue.bodyDigest, deadLinks: issue.deadLinks };
  return { page: { head, ...shown, story: article && { link: linkTo(article), article, dateline, site }, body } };
}
