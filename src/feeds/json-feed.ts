import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Enclosure, Feed, FeedItem } from './feed.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeedText(feed: Feed): string {
  const language = LANGUAGE_TAGS[feed.locale];
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    icon: feed.icon,
    ...(feed.hub !== undefined && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    authors: [{ name: feed.publisher }],
    language,
    items: feed.items.map((item) => itemOf(item, language)),
  })}\n`;
}

function itemOf(item: FeedItem, language: string) {
  const { published, modified = published } = item;
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    // An item has to have one of the two.
    ...(item.html === undefined ? { content_text: item.summary } : { content_html: item.html }),
    image: item.picture?.url,
    attachments: item.enclosure && [attachmentOf(item.enclosure)],
    date_published: published?.toISOString(),
    date_modified: modified?.toISOString(),
    authors: item.authors.length > 0 ? item.authors : undefined,
    tags: item.categories.length > 0 ? item.categories : undefined,
    language,
  };
}

const attachmentOf = ({ url, type, length }: Enclosure) => ({ url, mime_type: type, size_in_bytes: length });
