import type { ReadText } from '#src/rules/rule.ts';
import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import type { EventFrontMatter } from '#src/schemas/event.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';

/** A file that has been read, whether or not its schema takes it. */
interface FileParts extends Pick<
  ReadText,
  'file' | 'collection' | 'locale' | 'body' | 'facts' | 'hasPicture' | 'pictureMeant'
> {
  /** Its fields, as written. */
  raw: object;
  /** What its schema makes of them; undefined if it takes them not. */
  parsed: object | undefined;
}

/** What rules check; of a file with wrong fields, as much as is usable. */
export function textToCheck({ raw, parsed, ...rest }: FileParts): ReadText {
  const fields = parsed ?? raw;
  const textOf = (from: object, key: string) => {
    const value = (from as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : '';
  };
  const picture = 'picture' in fields && typeof fields.picture === 'object' && fields.picture;
  const src = picture ? textOf(picture, 'src') : '';
  return {
    ...rest,
    fields: raw,
    title: textOf(fields, 'title'),
    description: textOf(fields, 'description'),
    picture: picture && plainImageFile.safeParse(src).success ? { src, alt: textOf(picture, 'alt') } : undefined,
    article: parsed && rest.collection === 'articles' ? (fields as ArticleFrontMatter) : undefined,
    event: parsed && rest.collection === 'events' ? (fields as EventFrontMatter) : undefined,
  };
}
