import { shortDigest } from '#src/keys/digest.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Article } from './newsroom.ts';

/** What a reader of files knows of a text besides its front matter. */
export interface TextFile {
  id: string;
  locale: Locale;
  stem: string;
  file: string;
  digest: string;
  bodyDigest: string;
}

/** An article or page from its parsed front matter and its file. */
export function assembleText<Fields extends { slug?: string | undefined }>(
  fields: Fields,
  { stem, ...file }: TextFile,
  bodyPictures: readonly string[] = [],
) {
  return {
    ...fields,
    ...file,
    slug: fields.slug ?? stem,
    bodyPictures: bodyPictures.map((path): Article['bodyPictures'][number] => ({ path, image: path })),
  };
}

/**
 * A story with some of it replaced, and the digest of that story.
 * @param told tells, with the story as it was, all that is replaced
 */
export function changedArticle(article: Article, told: unknown, changes: Partial<Article>): Article {
  return { ...article, ...changes, digest: shortDigest(`${article.digest} ${JSON.stringify(told)}`) };
}
