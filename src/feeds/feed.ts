import { escapeUTF8 } from 'entities/escape';
import type { Locale } from '#src/schemas/locale.ts';

/** A feed before it is written in one of the formats. All texts are plain text, all addresses full. */
export interface Feed {
  title: string;
  description: string;
  locale: Locale;
  /** The page that shows the same. */
  home: string;
  /** The feed's own address. */
  self: string;
  /** Stands for the feed for ever: a tag URI (RFC 4151). */
  id: string;
  /** A square picture of at least 512 pixels. */
  icon: string;
  /** The WebSub hub that tells of changes, if the paper has one. */
  hub: string | undefined;
  publisher: string;
  rights: string;
  /** Newest first. */
  items: readonly FeedItem[];
}

export interface FeedItem {
  /** Outlives every change of address: a tag URI (RFC 4151). */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole text; undefined in feeds of summaries. */
  html: string | undefined;
  /** Undefined if it is not known; feed readers then take the moment at which they first see the item. */
  published: Date | undefined;
  /** The latest change that readers are told of. */
  modified: Date | undefined;
  authors: readonly { name: string; url: string }[];
  categories: readonly string[];
  picture?: FeedPicture | undefined;
  /** The picture as a file to be loaded; added last, by {@link file://./feed-text.ts}. */
  enclosure?: Enclosure | undefined;
}

export interface Enclosure {
  url: string;
  type: string;
  /** In bytes, of the file at the address: programs compare. */
  length: number;
}

export interface FeedPicture {
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
  credit: string;
  /** Its path on this site, and the file that it is made from. */
  address: string;
  original: string;
}

/** The type of feeds' pictures: renditions for social cards, which other sites and mail programs can read. */
export const PICTURE_TYPE = 'image/jpeg';

/** The latest change in a feed: not the clock's time, so that a build that changes nothing leaves the feed as it was. */
export function latestChange({ items }: Feed): Date | undefined {
  const times = items.flatMap(({ published, modified }) => [published, modified]).filter((date) => date !== undefined);
  return latestOf(times);
}

/** The latest of some instants; undefined if there is none. */
export function latestOf(instants: readonly Date[]): Date | undefined {
  return instants.length > 0 ? new Date(Math.max(...instants.map((instant) => instant.getTime()))) : undefined;
}

/** The most bytes of an item and of a feed; programs give up on longer ones. */
const MOST_ITEM_BYTES = 1_000_000;
const MOST_FEED_BYTES = 1_900_000;

/** Texts that would make an item or the feed too long are left out: the summaries and links stay. */
export function withinLimits(items: readonly FeedItem[]): FeedItem[] {
  let left = MOST_FEED_BYTES;
  return items.map((item) => {
    // Escaped, as XML needs it, a text has at most some more bytes than characters it is written with.
    const bytes = item.html === undefined ? 0 : Buffer.byteLength(item.html.replace(/[<>&"]/g, '&quot;'));
    if (bytes > MOST_ITEM_BYTES || bytes > left) return { ...item, html: undefined };
    left -= bytes;
    return item;
  });
}

/** A text as XML 1.0 can hold it: without the control characters that no escape makes legal (XML 1.0, section 2.2). */
export function xmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** A text as the content of an XML element or attribute. */
export const inXml = (text: string): string => escapeUTF8(xmlText(text));
