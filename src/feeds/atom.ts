import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { FEED_TYPES } from '#src/urls.ts';
import { inXml, latestChange, type Enclosure, type Feed, type FeedItem } from './feed.ts';

/** A feed without an item has changed never; Atom wants a date all the same. */
const NEVER = new Date(0);

/** A feed as Atom 1.0 (RFC 4287). */
export function atomText(feed: Feed): string {
  const tag = LANGUAGE_TAGS[feed.locale];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tag}">`,
    `<id>${inXml(feed.id)}</id>`,
    textOf('title', feed.title),
    textOf('subtitle', feed.description),
    `<updated>${instant(latestChange(feed) ?? NEVER)}</updated>`,
    linkTo('self', FEED_TYPES.atom, feed.self),
    linkTo('alternate', 'text/html', feed.home),
    ...(feed.hub === undefined ? [] : [`<link rel="hub" href="${inXml(feed.hub)}"/>`]),
    `<author><name>${inXml(feed.publisher)}</name></author>`,
    `<icon>${inXml(feed.icon)}</icon>`,
    textOf('rights', feed.rights),
    ...feed.items.map(entryOf),
    '</feed>\n',
  ].join('\n');
}

function entryOf(item: FeedItem): string {
  const { published, modified = published ?? NEVER } = item;
  return [
    '<entry>',
    `<id>${inXml(item.id)}</id>`,
    textOf('title', item.title),
    linkTo('alternate', 'text/html', item.url),
    ...(item.enclosure ? [enclosureLink(item.enclosure)] : []),
    ...(published ? [`<published>${instant(published)}</published>`] : []),
    `<updated>${instant(modified)}</updated>`,
    ...item.authors.map(({ name, url }) => `<author><name>${inXml(name)}</name><uri>${inXml(url)}</uri></author>`),
    ...item.categories.map((category) => `<category term="${inXml(category)}"/>`),
    textOf('summary', item.summary),
    ...(item.html === undefined ? [] : [`<content type="html">${inXml(item.html)}</content>`]),
    '</entry>',
  ].join('\n');
}

const instant = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
const textOf = (name: string, text: string) => `<${name}>${inXml(text)}</${name}>`;
const linkTo = (rel: string, type: string, href: string) => `<link rel="${rel}" type="${type}" href="${inXml(href)}"/>`;
const enclosureLink = ({ url, type, length }: Enclosure) =>
  `<link rel="enclosure" type="${type}" length="${length}" href="${inXml(url)}"/>`;
