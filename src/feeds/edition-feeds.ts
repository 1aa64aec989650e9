import { translator } from '#src/i18n/translate.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { textNumber } from '#src/keys/text-number.ts';
import { correctionsOf } from '#src/newsroom/corrections.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { followedLists, type FollowedList } from '#src/newsroom/followed-lists.ts';
import { namedIn } from '#src/newsroom/issue-contents.ts';
import { comingEvents, correctionsAddress, newsletterAddress } from '#src/newsroom/list-addresses.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { MAIN_LOCALE } from '#src/schemas/locale.ts';
import { eventListUrl, frontUrl, listUrl, pageFeedUrl, WHOLE_FEED_FORMATS, type FeedFormat } from '#src/urls.ts';
import { articleFeedSources, type ArticleFeedSources } from './article-feed.ts';
import { correctionFeedSources, type CorrectionFeedSources } from './correction-feed.ts';
import { eventFeed } from './event-feed.ts';
import type { Feed } from './feed.ts';
import { issueFeed, newestIssues } from './issue-feed.ts';

/** What one feed is made from; an item of an event or an issue is short enough to be made at once. */
export type FeedSources = ArticleFeedSources | CorrectionFeedSources | { format: FeedFormat; feed: Feed };

/** Feeds that share a cache key. */
export interface FeedGroup {
  name: string;
  key: string;
  count: number;
  feeds: () => readonly { url: string; sources: FeedSources }[];
}

const OF_PAPER: readonly FeedFormat[] = [...WHOLE_FEED_FORMATS, 'short'];

/** A section, topic, place or author has less news than the paper; few readers are away for longer than this lasts. */
const MOST_OF_LIST = 20;

/** With 100,000 articles some 1,500 lists have feeds. */
const LIST_GROUPS = 512;

/** Every feed of an edition: of the paper, its corrections, its events, its newsletter, and each list that readers can follow. */
export function feedGroups(edition: Edition): FeedGroup[] {
  const { locale, site, articles, firstSlugs, namesDigest } = edition;
  const t = translator(locale);
  // Ids depend on the first slugs, also of articles that are in no feed.
  const shared = shortDigest(`${locale} ${JSON.stringify(site)} ${namesDigest} ${[...firstSlugs].join()}`);
  const corrections = correctionsOf(edition).slice(0, site.lists.articlesInFeed);
  const newest = articles.slice(0, site.lists.articlesInFeed);
  const paper = {
    page: frontUrl(locale),
    title: locale === MAIN_LOCALE ? site.name : `${site.name} (${locale.toUpperCase()})`,
    description: site.description[locale],
  };
  return [
    {
      name: `${locale} paper`,
      key: shortDigest(`${shared} ${digestsOf(newest)}`),
      count: OF_PAPER.length,
      feeds: () =>
        inFormats(OF_PAPER, paper.page, (format) => articleFeedSources(edition, { ...paper, format }, newest)),
    },
    {
      name: `${locale} corrections`,
      key: shortDigest(`${shared} ${digestsOf(corrections.map(({ article }) => article))}`),
      count: WHOLE_FEED_FORMATS.length,
      feeds: () =>
        inFormats(WHOLE_FEED_FORMATS, listUrl(correctionsAddress({ locale })), (format) =>
          correctionFeedSources(edition, format),
        ),
    },
    ...eventGroups(edition, shared),
    ...newsletterGroups(edition, shared),
    ...[...Map.groupBy(followedLists(edition), ({ address }) => textNumber(listUrl(address)) % LIST_GROUPS)].map(
      ([number, lists]): FeedGroup => ({
        name: `${locale} lists ${number}`,
        key: shortDigest(`${shared} ${lists.map(listFingerprint).join('\n')}`),
        count: lists.length * WHOLE_FEED_FORMATS.length,
        feeds: () =>
          lists.flatMap(({ address, name, articles: all }) => {
            const page = listUrl(address);
            const description = t('feedOf', { name, paper: site.name });
            return inFormats(WHOLE_FEED_FORMATS, page, (format) =>
              articleFeedSources(
                edition,
                { format, page, title: `${site.name}: ${name}`, description },
                all.slice(0, MOST_OF_LIST),
              ),
            );
          }),
      }),
    ),
  ];
}

/** What is over stays in the feed of events, so that it changes with files alone. */
function eventGroups(edition: Edition, shared: string): FeedGroup[] {
  const { locale, events } = edition;
  if (events.all.length === 0) return [];
  return [
    {
      name: `${locale} events`,
      key: shortDigest(`${shared} ${events.all.map(({ digest }) => digest).join(' ')}`),
      count: WHOLE_FEED_FORMATS.length,
      feeds: () =>
        inFormats(WHOLE_FEED_FORMATS, eventListUrl(comingEvents(edition)), (format) => ({
          format,
          feed: eventFeed(edition, format),
        })),
    },
  ];
}

/** The newsletter's feed; an edition that has sent no issue has none. */
function newsletterGroups(edition: Edition, shared: string): FeedGroup[] {
  const issues = newestIssues(edition);
  if (issues.length === 0) return [];
  const named = issues.flatMap((issue) => [issue, ...namedIn(edition, issue).articles]);
  return [
    {
      name: `${edition.locale} newsletter`,
      key: shortDigest(`${shared} ${named.map(({ digest }) => digest).join(' ')}`),
      count: WHOLE_FEED_FORMATS.length,
      feeds: () =>
        inFormats(WHOLE_FEED_FORMATS, listUrl(newsletterAddress(edition)), (format) => ({
          format,
          feed: issueFeed(edition, format),
        })),
    },
  ];
}

function inFormats(formats: readonly FeedFormat[], page: string, sourcesFor: (format: FeedFormat) => FeedSources) {
  return formats.map((format) => ({ url: pageFeedUrl(page, format), sources: sourcesFor(format) }));
}

const digestsOf = (articles: readonly Article[]) => articles.map(({ digest }) => digest).join(' ');

function listFingerprint({ address, name, articles }: FollowedList): string {
  return `${listUrl(address)} ${name} ${digestsOf(articles.slice(0, MOST_OF_LIST))}`;
}
