import type { z } from 'zod';
import type { articleSchema } from '#src/schemas/article.ts';
import type { PlainImageFile } from '#src/schemas/field-tools.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { TagFields } from '#src/schemas/tag.ts';

/** A story's front matter as it is written to its file. */
export type FrontMatter = z.input<ReturnType<typeof articleSchema<PlainImageFile>>>;

/** A topic with what its file says. */
export type NamedTag = Omit<TagFields, 'aliases'> & { id: string };

/** A story that lacks only its date and its address. */
export interface StoryDraft {
  locale: Locale;
  /** The hour at which it was filed, in milliseconds after midnight on the site's clock. */
  timeOfDayMs: number;
  title: string;
  description: string;
  /** Markdown. */
  body: string;
  /** At least one id each; the first category is the story's section. */
  authors: readonly string[];
  categories: readonly string[];
  tags: readonly NamedTag[];
  /** Ids of places in the gazetteer. */
  dateline?: string | undefined;
  places: readonly string[];
  /** Front matter that only some stories have. @param pubDate the date the story was given */
  extras?: ((pubDate: Date) => Partial<FrontMatter>) | undefined;
  /** The file's name where it is not the slug; the front matter then names the slug. Each once in a language. */
  fileName?: string | undefined;
}
