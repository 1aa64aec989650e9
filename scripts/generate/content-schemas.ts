import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import {
  EDITOR_FIELDS,
  LANGUAGE_WORDS,
  type FieldWords,
  type Words,
  type WordsByField,
} from '#src/schemas/editor-fields.ts';
import { inputSchema, type JsonSchema } from '#src/schemas/field-facts.ts';
import { LANGUAGES } from '#src/schemas/locale.ts';
import { stampedJson, type GeneratedFile } from './generated-file.ts';

export const schemaPath = (collection: Collection) => `.vscode/schemas/${collection}.json`;

/** A JSON Schema for each collection: completion, descriptions and warnings while a file is written by hand. */
export const contentSchemas: readonly GeneratedFile[] = COLLECTIONS.map((collection) => ({
  path: schemaPath(collection),
  text: () => stampedJson(described(inputSchema(collection), EDITOR_FIELDS[collection])),
}));

/** A schema with the labels and hints of its fields, English first, without the key that only our own code reads. */
function described({ 'x-kind': _, ...schema }: JsonSchema, words: WordsByField): JsonSchema {
  const isBilingual = Object.keys(schema.properties ?? {}).join() === LANGUAGES.join();
  const inner: WordsByField = isBilingual ? LANGUAGE_WORDS : words;
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const own = inner[name];
    const schema = described(property, own?.fields ?? {});
    return [name, own ? { ...textsOf(own), ...schema } : schema] as const;
  });
  return {
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
    ...(schema.items && { items: described(schema.items, words) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map((option) => described(option, words)) }),
  };
}

function textsOf({ label, hint }: FieldWords) {
  const both = (texts: Words, between: string) => LANGUAGES.map((locale) => texts[locale]).join(between);
  return { title: both(label, ' / '), description: both(hint, '\n\n') };
}
