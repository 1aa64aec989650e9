/**
 * The words of forms, guides and editors' programs, a catalogue for each language: `src/i18n/editors/<language>.json`.
 * Limits, choices and defaults are not in them: {@link file://./field-facts.ts} reads those from the schemas.
 */
import en from '#src/i18n/editors/en.json' with { type: 'json' };
import es from '#src/i18n/editors/es.json' with { type: 'json' };
import type { Collection } from './collections.ts';
import type { ValueKind } from './field-facts.ts';
import type { Locale } from './locale.ts';

/** What an editor reads about a field, in one language. */
export interface FieldText {
  /** Its name, as it is shown over the input. */
  label: string;
  /** When and how to fill it in, in a sentence or two; what happens if it is left out. */
  hint: string;
  /** The word for each value of a choice. */
  choices?: Readonly<Record<string, string>>;
  /** What one item of a list is called. */
  item?: string;
  /** The fields inside: of an object, or of the objects of a list; or the name of such fields in `shared`. */
  fields?: FieldTexts | string;
}

/**
 * Fields by name, in the order in which an editor thinks, which is the order of a form. A field with the same words in
 * several collections is the name of a text in `shared`.
 */
export type FieldTexts = Readonly<Record<string, FieldText | string>>;

interface EditorCatalogue {
  fields: Readonly<Record<Collection, FieldTexts>>;
  shared: Readonly<{ picture: Record<'src' | 'alt' | 'caption' | 'credit', FieldText> }> &
    Readonly<Record<'oldAddresses' | 'bilingualSlug', FieldText>>;
  /** The halves of a text in both languages. */
  languages: Readonly<Record<Locale, FieldText>>;
  /** The text of an article or page, which is not a field of the schema: it is below the front matter. */
  body: FieldText;
  /** A picture within a text. */
  bodyPicture: Readonly<Record<'label', string>>;
  /** What a form says if a text is not of its kind. The schemas' messages are for those who write files by hand. */
  mistakes: Readonly<Record<'line' | 'slug' | 'address' | 'oldPath' | 'eventTime' | 'duration', string>>;
  /** What a value is, in the guide for editors. */
  kinds: Readonly<Record<ValueKind, string>>;
  /** The words of the guide's tables. */
  table: Readonly<
    Record<'field' | 'meaning' | 'required' | 'nameIn' | 'upTo' | 'between' | 'items' | 'itemsFrom' | 'listOf', string>
  >;
  /** What the files of a collection are, over the table of their fields. */
  files: Readonly<Record<Collection, { title: string; place: string }>>;
  /** The guide as lines of Markdown, but for the tables of fields. */
  guide: { title: string; description: string; text: readonly string[] };
}

export const EDITOR_WORDS: Readonly<Record<Locale, EditorCatalogue>> = { en, es };
