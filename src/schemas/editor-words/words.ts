import type { Collection } from '../collections.ts';
import type { Locale } from '../locale.ts';

/** One text in each language. */
export type Words = Readonly<Record<Locale, string>>;

/** What an editor is told of a field. */
export interface FieldWords {
  /** Its name, as it stands over the input. */
  label: Words;
  /** When and how to fill it in, in a sentence or two; what happens if it is left out. */
  hint: Words;
  /** The collection whose files the field names: a form offers them by their titles. */
  names?: Collection;
  /** A form begins with the present moment. */
  startsNow?: true;
  /** The word for each value of a choice. */
  choices?: Readonly<Record<string, Words>>;
  /** What one item of a list is called. */
  item?: Words;
  /** The words of the fields inside: of an object, or of the objects of a list. */
  fields?: Readonly<Record<string, FieldWords>>;
}

interface Bilingual {
  en: string;
  es: string;
}

/**
 * What the words of a value must hold beside label and hint: a choice a word for each value, a list of objects and an object
 * words for its fields. A text in two languages needs none: the languages' own names are {@link LANGUAGE_WORDS}.
 */
type Inside<Value> = [Value] extends [string]
  ? string extends Value
    ? object
    : { choices: Readonly<Record<Value, Words>> }
  : [Value] extends [Bilingual]
    ? object
    : [Value] extends [readonly (infer Item)[]]
      ? [Item] extends [string]
        ? object
        : { item: Words; fields: WordsOf<Item> }
      : [Value] extends [object]
        ? { fields: WordsOf<Value> }
        : object;

/**
 * The words of everything that a schema takes: exactly its fields, each with what its kind of value needs.
 * @example const words: WordsOf<z.input<typeof tagSchema>> = { … }
 */
export type WordsOf<Input> = {
  readonly [Key in keyof Input]-?: FieldWords & Inside<NonNullable<Input[Key]>>;
};

/** The two halves of a text in both languages. */
export const LANGUAGE_WORDS: Readonly<Record<Locale, FieldWords>> = {
  en: {
    label: { en: 'In English', es: 'En inglés' },
    hint: { en: 'For readers of the English edition.', es: 'Para quienes leen la edición en inglés.' },
  },
  es: {
    label: { en: 'In Spanish', es: 'En español' },
    hint: { en: 'For readers of the Spanish edition.', es: 'Para quienes leen la edición en español.' },
  },
};
