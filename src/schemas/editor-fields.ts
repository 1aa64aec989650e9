import { articleWords } from './editor-words/article.ts';
import { authorWords, categoryWords, pageWords, placeWords, tagWords } from './editor-words/standing.ts';
import type { FieldWords } from './editor-words/words.ts';
import type { Collection } from './collections.ts';

/** What a form, a guide or an editor's program says of each field; fields of fields below `fields`. */
export type WordsByField = Readonly<Record<string, FieldWords>>;

/**
 * The words of every field that a file can hold, in both languages. Each list is typed by its own schema: a field without
 * words, or words without a field, do not compile. Limits, choices and defaults are not here: {@link file://./field-facts.ts}
 * reads them from the schemas.
 */
export const EDITOR_FIELDS: Readonly<Record<Collection, WordsByField>> = {
  articles: articleWords,
  authors: authorWords,
  categories: categoryWords,
  tags: tagWords,
  places: placeWords,
  pages: pageWords,
};
