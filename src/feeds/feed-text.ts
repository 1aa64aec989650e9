import { getRssString } from '@astrojs/rss';
import type { Article } from '#src/newsroom/newsroom.ts';
import { articleFeed } from './article-feed.ts';
import { atomText } from './atom.ts';
import { correctionFeed } from './correction-feed.ts';
import type { FeedSources } from './edition-feeds.ts';
import type { Feed } from './feed.ts';
import { jsonFeedText } from './json-feed.ts';
import { rssOptions } from './rss.ts';

/**
 * A feed as it goes out, in its format.
 * @param readBody the Markdown of an article's body
 */
export async function feedText(sources: FeedSources, readBody: (article: Article) => string): Promise<string> {
  const feed = feedFrom(sources, readBody);
  if (sources.format === 'atom') return atomText(feed);
  return sources.format === 'json' ? jsonFeedText(feed) : getRssString(rssOptions(feed));
}

function feedFrom(sources: FeedSources, readBody: (article: Article) => string): Feed {
  if ('feed' in sources) return sources.feed;
  return 'articles' in sources ? articleFeed(sources, readBody) : correctionFeed(sources);
}
