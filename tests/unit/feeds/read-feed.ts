import { getRssString } from '@astrojs/rss';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { atomText } from '#src/feeds/atom.ts';
import type { Feed } from '#src/feeds/feed.ts';
import { jsonFeedText } from '#src/feeds/json-feed.ts';
import { rssOptions } from '#src/feeds/rss.ts';

/** A feed as it goes out, and as a feed reader reads it. */
export async function asRss(feed: Feed) {
  const xml = await getRssString(rssOptions(feed));
  return { xml, feed: parseRssFeed(xml) };
}

export function asAtom(feed: Feed) {
  const xml = atomText(feed);
  return { xml, feed: parseAtomFeed(xml) };
}

export function asJson(feed: Feed) {
  const json = jsonFeedText(feed);
  return { json, feed: parseJsonFeed(json) };
}
