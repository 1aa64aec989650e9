import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import type { AuthorFields } from '#src/schemas/author.ts';
import type { CategoryFields } from '#src/schemas/category.ts';
import type { Collection } from '#src/schemas/collections.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { PageFields } from '#src/schemas/page.ts';
import type { PlaceFields } from '#src/schemas/place.ts';
import type { TagFields } from '#src/schemas/tag.ts';

/** A picture's file. */
export interface PictureFile {
  /** The path within the content root, with forward slashes. */
  file: string;
  /** SHA-256 of the file, hexadecimal, first 16 digits: another picture under the same name has another address. */
  digest: string;
  /** In pixels, as it is to be seen: after a camera's note on how it was held. */
  width: number;
  height: number;
}

/** A picture's path as written, until its file has been read; only what shows pictures needs that. */
export type PictureSource = string | PictureFile;

/** What every text in the newsroom has besides its front matter. */
interface TextEntry {
  /** `en/2026/glass` */
  id: string;
  locale: Locale;
  /** The last part of its address: the front matter's, or the file's name. */
  slug: string;
  /** The path within the content root. */
  file: string;
  /**
   * Tells the text from every other, and from itself before an edit: changes with its file's name, anything in its front
   * matter as the schema reads it and readers may know it, its body and its pictures. An archive's stories are compared at
   * each build and are not written out for it.
   */
  digest: string;
  /** Changes when the body's text does. */
  bodyDigest: string;
}

/** A story. */
export interface Article extends Omit<ArticleFrontMatter<PictureSource>, 'slug'>, TextEntry {
  /** The body's own pictures by the path written there. */
  bodyPictures: readonly { path: string; image: PictureSource }[];
}

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
export interface Place extends PlaceFields {
  id: string;
}

/** An entry of each collection. */
export interface Entries {
  articles: Article;
  authors: Author;
  categories: Category;
  tags: Tag;
  places: Place;
  pages: Page;
}

/** Everything in a content root, checked, in both languages, published or not. */
export type Newsroom = { readonly [Kind in Collection]: readonly Entries[Kind][] };

/** The file of an entry within the content root. */
export function fileOf(collection: Collection, entry: Entries[Collection]): string {
  return 'file' in entry ? entry.file : `${collection}/${entry.id}.yaml`;
}
