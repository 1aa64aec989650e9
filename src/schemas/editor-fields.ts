import { articleWords } from './editor-words/article.ts';
import { authorWords, categoryWords, pageWords, placeWords, tagWords } from './editor-words/standing.ts';
import type { FieldWords } from './editor-words/words.ts';
import type { Collection } from './collections.ts';
import type { FieldFacts } from './field-facts.ts';

/** The labels and hints of fields, for the form, the guide and code editors; nested fields are in `fields`. */
export type WordsByField = Readonly<Record<string, FieldWords>>;

/**
 * The labels and hints of every field, in both languages. Each list is typed by its schema: a field without words, or words
 * without a field, do not compile. {@link file://./field-facts.ts} reads limits, choices and defaults from the schemas.
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
 * Fields with their words and facts, in the order of the words, which is made for editors.
 * @throws Error if there are words for a field that the schema does not have
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
