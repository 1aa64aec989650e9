import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import type { AuthorFields } from '#src/schemas/author.ts';
import type { CategoryFields } from '#src/schemas/category.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { PageFields } from '#src/schemas/page.ts';
import type { PlaceFields } from '#src/schemas/place.ts';
import type { TagFields } from '#src/schemas/tag.ts';

/** A picture's file and size, as the site's image pipeline knows it. */
export interface ImageData {
  src: string;
  width: number;
  height: number;
  format: 'apng' | 'avif' | 'gif' | 'jpeg' | 'jpg' | 'png' | 'svg' | 'tiff' | 'webp';
}

/** What the program at hand makes of a picture's path: the path itself in plain Node, image data in the site. */
export type PictureSource = string | ImageData;

/** What every text in the newsroom has besides its front matter. */
interface TextEntry {
  /** `en/2026/glass` */
  id: string;
  locale: Locale;
  /** The last part of its address: the front matter's, or the file's name. */
  slug: string;
  /** The path within the content root. */
  file: string;
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

/** Everything in a content root, checked, of both languages, published or not. */
export interface Newsroom {
  articles: readonly Article[];
  authors: readonly Author[];
  categories: readonly Category[];
  tags: readonly Tag[];
  places: readonly Place[];
  pages: readonly Page[];
}
