import { getRssString } from '@astrojs/rss';
import type { Article } from '#src/newsroom/newsroom.ts';
import { articleFeed } from './article-feed.ts';
import { atomText } from './atom.ts';
import { correctionFeed } from './correction-feed.ts';
import type { FeedSources } from './edition-feeds.ts';
import { PICTURE_TYPE, type Feed, type FeedPicture } from './feed.ts';
import { jsonFeedText } from './json-feed.ts';
import { rssOptions } from './rss.ts';

/** What a feed's sources do not hold. */
export interface FeedReaders {
  /** The Markdown of an article's body. */
  readBody: (article: Article) => string;
  /** The lengths in bytes of the files that the site has at some pictures' addresses, in their order. */
  lengthsOf: (pictures: readonly FeedPicture[]) => Promise<readonly number[]>;
}

/** A feed as it goes out, in its format. @throws Error if a body or a picture cannot be read */
export async function feedText(sources: FeedSources, { readBody, lengthsOf }: FeedReaders): Promise<string> {
  const feed = await withEnclosures(feedFrom(sources, readBody), lengthsOf);
  if (sources.format === 'atom') return atomText(feed);
  return sources.format === 'json' ? jsonFeedText(feed) : getRssString(rssOptions(feed));
}

/** A feed whose pictures are enclosures, too. */
export async function withEnclosures(feed: Feed, lengthsOf: FeedReaders['lengthsOf']): Promise<Feed> {
  const lengths = (await lengthsOf(feed.items.flatMap(({ picture }) => picture ?? []))).values();
  const enclosureOf = ({ url }: FeedPicture) => ({ url, type: PICTURE_TYPE, length: lengths.next().value ?? 0 });
  return {
    ...feed,
    items: feed.items.map((item) => ({ ...item, enclosure: item.picture && enclosureOf(item.picture) })),
  };
}

function feedFrom(sources: FeedSources, readBody: (article: Article) => string): Feed {
  if ('feed' in sources) return sources.feed;
  return 'articles' in sources ? articleFeed(sources, readBody) : correctionFeed(sources);
}
