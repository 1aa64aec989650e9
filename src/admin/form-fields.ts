import type { Field } from '@sveltia/cms';
import { factsOf, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import {
  EDITOR_FIELDS,
  fieldsWithFacts,
  LANGUAGE_WORDS,
  type FieldWords,
  type WordsByField,
} from '#src/schemas/editor-fields.ts';
import { EDITOR_WORDS } from '#src/schemas/editor-words.ts';
import { collectionFacts, type FieldFacts, type ValueFacts } from '#src/schemas/field-facts.ts';
import { editionFor, isLocale, LOCALES, type Locale } from '#src/schemas/locale.ts';
import { RESERVED_SLUGS, SLUG_PATTERN } from '#src/schemas/shared-fields.ts';

/** The kind of the field in which the focus of a picture is chosen, as the CMS knows it. */
export const FOCUS_FIELD = 'desk-focus';

/** Texts that may be longer get an input with several lines. */
const LONGEST_SINGLE_LINE = 200;

/** All choices of a field are in sight, each a click away; if there are more than these, they are in a menu. */
const MOST_IN_SIGHT = 12;

/** What cameras and phones make; the form converts pictures to WebP before it saves them. */
const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/avif,image/heic';

/** What a slug must match, without the words that the site reserves. */
export const FORM_SLUG_PATTERN = `^(?!(?:${[...RESERVED_SLUGS].join('|')})$)${SLUG_PATTERN.source.slice(1)}`;

/** What can be put into a text with a button of its own, beside what the CMS has. */
const BODY_PARTS = ['picture', 'story-link', 'footnote', 'table', 'embed'] as const;
export type BodyPart = (typeof BODY_PARTS)[number];

/** The form shows the text after one of these fields. */
const BEFORE_TEXT: readonly string[] = ['description', 'preheader'];

/**
 * Fields that are not in the form, and that it leaves as they are. The slug is the file's name: if an editor changes that,
 * the form adds the old address to the aliases, which it would not do for a field.
 */
export const FIELDS_LEFT_OUT: ReadonlySet<string> = new Set(['slug', 'aliases']);

/**
 * The fields of a collection's form in the CMS, from the schema and its labels.
 * @param locale the language of the labels
 * @returns in the order of the labels, which is the order in which an editor thinks; the text after the standfirst
 */
export function formFields(collection: Collection, locale: Locale): Field[] {
  const words = EDITOR_FIELDS[collection];
  const facts = collectionFacts(collection);
  const all = fieldsOf(facts, words, locale);
  if (!TEXT_COLLECTIONS.has(collection)) return all;
  const fields = all.filter(({ name }) => !FIELDS_LEFT_OUT.has(name));
  const at = fields.findIndex(({ name }) => BEFORE_TEXT.includes(name)) + 1;
  return [...fields.slice(0, at), bodyField(locale), ...fields.slice(at)];
}

function fieldsOf(facts: readonly FieldFacts[], words: WordsByField, locale: Locale): Field[] {
  return fieldsWithFacts(words, facts).map(({ fact, words: own }) => fieldOf(fact, own, locale));
}

function fieldOf(fact: FieldFacts, words: FieldWords, locale: Locale): Field {
  const { name, isRequired: required } = fact;
  const common = { name, label: words.label[locale], hint: words.hint[locale], required };
  return { ...common, ...inputOf(fact, words, locale) } as Field;
}

/** A CMS field without its name and labels. A test checks the whole against the schema that the CMS publishes. */
type Input = Record<string, unknown>;

/** How the form edits a value: its widget, limits and default. */
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
    // Text, though there are pickers: those know no day without a time, and read a time in the zone of the paper.
    case 'eventTime':
      return { widget: 'string', pattern: [fact.pattern, EDITOR_WORDS[locale].mistakes.eventTime] };
    case 'duration':
      return { widget: 'string', pattern: [fact.pattern, EDITOR_WORDS[locale].mistakes.duration] };
    case 'price':
      return { widget: 'string' };
    case 'email':
      return { widget: 'string', type: 'email' };
    case 'pictureFile':
      return { widget: 'image', accept: PICTURE_TYPES, choose_url: false };
    case 'focus':
      return { widget: FOCUS_FIELD };
    case 'instant':
      return { widget: 'datetime', ...(words.startsNow && { default: '{{now}}' }) };
    case 'choice':
      return {
        widget: 'select',
        ...preset,
        options: optionsOf(fact, words, locale),
        dropdown_threshold: MOST_IN_SIGHT,
      };
    case 'switch':
      return { widget: 'boolean', ...preset, ...(words.startsOn && { default: true }) };
    case 'whole':
    case 'decimal':
      return { ...numberInput(fact), ...preset };
    case 'bilingual':
    case 'nameOrNames':
      return { widget: 'object', fields: fieldsOf(inEditions(fields), LANGUAGE_WORDS, locale) };
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

/** The halves of a text that somebody reads: those in the languages of the paper's editions. */
const inEditions = (halves: readonly FieldFacts[] = []) => halves.filter(({ name }) => isLocale(name));

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
  if (item?.kind === 'choice')
    return { widget: 'select', multiple: true, options: optionsOf(item, words, locale), ...counts };
  // A list of texts: one small input for each.
  const one = { name: 'text', label: words.label[locale], ...(item && inputOf(item, words, locale)) };
  return { widget: 'list', field: one, ...counts };
}

/** A choice among the entries of a collection, by their titles; the form saves the file's name. */
function relationTo(collection: Collection, locale: Locale) {
  const titleIn = (language: Locale) => `${factsOf(collection).title}.${language}`;
  return {
    widget: 'relation',
    collection,
    value_field: '{{slug}}',
    // Up to four entries are shown as checkboxes.
    dropdown_threshold: 4,
    display_fields: [titleIn(editionFor(locale))],
    search_fields: LOCALES.map(titleIn),
  };
}

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
    editor_components: [...BODY_PARTS],
    linked_images: false,
    use_emoji_autocomplete: false,
  };
}
