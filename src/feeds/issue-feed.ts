import { escapeUTF8 } from 'entities/escape';
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { issueWords, storiesIn } from '#src/newsroom/issue-contents.ts';
import { newsletterAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Issue } from '#src/newsroom/newsroom.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, articleUrl, issueUrl, listUrl, pageFeedUrl, type FeedFormat } from '#src/urls.ts';
import { feedOf, tagUri } from './feed-of.ts';
import type { Feed, FeedItem } from './feed.ts';

/** An edition's issues of the newsletter, each with its stories as a list: its readers need not give an address. */
export function issueFeed(edition: Edition, format: FeedFormat): Feed {
  const { locale, site } = edition;
  const t = translator(locale);
  const page = listUrl(newsletterAddress(edition));
  const about = { title: `${site.name}: ${t('newsletter')}`, description: t('newsletterDescription') };
  const items = newestIssues(edition).map((issue) => issueItem(edition, issue));
  return feedOf({ site, locale, ...about, page, self: pageFeedUrl(page, format) }, items);
}

/** The issues that the feed holds. */
export const newestIssues = ({ issues, site }: Pick<Edition, 'issues' | 'site'>): readonly Issue[] =>
  issues.slice(0, site.lists.articlesInFeed);

function issueItem(edition: Edition, issue: Issue): FeedItem {
  const { site } = edition;
  const { id, date } = issue;
  const stories = storiesIn(edition, issue);
  const { subject, preheader } = issueWords(issue, stories);
  return {
    id: tagUri(site, `newsletters/${id}`),
    url: absoluteUrl(site.url, issueUrl(issue)),
    title: typeset(subject),
    summary: typeset(preheader),
    html: stories.length > 0 ? `<ul>${stories.map((article) => storyItem(site, article)).join('')}</ul>` : undefined,
    published: date,
    modified: date,
    authors: [],
    categories: [],
  };
}

function storyItem(site: Site, article: Article): string {
  const { locale, sponsor, title, description } = article;
  const label = sponsor ? `${translator(locale)('sponsoredBy', { name: sponsor.name })}. ` : '';
  const link = `<a href="${escapeUTF8(absoluteUrl(site.url, articleUrl(article)))}">${inHtml(title)}</a>`;
  return `<li>${link}<br>${inHtml(label + description)}</li>`;
}

const inHtml = (text: string) => escapeUTF8(typeset(text));
