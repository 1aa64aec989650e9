import { shortDigest } from '#src/keys/digest.ts';
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
  digest: string;
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
 * A story with some of it replaced, and the digest of that story.
 * @param told tells, with the story as it was, all that is replaced
 */
export function changedArticle(article: Article, told: unknown, changes: Partial<Article>): Article {
  return { ...article, ...changes, digest: shortDigest(`${article.digest} ${JSON.stringify(told)}`) };
}
