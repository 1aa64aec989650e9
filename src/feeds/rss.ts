import type { RSSOptions } from '@astrojs/rss';
import { escapeUTF8 } from 'entities/escape';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { FEED_TYPES } from '#src/urls.ts';
import { inXml, latestChange, PICTURE_TYPE, xmlText, type Feed, type FeedItem, type FeedPicture } from './feed.ts';

/**
 * A feed as RSS 2.0 (rssboard.org/rss-specification), for @astrojs/rss; self link by the RSS Advisory Board's profile, hub by WebSub,
 * pictures by Media RSS.
 *
 * `title` and `description` are escaped twice if they look like HTML, because programs take them for it: `<ALNT>` would vanish.
 * `dc:creator` has the names, since RSS's own `author` is an e-mail address.
 */
export function rssOptions(feed: Feed): RSSOptions {
  const updated = latestChange(feed);
  return {
    title: asHtml(feed.title),
    description: asHtml(feed.description),
    site: feed.home,
    trailingSlash: true,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: [
      `<language>${LANGUAGE_TAGS[feed.locale].toLowerCase()}</language>`,
      `<copyright>${inXml(feed.rights)}</copyright>`,
      `<atom:link href="${inXml(feed.self)}" rel="self" type="${FEED_TYPES.rss}"/>`,
      feed.hub === undefined ? '' : `<atom:link href="${inXml(feed.hub)}" rel="hub"/>`,
      updated ? `<lastBuildDate>${updated.toUTCString()}</lastBuildDate>` : '',
    ].join(''),
    items: feed.items.map(itemOf),
  };
}

function itemOf(item: FeedItem): Extract<RSSOptions['items'], unknown[]>[number] {
  return {
    title: asHtml(item.title),
    link: item.url,
    description: asHtml(item.summary),
    ...(item.published && { pubDate: item.published }),
    ...(item.html !== undefined && { content: xmlText(item.html) }),
    categories: item.categories.map(xmlText),
    ...(item.enclosure && { enclosure: item.enclosure }),
    customData: [
      ...item.authors.map(({ name }) => `<dc:creator>${inXml(name)}</dc:creator>`),
      `<guid isPermaLink="false">${inXml(item.id)}</guid>`,
      item.picture ? pictureOf(item.picture) : '',
    ].join(''),
  };
}

function pictureOf({ url, width, height, alt, credit }: FeedPicture): string {
  const size = `width="${width}" height="${height}"`;
  return [
    `<media:content url="${inXml(url)}" medium="image" type="${PICTURE_TYPE}" ${size}>`,
    `<media:description type="plain">${inXml(alt)}</media:description>`,
    `<media:credit>${inXml(credit)}</media:credit>`,
    '</media:content>',
  ].join('');
}

/** What a parser of HTML would take for a tag or a character reference. */
const LIKE_HTML = /<[a-z/!?]|&[a-z\d#]/i;

/**
 * Plain text for a field that most programs take for HTML, and some for text: `A & B` is the same to both and stays. The library
 * escapes it once more, as XML.
 */
function asHtml(text: string): string {
  const plain = xmlText(text);
  return LIKE_HTML.test(plain) ? escapeUTF8(plain) : plain;
}
