import type { z } from 'zod';
import type { articleSchema } from '#src/schemas/article.ts';
import type { PlainImageFile } from '#src/schemas/field-tools.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { TagFields } from '#src/schemas/tag.ts';

/** An article's front matter as it is written to its file. */
export type FrontMatter = z.input<ReturnType<typeof articleSchema<PlainImageFile>>>;

/** A tag with the fields of its file. */
export type NamedTag = Omit<TagFields, 'aliases'> & { id: string };

/** An article that lacks only its date and its address. */
export interface ArticleDraft {
  locale: Locale;
  /** When it was filed, in milliseconds after midnight on the site's clock. */
  timeOfDayMs: number;
  title: string;
  description: string;
  /** Markdown. */
  body: string;
  /** At least one id each. */
  authors: readonly string[];
  categories: readonly string[];
  tags: readonly NamedTag[];
  /** Ids of places in the gazetteer. */
  dateline?: string | undefined;
  places: readonly string[];
  /** Front matter that only some articles have. @param pubDate the date the article was given */
  extras?: ((pubDate: Date) => Partial<FrontMatter>) | undefined;
  /** The file's name if it is not the slug; the front matter then names the slug. Each once in a language. */
  fileName?: string | undefined;
}
