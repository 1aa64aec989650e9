import type { Field } from '@sveltia/cms';
import { TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import {
  EDITOR_FIELDS,
  fieldsWithFacts,
  LANGUAGE_WORDS,
  type FieldWords,
  type WordsByField,
} from '#src/schemas/editor-fields.ts';
import { EDITOR_WORDS } from '#src/schemas/editor-words.ts';
import { collectionFacts, type FieldFacts, type ValueFacts } from '#src/schemas/field-facts.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { RESERVED_SLUGS, SLUG_PATTERN } from '#src/schemas/shared-fields.ts';

/** The zone whose clock the form's dates show: that of Quintana Roo, which keeps UTC−5 all year. */
const TIME_ZONE = 'America/Cancun';

/** Texts that may be longer get an input of several lines. */
const LONGEST_SINGLE_LINE = 200;

/** Pictures as cameras and telephones make them; the form turns them into WebP before they are saved. */
const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/avif,image/heic';

/** The field that names a file of a collection to people. */
export const TITLE_FIELDS: Readonly<Record<Collection, string>> = {
  articles: 'title',
  pages: 'title',
  categories: 'title',
  tags: 'title',
  authors: 'name',
  places: 'name',
};

/** What a slug must match, words that the site keeps for itself left out. */
export const FORM_SLUG_PATTERN = `^(?!(?:${[...RESERVED_SLUGS].join('|')})$)${SLUG_PATTERN.source.slice(1)}`;

/** The field after which the text is written. */
const BEFORE_TEXT = 'description';

/**
 * Fields that an editor does not fill in here, and that stay as they are in the file. The address is the file's name, which
 * the form lets an editor change; it then keeps the former one among the old addresses, as it would not for a field.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['slug', 'aliases']);

/**
 * The fields of a collection's form, as the CMS wants them: from the schema and its words.
 * @param locale the language of the labels
 * @returns in the order of the words, which is the order in which an editor thinks; the text after the standfirst
 */
export function formFields(collection: Collection, locale: Locale): Field[] {
  const words = EDITOR_FIELDS[collection];
  const facts = collectionFacts(collection);
  const left = (name: string) => TEXT_COLLECTIONS.has(collection) && LEFT_OUT.has(name);
  const fields = fieldsOf(facts, words, locale).filter(({ name }) => !left(name));
  if (!TEXT_COLLECTIONS.has(collection)) return fields;
  const at = fields.findIndex(({ name }) => name === BEFORE_TEXT) + 1;
  return [...fields.slice(0, at), bodyField(locale), ...fields.slice(at)];
}

function fieldsOf(facts: readonly FieldFacts[], words: WordsByField, locale: Locale): Field[] {
  return fieldsWithFacts(words, facts).map(({ fact, words: own }) => fieldOf(fact, own, locale));
}

function fieldOf(fact: FieldFacts, words: FieldWords, locale: Locale): Field {
  const common = {
    name: fact.name,
    label: words.label[locale],
    hint: words.hint[locale],
    required: fact.isRequired,
  };
  return { ...common, ...inputOf(fact, words, locale) } as Field;
}

/** A CMS field but for its name and words; the whole is checked against the schema that the CMS publishes. */
type Input = Record<string, unknown>;

/** What stands for a value in the form: its widget, limits and preset. */
function inputOf(
  fact: ValueFacts & { default?: unknown; isRequired?: boolean },
  words: FieldWords,
  locale: Locale,
): Input {
  const { kind, most, fields = [] } = fact;
  const preset = fact.default === undefined ? {} : { default: fact.default };
  switch (kind) {
    case 'line':
      return { ...textInput(most), ...preset, pattern: ['^[^\\n]*$', EDITOR_WORDS[locale].mistakes.line] };
    case 'slug':
      if (words.names) return { ...relationTo(words.names, locale), multiple: false };
      return { ...textInput(most), pattern: [FORM_SLUG_PATTERN, EDITOR_WORDS[locale].mistakes.slug] };
    case 'address':
      return { widget: 'string', type: 'url', pattern: ['^https?://\\S+$', EDITOR_WORDS[locale].mistakes.address] };
    case 'oldPath':
      return { widget: 'string', pattern: [fact.pattern, EDITOR_WORDS[locale].mistakes.oldPath] };
    case 'email':
      return { widget: 'string', type: 'email' };
    case 'pictureFile':
      return { widget: 'image', accept: PICTURE_TYPES, choose_url: false };
    case 'instant':
      return { widget: 'datetime', input_timezone: TIME_ZONE, ...(words.startsNow && { default: '{{now}}' }) };
    case 'choice':
      return { widget: 'select', ...preset, options: optionsOf(fact, words, locale) };
    case 'switch':
      return { widget: 'boolean', ...preset };
    case 'whole':
    case 'decimal':
      return { ...numberInput(fact), ...preset };
    case 'bilingual':
    case 'nameOrNames':
      return { widget: 'object', fields: fieldsOf(fields, LANGUAGE_WORDS, locale) };
    case 'group':
      return {
        widget: 'object',
        collapsed: fact.isRequired ? false : 'auto',
        fields: fieldsOf(fields, words.fields ?? {}, locale),
      };
    case 'list':
      return listInput(fact, words, locale);
  }
}

function textInput(most: number | undefined) {
  const widget = (most ?? 0) > LONGEST_SINGLE_LINE ? 'text' : 'string';
  return { widget, use_emoji_autocomplete: false, ...(most !== undefined && { maxlength: most }) };
}

function numberInput({ kind, least, most }: ValueFacts) {
  const step = kind === 'whole' ? { value_type: 'int' } : { value_type: 'float', step: 0.0001 };
  return {
    widget: 'number',
    ...step,
    ...(least !== undefined && { min: least }),
    ...(most !== undefined && { max: most }),
  };
}

function listInput({ item, least, most }: ValueFacts, words: FieldWords, locale: Locale): Input {
  const counts = { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) };
  if (words.names) return { ...relationTo(words.names, locale), multiple: true, ...counts };
  if (item?.kind === 'group') {
    const fields = fieldsOf(item.fields ?? [], words.fields ?? {}, locale);
    const shown = fields.at(-1)?.name === 'url' ? fields[0]?.name : fields.at(-1)?.name;
    return {
      widget: 'list',
      label_singular: words.item?.[locale],
      fields,
      collapsed: 'auto',
      summary: `{{fields.${shown}}}`,
      ...counts,
    };
  }
  // A list of texts: one small input for each.
  const one = { name: 'text', label: words.label[locale], ...(item && inputOf(item, words, locale)) };
  return { widget: 'list', field: one, ...counts };
}

/** The files of a collection, offered by what people call them; what is saved is the file's name. */
function relationTo(collection: Collection, locale: Locale) {
  const title = `${TITLE_FIELDS[collection]}.${locale}`;
  return {
    widget: 'relation',
    collection,
    value_field: '{{slug}}',
    // Many names are searched, few are ticked.
    dropdown_threshold: 4,
    display_fields: [title],
    search_fields: searched(collection),
  };
}

/** A place is found by either of its names. */
const searched = (collection: Collection) => ['en', 'es'].map((locale) => `${TITLE_FIELDS[collection]}.${locale}`);

function optionsOf({ choices = [] }: ValueFacts, words: FieldWords, locale: Locale) {
  return choices.map((value) => ({ value, label: words.choices?.[value]?.[locale] ?? value }));
}

function bodyField(locale: Locale): Field {
  return {
    name: 'body',
    ...EDITOR_WORDS[locale].body,
    required: false,
    widget: 'richtext',
    buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'quote', 'bulleted-list', 'numbered-list'],
    editor_components: ['picture'],
    linked_images: false,
    use_emoji_autocomplete: false,
  };
}
