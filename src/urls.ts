/**
 * Every address of the site is made here, with one function for each kind of page. All are paths from the root with a
 * trailing slash (any static host serves `/x/` from `x/index.html`); {@link absoluteUrl} adds the site's origin.
 */
import type { Locale } from './schemas/locale.ts';

/** The words that name page kinds in an address, in the reader's language. */
const SEGMENTS = {
  en: {
    articles: 'articles',
    categories: 'sections',
    tags: 'topics',
    authors: 'authors',
    places: 'places',
    latest: 'latest',
    archive: 'archive',
    search: 'search',
    corrections: 'corrections',
    editorsGuide: 'editors-guide',
    page: 'page',
  },
  es: {
    articles: 'articulos',
    categories: 'secciones',
    tags: 'temas',
    authors: 'autores',
    places: 'lugares',
    latest: 'ultimas',
    archive: 'archivo',
    search: 'buscar',
    corrections: 'correcciones',
    editorsGuide: 'guia-para-editores',
    page: 'pagina',
  },
} as const satisfies Record<Locale, Record<string, string>>;

type Segment = keyof (typeof SEGMENTS)['en'];

/** The edition's word for a page kind: the parameter of that kind's route. */
export function segment(locale: Locale, kind: Segment): string {
  return SEGMENTS[locale][kind];
}

/** The `[...locale]` parameter of a route: English is at the root. */
export function localeParam(locale: Locale): string | undefined {
  return locale === 'en' ? undefined : locale;
}

/** Slugs that static pages cannot have, because page kinds use them. */
export function takenSegments(locale: Locale): string[] {
  return Object.values(SEGMENTS[locale]);
}

/**
 * Files and folders at the root of a built site that are not pages: from the build, its packages and `public/`. Names that
 * end like pictures or data are reserved, even if no such file exists yet.
 */
const NO_PAGES =
  /^\/(?:es\/)?(?:404\.html|[^/]+\.(?:svg|png|ico|xml|json|txt|webmanifest))(?:\/|$)|^\/(?:maps|hosting|admin|_[^/]*|\.[^/]*)(?:\/|$)/;

/** Kinds that have one page or list, which owns every address below it. */
const SINGLE_KINDS = ['latest', 'archive', 'search', 'corrections', 'editorsGuide'] as const;

/** Kinds of lists with one list for each category, tag, author or place. */
const LISTS_BY_SLUG = ['categories', 'tags', 'authors', 'places'] as const;

/** What an address that is not an article's or static page's belongs to. */
type SitePart = { kind: 'site' } | { kind: (typeof LISTS_BY_SLUG)[number]; locale: Locale; slug: string } | undefined;

/**
 * The part of the site that an address belongs to, whether or not there is a page at it.
 * @param address a decoded path from the root
 * @returns `site` for what the site always has (files, front pages, lists of everything); a category's, tag's, author's or
 *   place's list with its slug; undefined for any other path
 */
export function sitePart(address: string): SitePart {
  const parts = address.split('/').filter(Boolean);
  const locale: Locale = parts[0] === 'es' ? 'es' : 'en';
  const [word, slug] = locale === 'es' ? parts.slice(1) : parts;
  if (word === undefined || NO_PAGES.test(address)) return { kind: 'site' };
  if (SINGLE_KINDS.some((kind) => SEGMENTS[locale][kind] === word)) return { kind: 'site' };
  const kind = LISTS_BY_SLUG.find((list) => SEGMENTS[locale][list] === word);
  return kind && slug !== undefined ? { kind, locale, slug } : undefined;
}

const root = (locale: Locale) => (locale === 'en' ? '/' : `/${locale}/`);
const path = (locale: Locale, ...parts: string[]) => `${root(locale)}${parts.map((part) => `${part}/`).join('')}`;

interface HasSlug {
  locale: Locale;
  slug: string;
}

export const frontUrl = root;
export const articleUrl = ({ locale, slug }: HasSlug) => path(locale, SEGMENTS[locale].articles, slug);
const ARTICLE_ADDRESS = new RegExp(`^(?:/(es))?/(?:${SEGMENTS.en.articles}|${SEGMENTS.es.articles})/([^/]+)/?$`);

/** The reverse of {@link articleUrl}, with or without the trailing slash; undefined for any other address. */
export function parseArticleUrl(address: string): HasSlug | undefined {
  const [, language, slug] = ARTICLE_ADDRESS.exec(address) ?? [];
  if (slug === undefined) return undefined;
  const article: HasSlug = { locale: language === 'es' ? 'es' : 'en', slug };
  return `${address.replace(/\/$/, '')}/` === articleUrl(article) ? article : undefined;
}

export const pageUrl = ({ locale, slug }: HasSlug) => path(locale, slug);
export const editorsGuideUrl = (locale: Locale) => path(locale, SEGMENTS[locale].editorsGuide);
export const searchUrl = (locale: Locale) => path(locale, SEGMENTS[locale].search);

/** What a list is about. */
export interface ListAddress {
  locale: Locale;
  kind: 'latest' | 'categories' | 'tags' | 'authors' | 'places' | 'archive' | 'corrections';
  /**
   * The slug of the category, tag, author or place; `2026` or `2026/11` in the archive; '' for latest, the archive's index
   * and the corrections.
   */
  slug: string;
}

/** A list's front, with its newest articles. */
export const listUrl = ({ locale, kind, slug }: ListAddress) =>
  path(locale, SEGMENTS[locale][kind], ...slug.split('/').filter(Boolean));

/** A list's numbered page; page 1 holds the oldest articles, so a new article renumbers nothing. */
export const listPageUrl = (list: ListAddress, number: number) =>
  `${listUrl(list)}${SEGMENTS[list.locale].page}/${number}/`;

/** The picture for social cards of pages without one. */
export const SOCIAL_CARD_URL = '/social-card.png';

export const feedUrl = (locale: Locale) => `${root(locale)}rss.xml`;
export const sitemapUrl = () => '/sitemap-index.xml';
export const placeMapUrl = (placeId: string) => `/maps/${placeId}.svg`;

/** A rendition of a picture. */
export interface PictureSize {
  /** In pixels. */
  width: number;
  height: number;
  format: 'webp' | 'jpeg';
}

/** The folder of all renditions. */
export const PICTURE_FOLDER = '/_pictures/';

/**
 * A picture's rendition. The address holds everything that determines the file's content, so browsers may cache it for ever
 * and a build need not make it twice.
 */
export function pictureUrl({ file, digest }: { file: string; digest: string }, size: PictureSize): string {
  const stem = file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.')).replace(/\./g, '-');
  return `${PICTURE_FOLDER}${stem}.${digest}.${size.width}x${size.height}.${size.format}`;
}

const PICTURE_ADDRESS = /^\/_pictures\/[\w-]+\.([0-9a-f]{16})\.(\d+)x(\d+)\.(webp|jpeg)$/;

/** The reverse of {@link pictureUrl}; undefined for any other address. */
export function parsePictureUrl(address: string): (PictureSize & { digest: string }) | undefined {
  const [, digest, width, height, format] = PICTURE_ADDRESS.exec(address) ?? [];
  if (!digest) return undefined;
  return { digest, width: Number(width), height: Number(height), format: format as PictureSize['format'] };
}

export const notFoundUrl = (locale: Locale) => `${root(locale)}404.html`;

/** The folder of all search indexes in a site. */
export const SEARCH_FOLDER = '_search';
/** The folder of an edition's search index. */
export const searchIndexUrl = (locale: Locale) => `/${SEARCH_FOLDER}/${locale}/`;
/** The folders in it whose files never change, since a changed file gets a new name. */
export const searchFileFolders = (locale: Locale) =>
  ['words', 'articles'].map((folder) => `${searchIndexUrl(locale)}${folder}/`);

/** A full address. @param origin the site's configured address */
export const absoluteUrl = (origin: string, address: string) => new URL(address, origin).href;

/** Ports that a browser leaves out of an address, or that a server redirects to the other one. */
const USUAL_PORTS = new Set(['', '80', '443']);

/** A host as people remember it: without `www.` and without the dot at the end that the whole name has. */
const plainHost = (host: string) => host.replace(/^www\./, '').replace(/\.$/, '');

/**
 * An address as a browser reads it on a page: in full, with all escapes that it needs; as it is if it is no address.
 * @param page a full address
 */
export function fullAddress(address: string, page: string): string {
  return URL.parse(address.replace(/%(?![\da-f]{2})/gi, '%25'), page)?.href ?? address;
}

/**
 * Reads an address by where it leads, however it is written: `https://`, `http://`, `//`, a path, with or without `www.`, in any
 * case, with or without the usual port.
 * @param from the page it is written on: a full address
 * @param origins the addresses at which this site is
 * @returns undefined if it leads to another site, or is no web address
 */
export function ownUrl(address: string, from: string, origins: readonly string[]): URL | undefined {
  const url = URL.parse(address, from);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const isOwn = origins.some((origin) => {
    const { hostname, port } = new URL(origin);
    const isSamePort = url.port === port || (USUAL_PORTS.has(url.port) && USUAL_PORTS.has(port));
    return isSamePort && plainHost(url.hostname) === plainHost(hostname);
  });
  return isOwn ? url : undefined;
}

/** A path without the file's name that hosts add by themselves: `/x/index.html` is `/x/`, even with escapes. */
export function withoutIndex(path: string): string {
  const end = path.lastIndexOf('/') + 1;
  const name = path
    .slice(end)
    .replace(/%([2-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return name === 'index.html' ? path.slice(0, end) : path;
}

/** Addresses for sharing an article: plain links, without the services' scripts. */
export function shareUrls(title: string, url: string) {
  const encode = encodeURIComponent;
  return {
    email: `mailto:?subject=${encode(title)}&body=${encode(url)}`,
    whatsApp: `https://wa.me/?text=${encode(`${title} ${url}`)}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encode(url)}`,
    x: `https://x.com/intent/post?text=${encode(title)}&url=${encode(url)}`,
  };
}
