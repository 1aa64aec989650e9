/** Values for every field of every collection, made from the schemas: what the form must be able to save. */
import { FIELDS_LEFT_OUT } from '#src/admin/form-fields.ts';
import { TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { EDITOR_FIELDS, type WordsByField } from '#src/schemas/editor-fields.ts';
import { collectionFacts, type FieldFacts, type ValueFacts } from '#src/schemas/field-facts.ts';

/** A field of the form, with all that is needed to fill it. */
export interface PlannedField extends Omit<FieldFacts, 'fields' | 'item'> {
  /** The collection whose files it names. */
  names: Collection | undefined;
  fields: readonly PlannedField[];
  item: PlannedField | undefined;
}

/** What a field holds, as a file has it. */
export type Value = string | number | boolean | Value[] | { [name: string]: Value };

/** How many entries of each collection the newsroom has that a field can name, and how many pictures. */
export const MOST_NAMED = 3;

/** The fields of a collection's form, from its schema alone: a new field is here before anybody thinks of it. */
export function plannedFields(collection: Collection): PlannedField[] {
  return collectionFacts(collection)
    .filter(({ name }) => !TEXT_COLLECTIONS.has(collection) || !FIELDS_LEFT_OUT.has(name))
    .map((fact) => planned(fact, EDITOR_FIELDS[collection]));
}

function planned(fact: FieldFacts, words: WordsByField): PlannedField {
  const own = words[fact.name];
  const { fields = [], item, ...rest } = fact;
  const one = item && { ...item, name: fact.name, isRequired: true };
  return {
    ...rest,
    names: own?.names,
    fields: fields.map((inner) => planned(inner, own?.fields ?? {})),
    item: one && planned(one, words),
  };
}

/** A field's value; another number gives another one. */
export function valueOf(field: PlannedField, number: number): Value {
  const { name, kind, names, fields, item, choices = [], least = 0, most = Infinity } = field;
  const between = (value: number) => Math.max(least, Math.min(most, value));
  const byKind: Readonly<Record<ValueFacts['kind'], () => Value>> = {
    line: () => (name === 'zone' ? `America/${number % 2 ? 'Cancun' : 'Tijuana'}` : `${name} ${number}`.slice(0, most)),
    slug: () => (names ? nameOf(names, number) : `${name.toLowerCase()}-${number}`),
    address: () => `https://example.com/${name}/${number}`,
    oldPath: () => `/old/${name}-${number}/`,
    email: () => `${name}-${number}@example.com`,
    pictureFile: () => `/pictures/${pictureName(number)}`,
    focus: () => `${10 * number}% 20%`,
    // No other date may be before the publication.
    instant: () => `2026-0${name === 'pubDate' ? 2 : 4}-0${number}T08:15`,
    eventTime: () => `${name.startsWith('end') ? 2028 : 2027}-05-0${number}T20:15`,
    duration: () => `${number}h30`,
    price: () => `from ${number} pesos`,
    choice: () => choices[number % choices.length] ?? '',
    // One that is on by itself is written only if it is off.
    switch: () => (number % 2 === 1) !== (field.default === true),
    whole: () => between(10 + number),
    decimal: () => between(10.25 + number),
    bilingual: () => groupOf(fields, number),
    nameOrNames: () => groupOf(fields, number),
    group: () => groupOf(fields, number),
    list: () => (item ? [valueOf(item, number), valueOf(item, number + 1)] : []),
  };
  return byKind[kind]();
}

const groupOf = (fields: readonly PlannedField[], number: number) =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, number)]));

/** The slug of an entry that fields name. @param number from 1 */
export const nameOf = (collection: Collection, number: number) => `${collection}-${((number - 1) % MOST_NAMED) + 1}`;

/** A picture that fields name. */
export const pictureName = (number: number) => `picture-${((number - 1) % MOST_NAMED) + 1}.webp`;

/** The paths of a value's parts that are no group: `sources[].url`. */
export function pathsOf(value: Value, above = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => pathsOf(item, `${above}[]`)))];
  if (typeof value !== 'object') return [above];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, above ? `${above}.${name}` : name));
}
