import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { EDITOR_FIELDS, LANGUAGE_WORDS, type WordsByField } from '#src/schemas/editor-fields.ts';
import { collectionFacts, type FieldFacts } from '#src/schemas/field-facts.ts';
import { LOCALES } from '#src/schemas/locale.ts';

/** `picture.alt`, `corrections.date`: the fields of a schema that need words of their own. */
function schemaFields(facts: readonly FieldFacts[], above = ''): string[] {
  return facts.flatMap(({ name, kind, fields, item }) => {
    const inside = kind === 'group' ? fields : item?.fields;
    return [`${above}${name}`, ...(inside ? schemaFields(inside, `${above}${name}.`) : [])];
  });
}

function wordFields(words: WordsByField, above = ''): string[] {
  return Object.entries(words).flatMap(([name, { fields }]) => [
    `${above}${name}`,
    ...(fields ? wordFields(fields, `${above}${name}.`) : []),
  ]);
}

/** Every text that an editor may be shown, under the path of its field. */
function texts(words: WordsByField, above = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, { label, hint, item, choices = {}, fields = {} }]) => {
    const path = `${above}${name}`;
    const all = [label, hint, ...(item ? [item] : []), ...Object.values(choices)];
    return [
      ...all.flatMap((text) => LOCALES.map((locale): [string, string] => [`${path} (${locale})`, text[locale]])),
      ...texts(fields, `${path}.`),
    ];
  });
}

const fieldAt = (facts: readonly FieldFacts[], path: string): FieldFacts | undefined => {
  const [first = '', ...rest] = path.split('.');
  const field = facts.find(({ name }) => name === first);
  if (rest.length === 0 || !field) return field;
  return fieldAt(field.fields ?? field.item?.fields ?? [], rest.join('.'));
};

describe.each(COLLECTIONS)('the words of %s', (collection) => {
  const facts = collectionFacts(collection);
  const words = EDITOR_FIELDS[collection];

  it('are there for every field of the schema, and for no other', () => {
    expect(wordFields(words).sort()).toEqual(schemaFields(facts).sort());
  });

  it('are written in both languages', () => {
    const empty = texts(words).filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
    expect(texts(words).length).toBeGreaterThan(facts.length * 4 - 1);
  });

  it('say a hint as a sentence, each in its own language', () => {
    const check = (all: WordsByField, above: string): string[] =>
      Object.entries(all).flatMap(([name, { hint, fields = {} }]) => [
        ...(hint.en === hint.es ? [`${above}${name}: both hints are the same`] : []),
        ...LOCALES.filter((locale) => !/[.:/)]$/.test(hint[locale])).map((locale) => `${above}${name} (${locale})`),
        ...check(fields, `${above}${name}.`),
      ]);
    expect(check(words, '')).toEqual([]);
  });

  it('have a word for each value of a choice', () => {
    const check = (all: WordsByField, fields: readonly FieldFacts[]): unknown[] =>
      fields.flatMap((field) => {
        const own = all[field.name];
        const inside = field.kind === 'group' ? field.fields : field.item?.fields;
        const wanted = [...(field.choices ?? field.item?.choices ?? [])].sort();
        const told = Object.keys(own?.choices ?? {}).sort();
        return [
          ...(wanted.join() === told.join() ? [] : [{ field: field.name, wanted, told }]),
          ...(inside && own?.fields ? check(own.fields, inside) : []),
        ];
      });
    expect(check(words, facts)).toEqual([]);
  });

  it('name other files only in fields that hold slugs', () => {
    const naming = Object.entries(words).filter(([, { names }]) => names);
    const kinds = naming.map(([name]) => {
      const field = fieldAt(facts, name);
      return field?.item?.kind ?? field?.kind;
    });
    expect(kinds.filter((kind) => kind !== 'slug')).toEqual([]);
  });
});

describe('what the schemas say of fields', () => {
  const story = collectionFacts('articles');

  it.each([
    ['title', { kind: 'line', least: 1, most: 140, isRequired: true }],
    ['pubDate', { kind: 'instant', isRequired: true }],
    ['updatedDate', { kind: 'instant', isRequired: false }],
    ['categories', { kind: 'list', least: 1, most: 3, isRequired: true }],
    ['draft', { kind: 'switch', default: false, isRequired: false }],
    ['featured', { kind: 'choice', choices: ['lead', 'top'] }],
    ['picture', { kind: 'group', isRequired: false }],
    ['picture.src', { kind: 'pictureFile', isRequired: true }],
    ['picture.alt', { kind: 'line', most: 300, isRequired: true }],
    ['picture.caption', { kind: 'line', isRequired: false }],
    ['sponsor.url', { kind: 'address', isRequired: true }],
    ['corrections.kind', { kind: 'choice', isRequired: true }],
    ['slug', { kind: 'slug', most: 80, isRequired: false }],
  ])('are read from the schema: %s', (path, expected) => {
    expect(fieldAt(story, path)).toMatchObject(expected);
  });

  it('tell an old address from any other text', () => {
    expect(fieldAt(story, 'aliases')?.item).toMatchObject({ kind: 'oldPath' });
  });

  it('tell a name in one or two languages, coordinates, and whole numbers without a limit', () => {
    expect(fieldAt(collectionFacts('authors'), 'name')).toMatchObject({ kind: 'nameOrNames', most: 80 });
    expect(fieldAt(collectionFacts('places'), 'latitude')).toMatchObject({ kind: 'decimal', least: -90, most: 90 });
    expect(fieldAt(collectionFacts('categories'), 'order')).toEqual({
      name: 'order',
      kind: 'whole',
      isRequired: false,
      default: 100,
    });
  });

  it('name the two halves of a text in both languages', () => {
    expect(fieldAt(collectionFacts('tags'), 'title')?.fields?.map(({ name }) => name)).toEqual(
      Object.keys(LANGUAGE_WORDS),
    );
  });
});
