import { articleWords } from './editor-words/article.ts';
import { authorWords, categoryWords, pageWords, placeWords, tagWords } from './editor-words/standing.ts';
import type { FieldWords } from './editor-words/words.ts';
import type { Collection } from './collections.ts';
import type { FieldFacts } from './field-facts.ts';

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

/**
 * Fields with their words and what the schema says of them, in the order of the words: the order in which an editor thinks.
 * @throws Error where there are words for a field that the schema does not know
 */
export function fieldsWithFacts(
  words: WordsByField,
  facts: readonly FieldFacts[],
): { words: FieldWords; fact: FieldFacts }[] {
  return Object.entries(words).map(([name, own]) => {
    const fact = facts.find((candidate) => candidate.name === name);
    if (!fact) throw new Error(`editor-fields.ts has words for “${name}”, which the schema does not know`);
    return { words: own, fact };
  });
}
