import { shortDigest } from '#src/keys/digest.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Article, Event, Issue, Page } from './newsroom.ts';

/** What is known of an article's or page's file besides its front matter. */
export interface TextFile {
  id: string;
  locale: Locale;
  stem: string;
  file: string;
  digest: string;
  bodyDigest: string;
}

/** An article, event, page or issue from its parsed front matter and its file. */
export function assembleText<Fields extends object & { slug?: string | undefined }>(
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
 * A copy of an article or page with some fields replaced and a new digest.
 * @param sources serialisable; with the text as it was, they determine all changes
 */
export function changedText<Text extends Article | Event | Issue | Page>(
  text: Text,
  sources: unknown,
  changes: Partial<Text>,
): Text {
  return { ...text, ...changes, digest: shortDigest(`${text.digest} ${JSON.stringify(sources)}`) };
}
