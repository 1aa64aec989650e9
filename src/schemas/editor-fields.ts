import { COLLECTIONS, factsOf, namingFields, type Collection } from './collections.ts';
import { EDITOR_WORDS, type FieldText, type FieldTexts } from './editor-words.ts';
import type { FieldFacts } from './field-facts.ts';
import { isLocale, LANGUAGES, type Locale } from './locale.ts';

/** One text in each language. */
export type Words = Readonly<Record<Locale, string>>;

/** What editors read about a field in each language, and what a form needs to know beside the schema. */
export interface FieldWords {
  label: Words;
  hint: Words;
  choices?: Readonly<Record<string, Words>>;
  item?: Words;
  fields?: WordsByField;
  /** The collection whose files the field names: a form offers them by their titles. */
  names?: Collection;
  /** A form begins with the present moment. */
  startsNow?: true;
  /** A form begins with this switch on. */
  startsOn?: true;
}

/** Fields with their words, in the order of the catalogues; fields of fields below `fields`. */
export type WordsByField = Readonly<Record<string, FieldWords>>;

/** The fields that name other files, by their path: `articles.authors`. */
const NAMES: ReadonlyMap<string, Collection> = new Map(
  COLLECTIONS.flatMap((collection) =>
    namingFields(collection).map(({ field, names }) => [`${collection}.${field}`, names] as const),
  ),
);

const pathsOf = (list: 'startsNow' | 'startsOn'): ReadonlySet<string> =>
  new Set(
    COLLECTIONS.flatMap((collection) => (factsOf(collection)[list] ?? []).map((path) => `${collection}.${path}`)),
  );

const STARTS_NOW = pathsOf('startsNow');
const STARTS_ON = pathsOf('startsOn');

/** The words of every field that a file can hold. Tests check them against the schemas. */
export const EDITOR_FIELDS = Object.fromEntries(
  COLLECTIONS.map((collection) => [collection, wordsOfCollection(collection)]),
) as Readonly<Record<Collection, WordsByField>>;

/** The halves of a text in every edition's language, as fields. */
export const LANGUAGE_WORDS: WordsByField = Object.fromEntries(
  Object.entries(
    wordsBelow(
      inEach((locale) => EDITOR_WORDS[locale].languages),
      'languages',
    ),
  ).filter(([name]) => isLocale(name)),
);

function wordsOfCollection(collection: Collection): WordsByField {
  return wordsBelow(
    inEach((locale) => EDITOR_WORDS[locale].fields[collection]),
    collection,
  );
}

function wordsBelow(texts: Readonly<Record<Locale, FieldTexts>>, above: string): WordsByField {
  const names = Object.keys(texts[LANGUAGES[0]]);
  return Object.fromEntries(names.map((name) => [name, wordsOf(name, texts, `${above}.${name}`)]));
}

function wordsOf(name: string, texts: Readonly<Record<Locale, FieldTexts>>, path: string): FieldWords {
  const text = inEach((locale) => textNamed(name, texts[locale], locale));
  const { item, choices, fields } = text[LANGUAGES[0]];
  const names = NAMES.get(path);
  return {
    label: inEach((locale) => text[locale].label),
    hint: inEach((locale) => text[locale].hint),
    ...(item !== undefined && { item: inEach((locale) => text[locale].item ?? '') }),
    ...(choices && {
      choices: Object.fromEntries(
        Object.keys(choices).map((choice) => [choice, inEach((locale) => text[locale].choices?.[choice] ?? '')]),
      ),
    }),
    ...(fields && {
      fields: wordsBelow(
        inEach((locale) => fieldsOf(text[locale], locale)),
        path,
      ),
    }),
    ...(names && { names }),
    ...(STARTS_NOW.has(path) && { startsNow: true }),
    ...(STARTS_ON.has(path) && { startsOn: true }),
  };
}

/** @throws Error if a catalogue lacks the field */
function textNamed(name: string, texts: FieldTexts, locale: Locale): FieldText {
  const text = texts[name];
  const { oldAddresses, bilingualSlug } = EDITOR_WORDS[locale].shared;
  if (text === 'oldAddresses') return oldAddresses;
  if (text === 'bilingualSlug') return bilingualSlug;
  if (typeof text !== 'object') throw new Error(`src/i18n/editors/${locale}.json has no words for ${name}`);
  return text;
}

function fieldsOf({ fields = {} }: FieldText, locale: Locale): FieldTexts {
  return typeof fields === 'string' ? EDITOR_WORDS[locale].shared.picture : fields;
}

function inEach<Value>(valueOf: (locale: Locale) => Value): Record<Locale, Value> {
  return Object.fromEntries(LANGUAGES.map((locale) => [locale, valueOf(locale)])) as Record<Locale, Value>;
}

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
    if (!fact) throw new Error(`src/i18n/editors/ has words for “${name}”, which the schema does not have`);
    return { words: own, fact };
  });
}
