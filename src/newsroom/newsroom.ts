import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import type { AuthorFields } from '#src/schemas/author.ts';
import type { CategoryFields } from '#src/schemas/category.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import type { EventKindFields } from '#src/schemas/event-kind.ts';
import type { EventFrontMatter } from '#src/schemas/event.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { NewsletterFields } from '#src/schemas/newsletter.ts';
import type { NoticeFields } from '#src/schemas/notice.ts';
import type { PageFields } from '#src/schemas/page.ts';
import type { PlaceFields } from '#src/schemas/place.ts';
import type { TagFields } from '#src/schemas/tag.ts';

/** A picture's file. */
export interface PictureFile {
  /** The path within the content root, with forward slashes. */
  file: string;
  /** First 16 hexadecimal digits of the file's SHA-256: a replaced picture gets a new address. */
  digest: string;
  /** In pixels, after applying the camera's orientation. */
  width: number;
  height: number;
}

/** A picture's path as written until its file has been read; only code that shows pictures needs the file. */
export type PictureSource = string | PictureFile;

/** What articles, events and pages have besides their front matter. */
interface TextEntry {
  /** `en/2026/glass`: its file, for the content store. Feeds have another id, which outlives the file's name. */
  id: string;
  locale: Locale;
  /** The last part of its address: from the front matter, or the file's name. */
  slug: string;
  /** The path within the content root. */
  file: string;
  /**
   * Stands for the whole entry in cache keys: changes with the file's name, the front matter as parsed and as readers may
   * see it, the body, its pictures' files and its dead links. Comparing it is far cheaper than serialising an archive at each build.
   */
  digest: string;
  /** Changes with the body's text. */
  bodyDigest: string;
  /** Addresses in the body and the fields, as written, that lead nowhere on this site: readers see their words without a link. */
  deadLinks?: readonly string[];
}

export interface Article extends Omit<ArticleFrontMatter<PictureSource>, 'slug'>, TextEntry {
  /** The pictures in the body, by the path written there. */
  bodyPictures: readonly { path: string; image: PictureSource }[];
}

export interface Event extends Omit<EventFrontMatter<PictureSource>, 'slug'>, TextEntry {
  /** The pictures in the body, by the path written there. */
  bodyPictures: readonly { path: string; image: PictureSource }[];
}

/** An issue of the newsletter; its slug is its file's name. */
export interface Issue extends NewsletterFields, TextEntry {}

export interface Page extends Omit<PageFields, 'slug'>, TextEntry {}

export interface Author extends AuthorFields<PictureSource> {
  id: string;
}
export interface Category extends CategoryFields {
  id: string;
}
export interface Tag extends TagFields {
  id: string;
}
export interface Notice extends NoticeFields {
  id: string;
}
export interface Place extends PlaceFields {
  id: string;
}

export interface EventKind extends EventKindFields {
  id: string;
}

/** An entry of each collection. */
export interface Entries {
  articles: Article;
  authors: Author;
  categories: Category;
  tags: Tag;
  places: Place;
  events: Event;
  'event-kinds': EventKind;
  notices: Notice;
  newsletters: Issue;
  pages: Page;
}

/** Everything in a content root, checked, in both languages, published or not. */
export type Newsroom = { readonly [Kind in Collection]: readonly Entries[Kind][] };

/** The file of an entry within the content root. */
export function fileOf(collection: Collection, entry: Entries[Collection]): string {
  return 'file' in entry ? entry.file : `${collection}/${entry.id}.yaml`;
}

/** A newsroom without anything yet, to be filled. */
export function emptyNewsroom(): Record<Collection, never[]> {
  return Object.fromEntries(COLLECTIONS.map((kind) => [kind, []])) as Record<Collection, never[]>;
}
