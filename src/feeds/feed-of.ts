import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { socialPicture } from '#src/pictures/renditions.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, FEED_ICON_URL } from '#src/urls.ts';
import type { Feed, FeedItem, FeedPicture } from './feed.ts';

/** What a feed is about. */
interface FeedFacts {
  site: Site;
  locale: Locale;
  title: string;
  description: string;
  /** The path of the page that shows the same. */
  page: string;
  /** The feed's own path. */
  self: string;
}

/** A feed with what every feed of the paper says of itself. */
export function feedOf({ site, locale, title, description, page, self }: FeedFacts, items: readonly FeedItem[]): Feed {
  return {
    title: typeset(title),
    description: typeset(description),
    locale,
    home: absoluteUrl(site.url, page),
    self: absoluteUrl(site.url, self),
    id: tagUri(site, self.slice(1)),
    icon: absoluteUrl(site.url, FEED_ICON_URL),
    hub: site.hub,
    publisher: site.publisher,
    rights: `${translator(locale)('publishedBy', { name: site.publisher })} · ${site.licence.name[locale]}`,
    items,
  };
}

/** A tag URI (RFC 4151) of what something is known by for ever. */
export function tagUri({ identity, foundingYear }: Site, id: string): string {
  return `tag:${identity},${foundingYear}:${id}`;
}

/**
 * A picture's words and its rendition for other sites, which every page of an article or event names, too.
 * @throws Error if the picture's file has not been read
 */
export function feedPicture(site: Site, picture: NonNullable<Article['picture']>): FeedPicture {
  const { url: address, width, height } = socialPicture(picture);
  const { src, alt, credit } = picture;
  return {
    url: absoluteUrl(site.url, address),
    width,
    height,
    alt: typeset(alt),
    credit: typeset(credit),
    address,
    original: typeof src === 'string' ? src : src.file,
  };
}
