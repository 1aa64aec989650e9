import type { Field } from '@sveltia/cms';
import { describe, expect, it } from 'vitest';
import { FORM_SLUG_PATTERN, formFields } from '#src/admin/form-fields.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { slugField } from '#src/schemas/shared-fields.ts';

/** Whatever a test asks of a field: each widget has options of its own. */
type AnyField = Record<string, unknown> & { name: string; fields?: AnyField[]; field?: AnyField };

const everyField = (fields: readonly AnyField[]): AnyField[] =>
  fields.flatMap((field) => [field, ...everyField([...(field.fields ?? []), ...(field.field ? [field.field] : [])])]);

const fieldOf = (fields: readonly Field[], path: string) =>
  path.split('.').reduce<AnyField | undefined>((field, name) => field?.fields?.find((inner) => inner.name === name), {
    name: '',
    fields: fields as AnyField[],
  });

describe('the form of an article', () => {
  const english = formFields('articles', 'en');
  const spanish = formFields('articles', 'es');

  it.each([
    ['title', { widget: 'string', required: true, maxlength: 140, label: 'Headline' }],
    ['description', { widget: 'text', required: true, maxlength: 320 }],
    ['authors', { widget: 'relation', collection: 'authors', multiple: true, min: 1, value_field: '{{slug}}' }],
    ['categories', { widget: 'relation', collection: 'categories', min: 1, max: 3, display_fields: ['title.en'] }],
    ['pubDate', { widget: 'datetime', default: '{{now}}', required: true }],
    ['updatedDate', { widget: 'datetime', required: false }],
    ['dateline', { widget: 'relation', collection: 'places', multiple: false, required: false }],
    ['draft', { widget: 'boolean', default: true }],
    ['picture', { widget: 'object', required: false }],
    ['picture.src', { widget: 'image', required: true, choose_url: false }],
    ['picture.alt', { widget: 'text', required: true, maxlength: 300 }],
    ['picture.credit', { widget: 'string', required: true, maxlength: 120 }],
    ['sources', { widget: 'list', label_singular: 'Source', summary: '{{fields.title}}' }],
    ['sources.url', { widget: 'string', type: 'url' }],
    ['corrections.text', { widget: 'text', maxlength: 600 }],
    ['body', { widget: 'richtext', required: false }],
  ])('asks for %s as the schema has it', (path, expected) => {
    expect(fieldOf(english, path)).toMatchObject(expected);
  });

  it('offers the values of a choice in the editor’s language', () => {
    expect(fieldOf(spanish, 'featured')?.['options']).toEqual([
      { value: 'lead', label: 'Abre la portada' },
      { value: 'top', label: 'Junto a la principal' },
    ]);
  });

  it('names people and categories by what they are called in the editor’s language', () => {
    expect(fieldOf(spanish, 'authors')?.['display_fields']).toEqual(['name.es']);
  });

  it('leaves out the aliases, which the form adds itself', () => {
    expect(fieldOf(english, 'aliases')).toBeUndefined();
  });
});

describe.each(COLLECTIONS)('the form of %s', (collection) => {
  const [english, spanish] = LOCALES.map((locale) => everyField(formFields(collection, locale) as AnyField[]));

  it('has the same fields in both languages', () => {
    expect(english?.map(({ name, widget }) => `${name} ${String(widget)}`)).toEqual(
      spanish?.map(({ name, widget }) => `${name} ${String(widget)}`),
    );
  });

  it('says what is wrong with a text in the editor’s language', () => {
    const messages = (fields: AnyField[] = []) =>
      fields.flatMap(({ pattern }) => (Array.isArray(pattern) ? [String(pattern[1])] : []));
    expect(messages(english).length).toBeGreaterThan(0);
    expect(messages(english).filter((message, at) => message === messages(spanish)[at])).toEqual([]);
  });
});

describe('a slug in the form', () => {
  it.each(['reef-2026', 'a', 'page', 'page-two', 'con', 'Reef', 'two--hyphens', '-a', 'año', ''])(
    '“%s” is taken exactly where the schema takes it',
    (slug) => {
      expect(new RegExp(FORM_SLUG_PATTERN).test(slug)).toBe(slugField.safeParse(slug).success);
    },
  );
});
