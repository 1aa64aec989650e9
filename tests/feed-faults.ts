/**
 * What validators find wrong with a feed: the rules of the W3C's feed validator that matter to what a program writes, by its names
 * for them (validator.w3.org/feed/docs), written anew; of HTML those of strict feed readers.
 */
import Ajv from 'ajv';
import { decodeXML } from 'entities/decode';
import jsonFeedSchema from 'jsonfeed-schema/v1.1.js';
import { parseFragment } from 'parse5';
import { attribute, elementsOf } from './site/html.ts';

const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}) \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;
const RFC_3339 = /^\d{4}-(?:0[1-9]|1[0-2])-[0-3]\d(T)(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
/** RFC 4151 */
const TAG_URI = /^tag:[a-z\d.-]+\.[a-z]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[\w.~!$&'()*+,;=:@/?%-]+$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2})?$/i;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;
/** XML 1.0, section 2.2; signs that JSON may hold and no reader shows. */
const BAD_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const MARKUP = /<[a-z/!?]/i;

/** Elements that feed readers refuse as risky. */
const RISKY = new Set(
  'applet base button embed form frame frameset head html input link meta object option script select style svg math template textarea title'.split(
    ' ',
  ),
);
const ADDRESSES = ['action', 'background', 'cite', 'data', 'href', 'longdesc', 'poster', 'src'];

const jsonSchema = new Ajv({ allErrors: true, unknownFormats: 'ignore' }).compile(jsonFeedSchema);

/** An element of an XML document that this project wrote: the tests of well-formedness come first. */
interface Part {
  attributes: Readonly<Record<string, string>>;
  /** As written. */
  inner: string;
  /** Decoded once. */
  text: string;
}

/** The elements of a name, none of which holds another of that name. */
function partsOf(xml: string, name: string): Part[] {
  return [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])([^>]*?)(?:/>|>([^]*?)</${name}>)`, 'g'))].map(
    ([, attributes = '', inner = '']) => ({
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decodeXML(value)]),
      ),
      inner,
      text: decodeXML(inner.replace(/^<!\[CDATA\[([^]*)\]\]>$/, '$1')),
    }),
  );
}

/** Gathers faults, each with the rule it breaks and what breaks it. */
class Faults {
  readonly all: string[] = [];
  check(isRight: boolean, rule: string, what: string): void {
    if (!isRight) this.all.push(`${rule}: ${what.slice(0, 160)}`);
  }
  /** @returns the text of the one element of a name */
  one(xml: string, name: string, isNeeded = true): string | undefined {
    const parts = partsOf(xml, name);
    this.check(parts.length > 0 || !isNeeded, 'MissingElement', name);
    this.check(parts.length < 2, 'DuplicateElement', name);
    const [part] = parts;
    if (part) this.check(part.text.trim() !== '', 'NotBlank', name);
    return part?.text;
  }
  distinct(values: readonly string[], rule: string): void {
    this.check(
      new Set(values).size === values.length,
      rule,
      values.filter((one, at) => values.indexOf(one) !== at).join(' '),
    );
  }
  address(address: string | undefined, what: string): void {
    this.check(isFull(address), 'InvalidFullLink', `${what} ${address}`);
  }
}

const isFull = (address: string | undefined) =>
  address !== undefined && /^https?:\/\/[^\s/]+\//.test(address) && URL.canParse(address) && !/[\s<>"]/.test(address);

/**
 * @param file its path in a site, by whose end its format is known
 * @param self the address at which it is
 * @returns its faults; that its XML is well-formed is to be checked before
 */
export function feedFaults(file: string, text: string, self: string): string[] {
  const faults = new Faults();
  faults.check(!BAD_CHARACTERS.test(text) && !text.startsWith('\ufeff'), 'BadCharacters', file);
  faults.check(Buffer.byteLength(text) <= 2_000_000, 'TooLong', `${Buffer.byteLength(text)} bytes`);
  if (file.endsWith('feed.json')) ofJson(faults, text, self);
  else {
    faults.check(/^<\?xml version="1.0" encoding="utf-8"\?>/i.test(text), 'MissingDeclaration', text.slice(0, 40));
    for (const [, code = ''] of text.matchAll(/&#(x[\da-f]+|\d+);/gi))
      faults.check(!BAD_CHARACTERS.test(decodeXML(`&#${code};`)), 'BadCharacters', code);
    if (file.endsWith('atom.xml')) ofAtom(faults, text, self);
    else ofRss(faults, text, self);
  }
  return faults.all;
}

function ofRss(faults: Faults, xml: string, self: string): void {
  const items = partsOf(xml, 'item');
  const channel = xml.replace(/<item>[^]*<\/item>/, '');
  for (const name of ['title', 'description']) plain(faults, faults.one(channel, name) ?? '', `channel ${name}`);
  faults.address(faults.one(channel, 'link'), 'link');
  faults.check(LANGUAGE.test(faults.one(channel, 'language') ?? ''), 'InvalidLanguage', 'language');
  rfc822(faults, faults.one(channel, 'lastBuildDate', items.length > 0));
  selfLink(faults, partsOf(channel, 'atom:link'), self);
  faults.distinct(
    items.map(({ inner }) => partsOf(inner, 'guid')[0]?.text ?? ''),
    'DuplicateValue guid',
  );
  for (const { inner } of items) {
    plain(faults, faults.one(inner, 'title') ?? '', 'title');
    plain(faults, faults.one(inner, 'description') ?? '', 'description');
    faults.address(faults.one(inner, 'link'), 'link');
    rfc822(faults, faults.one(inner, 'pubDate', false));
    const guid = faults.one(inner, 'guid') ?? '';
    faults.check(TAG_URI.test(guid), 'InvalidTAG', guid);
    faults.check(partsOf(inner, 'guid')[0]?.attributes['isPermaLink'] === 'false', 'InvalidPermalink', guid);
    const content = faults.one(inner, 'content:encoded', false);
    if (content !== undefined) {
      html(faults, content);
      faults.check(
        inner.indexOf('<description>') < inner.indexOf('<content:encoded>'),
        'ContentBeforeDescription',
        guid,
      );
    }
    for (const name of ['dc:creator', 'category'])
      for (const { text } of partsOf(inner, name)) faults.check(text.trim() !== '', 'NotBlank', name);
    faults.check(!/<author[\s>]/.test(inner), 'InvalidContact', 'author');
    const enclosures = partsOf(inner, 'enclosure');
    faults.check(enclosures.length < 2, 'DuplicateEnclosure', guid);
    for (const { attributes } of enclosures)
      enclosure(faults, attributes['url'], attributes['type'], attributes['length']);
    const media = partsOf(inner, 'media:content');
    faults.check(media.length < 2, 'DuplicateElement', 'media:content');
    for (const { attributes } of media) {
      faults.address(attributes['url'], 'media:content');
      faults.check(MEDIA_TYPE.test(attributes['type'] ?? ''), 'InvalidMIMEType', 'media:content');
      for (const size of ['width', 'height'])
        faults.check(/^[1-9]\d*$/.test(attributes[size] ?? ''), 'NonNegativeInteger', `media:content ${size}`);
    }
  }
}

function ofAtom(faults: Faults, xml: string, self: string): void {
  const entries = partsOf(xml, 'entry');
  const feed = xml.replace(/<entry>[^]*<\/entry>/, '');
  faults.check(
    /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="[a-z]{2}(?:-[A-Z]{2})?">/.test(feed),
    'InvalidNamespace',
    'feed',
  );
  const id = faults.one(feed, 'id') ?? '';
  for (const name of ['title', 'subtitle', 'author', 'rights']) faults.one(feed, name);
  faults.address(faults.one(feed, 'icon'), 'icon');
  faults.check(RFC_3339.test(faults.one(feed, 'updated') ?? ''), 'InvalidRFC3339Date', 'updated');
  selfLink(faults, partsOf(feed, 'link'), self);
  const ids = entries.map(({ inner }) => partsOf(inner, 'id')[0]?.text ?? '');
  faults.distinct([id, ...ids], 'DuplicateEntries');
  for (const { inner } of entries) {
    const own = faults.one(inner, 'id') ?? '';
    faults.check(TAG_URI.test(own), 'InvalidTAG', own);
    for (const name of ['title', 'summary']) faults.one(inner, name);
    const [published, updated] = [faults.one(inner, 'published', false), faults.one(inner, 'updated')];
    for (const date of [published ?? updated, updated])
      faults.check(RFC_3339.test(date ?? ''), 'InvalidRFC3339Date', `${date}`);
    faults.check(Date.parse(published ?? updated ?? '') <= Date.parse(updated ?? ''), 'UpdatedBeforePublished', own);
    const links = partsOf(inner, 'link');
    faults.distinct(
      links.map(({ attributes }) => `${attributes['rel']} ${attributes['type']}`),
      'DuplicateAtomLink',
    );
    faults.check(
      links.some(({ attributes }) => attributes['rel'] === 'alternate'),
      'MissingAlternateLink',
      own,
    );
    for (const { attributes } of links) {
      if (attributes['rel'] === 'enclosure')
        enclosure(faults, attributes['href'], attributes['type'], attributes['length']);
      faults.address(attributes['href'], 'link');
      faults.check(MEDIA_TYPE.test(attributes['type'] ?? ''), 'InvalidMIMEType', 'link');
    }
    for (const { inner: author } of partsOf(inner, 'author')) {
      faults.one(author, 'name');
      faults.address(faults.one(author, 'uri'), 'uri');
    }
    for (const { attributes } of partsOf(inner, 'category'))
      faults.check((attributes['term'] ?? '').trim() !== '', 'MissingAttribute', 'category term');
    for (const { attributes, text } of partsOf(inner, 'content')) {
      faults.check(attributes['type'] === 'html', 'InvalidTextType', own);
      html(faults, text);
    }
  }
}

interface JsonItem {
  id: string;
  url: string;
  title: string;
  content_html?: string;
  image?: string;
  attachments?: { url: string; mime_type: string; size_in_bytes?: number }[];
  date_published?: string;
  date_modified?: string;
}

function ofJson(faults: Faults, text: string, self: string): void {
  const feed = JSON.parse(text) as { feed_url: string; home_page_url: string; icon: string; items: JsonItem[] };
  jsonSchema(feed);
  for (const { dataPath, message = '' } of jsonSchema.errors ?? [])
    faults.check(false, 'JsonSchema', `${dataPath} ${message}`);
  faults.check(feed.feed_url === self, 'SelfDoesntMatchLocation', feed.feed_url);
  for (const address of [feed.home_page_url, feed.icon]) faults.address(address, 'feed');
  faults.distinct(
    feed.items.map(({ id }) => id),
    'DuplicateValue id',
  );
  for (const item of feed.items) {
    faults.check(TAG_URI.test(item.id), 'InvalidTAG', item.id);
    faults.address(item.url, 'url');
    if (item.image !== undefined) faults.address(item.image, 'image');
    for (const { url, mime_type: type, size_in_bytes: length } of item.attachments ?? [])
      enclosure(faults, url, type, `${length}`);
    for (const date of [item.date_published, item.date_modified])
      faults.check(date === undefined || RFC_3339.test(date), 'InvalidRFC3339Date', `${date}`);
    faults.check(!textsIn(item).some((one) => BAD_CHARACTERS.test(one)), 'BadCharacters', item.id);
    if (item.content_html !== undefined) html(faults, item.content_html);
  }
}

/** Every text in something that was JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A file to download. A length of 0 means that it is unknown. */
function enclosure(
  faults: Faults,
  url: string | undefined,
  type: string | undefined,
  length: string | undefined,
): void {
  faults.address(url, 'enclosure');
  faults.check(MEDIA_TYPE.test(type ?? ''), 'InvalidMIMEType', 'enclosure');
  faults.check(/^[1-9]\d*$/.test(length ?? ''), 'NonNegativeInteger', `enclosure length ${length}`);
}

/** The files that a feed of any format offers, each with its length in bytes. @param file by whose end its format is known */
export function enclosuresIn(file: string, text: string): { url: string; length: number }[] {
  if (file.endsWith('feed.json')) {
    const { items } = JSON.parse(text) as { items: JsonItem[] };
    return items.flatMap(({ attachments = [] }) =>
      attachments.map(({ url, size_in_bytes: length = 0 }) => ({ url, length })),
    );
  }
  const links = partsOf(text, 'link').filter(({ attributes }) => attributes['rel'] === 'enclosure');
  return [...links, ...partsOf(text, 'enclosure')].map(({ attributes: { href, url, length } }) => ({
    url: url ?? href ?? '',
    length: Number(length),
  }));
}

/** A text that programs take for HTML, without any. */
function plain(faults: Faults, text: string, what: string): void {
  faults.check(!MARKUP.test(text), 'ContainsHTML', `${what} ${text}`);
}

function rfc822(faults: Faults, date: string | undefined): void {
  if (date === undefined) return;
  const [, weekday, day = ''] = RFC_822.exec(date) ?? [];
  const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  faults.check(
    weekday !== undefined && names[new Date(`${day} UTC`).getUTCDay()] === weekday,
    'InvalidRFC2822Date',
    date,
  );
}

function selfLink(faults: Faults, links: readonly Part[], self: string): void {
  const own = links.filter(({ attributes }) => attributes['rel'] === 'self');
  faults.check(own.length > 0, 'MissingSelf', self);
  faults.check(own.length < 2, 'DuplicateAtomLink', 'self');
  for (const { attributes } of own) {
    faults.check(attributes['href'] === self, 'SelfDoesntMatchLocation', `${attributes['href']}`);
    faults.check(MEDIA_TYPE.test(attributes['type'] ?? ''), 'InvalidMIMEType', 'self');
  }
}

/** Whole texts: nothing risky, no style, full addresses, no longer than programs read. */
function html(faults: Faults, text: string): void {
  faults.check(Buffer.byteLength(text) <= 1_000_000, 'TooLong', text);
  for (const element of elementsOf(parseFragment(text), { withTemplates: true })) {
    faults.check(!RISKY.has(element.tagName), 'SecurityRisk', element.tagName);
    for (const { name, value } of element.attrs) {
      faults.check(!/^on|^srcdoc$|^formaction$/.test(name), 'SecurityRiskAttr', `${name}=${value}`);
      faults.check(!['style', 'class', 'id'].includes(name), 'DangerousStyleAttr', `${name}=${value}`);
      if (ADDRESSES.includes(name))
        faults.check(isFull(value) || /^(?:mailto|tel|sms|geo):/.test(value), 'ContainsRelRef', `${name}=${value}`);
      if (name === 'srcset') for (const one of value.split(/,\s+/)) faults.address(one.trim().split(/\s/)[0], 'srcset');
    }
    if (element.tagName === 'img')
      faults.check(attribute(element, 'alt') !== undefined, 'MissingAttribute', `alt of ${attribute(element, 'src')}`);
  }
}
