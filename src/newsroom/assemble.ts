import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { PageFields } from '#src/schemas/page.ts';
import type { Article, Page, PictureSource } from './newsroom.ts';

/** What a reader of files knows of a text besides its front matter. */
export interface TextFile {
  id: string;
  locale: Locale;
  stem: string;
  file: string;
  fieldsDigest: string;
  bodyDigest: string;
}

/** A story from its parsed front matter and its file. */
export function assembleArticle(
  frontMatter: ArticleFrontMatter<PictureSource>,
  { stem, ...file }: TextFile,
  bodyPictures: readonly string[],
): Article {
  return {
    ...frontMatter,
    ...file,
    slug: frontMatter.slug ?? stem,
    bodyPictures: bodyPictures.map((path) => ({ path, image: path })),
  };
}

/** A standing page from its parsed front matter and its file. */
export function assemblePage(frontMatter: PageFields, { stem, ...file }: TextFile): Page {
  return { ...frontMatter, ...file, slug: frontMatter.slug ?? stem };
}

/**
 * What tells a story from every other and from itself before an edit, made of digests taken when its file was read: an
 * archive's stories are compared at each build, and are not written out for it. A story has nothing besides: its address
 * and language are its id's and its front matter's.
 */
export function articleDigest({ id, fieldsDigest, bodyDigest, picture, bodyPictures }: Article): string {
  const pictures = picture || bodyPictures.length > 0 ? JSON.stringify([picture?.src, bodyPictures]) : '';
  return `${id} ${fieldsDigest} ${bodyDigest} ${pictures}`;
}
