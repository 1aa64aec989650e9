/**
 * Every address of the site is made here: one function a page kind. All are paths from the root with a trailing slash
 * (any static host serves `/x/` from `x/index.html`); {@link absoluteUrl} adds the site's origin.
 */
import type { Locale } from './schemas/locale.ts';

/** The words that name page kinds in an address, in the reader's language. */
const SEGMENTS = {
  en: {
    articles: 'articles',
    sections: 'sections',
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
    sections: 'secciones',
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

/** The edition's word for a page kind, for the parameter of the route that serves it. */
export function segment(locale: Locale, kind: Segment): string {
  return SEGMENTS[locale][kind];
}

/** The `[...locale]` parameter of a route: English stands at the root. */
export function localeParam(locale: Locale): string | undefined {
  return locale === 'en' ? undefined : locale;
}

/** Names that standing pages cannot take: page kinds have them. */
export function takenSegments(locale: Locale): string[] {
  return Object.values(SEGMENTS[locale]);
}

/**
 * Files and folders of a built site that are no page: what the press, the packages and `public/` put at its root. A name
 * there that ends as pictures and data do is theirs, whether or not it is taken yet.
 */
const NO_PAGES =
  /^\/(?:es\/)?(?:404\.html|[^/]+\.(?:svg|png|ico|xml|json|txt|webmanifest))(?:\/|$)|^\/(?:pagefind|maps|hosting|admin|_[^/]*|\.[^/]*)(?:\/|$)/;

/** Pages of the site's own and lists that gather everything, which have all that is below their address. */
const WHOLES = ['latest', 'archive', 'search', 'corrections', 'editorsGuide'] as const;

/** Kinds of lists that there is one of for each thing. */
const LISTS_BY_SLUG = ['sections', 'tags', 'authors', 'places'] as const;

/** What the site itself has at a path, where it is neither a story's nor a standing page's. */
export type SitePart =
  { kind: 'site' } | { kind: (typeof LISTS_BY_SLUG)[number]; locale: Locale; slug: string } | undefined;

/**
 * Tells which part of the site a path is in, whether or not something stands there.
 * @param address a decoded path from the root
 * @returns `site` for what the site always has, its files, fronts and whole lists; the list of a section, tag, author or
 *   place by its slug; undefined for any other path
 */
export function sitePart(address: string): SitePart {
  const parts = address.split('/').filter(Boolean);
  const locale: Locale = parts[0] === 'es' ? 'es' : 'en';
  const [word, slug] = locale === 'es' ? parts.slice(1) : parts;
  if (word === undefined || NO_PAGES.test(address)) return { kind: 'site' };
  if (WHOLES.some((kind) => SEGMENTS[locale][kind] === word)) return { kind: 'site' };
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
const STORY_ADDRESS = new RegExp(`^(?:/(es))?/(?:${SEGMENTS.en.articles}|${SEGMENTS.es.articles})/([^/]+)/?$`);

/** What {@link articleUrl} makes an address from, its last slash aside; undefined where it makes none like it. */
export function parseArticleUrl(address: string): HasSlug | undefined {
  const [, language, slug] = STORY_ADDRESS.exec(address) ?? [];
  if (slug === undefined) return undefined;
  const story: HasSlug = { locale: language === 'es' ? 'es' : 'en', slug };
  return `${address.replace(/\/$/, '')}/` === articleUrl(story) ? story : undefined;
}

export const pageUrl = ({ locale, slug }: HasSlug) => path(locale, slug);
/** How to write for the paper: for its editors. */
export const editorsGuideUrl = (locale: Locale) => path(locale, SEGMENTS[locale].editorsGuide);
export const searchUrl = (locale: Locale) => path(locale, SEGMENTS[locale].search);

/** A list of stories: what it gathers, and which of its pages. */
export interface ListAddress {
  locale: Locale;
  kind: 'latest' | 'sections' | 'tags' | 'authors' | 'places' | 'archive' | 'corrections';
  /**
   * The slug of the section, tag, author or place; `2026` or `2026/11` of the archive; '' for latest, the archive's index
   * and the corrections.
   */
  slug: string;
}

/** A list's front, with its newest stories. */
export const listUrl = ({ locale, kind, slug }: ListAddress) =>
  path(locale, SEGMENTS[locale][kind], ...slug.split('/').filter(Boolean));

/** A list's numbered page; page 1 holds the oldest stories, so that a new story renumbers nothing. */
export const listPageUrl = (list: ListAddress, number: number) =>
  `${listUrl(list)}${SEGMENTS[list.locale].page}/${number}/`;

/** The site's own picture for cards on other sites. */
export const SOCIAL_CARD_URL = '/social-card.png';

export const feedUrl = (locale: Locale) => `${root(locale)}rss.xml`;
export const sitemapUrl = () => '/sitemap-index.xml';
export const placeMapUrl = (placeId: string) => `/maps/${placeId}.svg`;

/** A size in which a picture is made. */
export interface PictureSize {
  /** In pixels. */
  width: number;
  height: number;
  format: 'webp' | 'jpeg';
}

/** The folder of all pictures as readers get them. */
export const PICTURE_FOLDER = '/_pictures/';

/**
 * A picture in one size. The address holds everything the file is made from, so that a browser may keep it for ever and
 * a build need not make it twice.
 */
export function pictureUrl({ file, digest }: { file: string; digest: string }, size: PictureSize): string {
  const stem = file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.')).replace(/\./g, '-');
  return `${PICTURE_FOLDER}${stem}.${digest}.${size.width}x${size.height}.${size.format}`;
}

const PICTURE_ADDRESS = /^\/_pictures\/[\w-]+\.([0-9a-f]{16})\.(\d+)x(\d+)\.(webp|jpeg)$/;

/** What {@link pictureUrl} made an address from; undefined where it did not. */
export function parsePictureUrl(address: string): (PictureSize & { digest: string }) | undefined {
  const [, digest, width, height, format] = PICTURE_ADDRESS.exec(address) ?? [];
  if (!digest) return undefined;
  return { digest, width: Number(width), height: Number(height), format: format as PictureSize['format'] };
}

export const notFoundUrl = (locale: Locale) => `${root(locale)}404.html`;

/** The folder of an edition's search index. */
export const searchIndexUrl = (locale: Locale) => `/pagefind/${locale}/`;

/** A full address. @param origin the site's, from its configuration */
export const absoluteUrl = (origin: string, address: string) => new URL(address, origin).href;

/** Addresses on which a reader shares a story; plain links, no script of theirs. */
export function shareUrls(title: string, url: string) {
  const encode = encodeURIComponent;
  return {
    email: `mailto:?subject=${encode(title)}&body=${encode(url)}`,
    whatsApp: `https://wa.me/?text=${encode(`${title} ${url}`)}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encode(url)}`,
    x: `https://x.com/intent/post?text=${encode(title)}&url=${encode(url)}`,
  };
}
