import { z } from 'zod';
import { collectionSchemas, type Collection } from './collections.ts';
import { DURATION_PATTERN, durationField, EVENT_TIME_PATTERN, eventDay, eventTime } from './event-time.ts';
import { FOCUS_PATTERN, focusField } from './focus.ts';
import { plainImageFile } from './field-tools.ts';
import { OLD_ADDRESS_PATTERN, oldAddress } from './old-address.ts';
import { priceField } from './price.ts';
import { INSTANT_PATTERN, instantField, slugField, webAddress } from './shared-fields.ts';

/** Kinds of values, as editors think of them. */
export type ValueKind =
  | 'line'
  | 'slug'
  | 'address'
  | 'oldPath'
  | 'email'
  | 'pictureFile'
  | 'focus'
  | 'instant'
  | 'eventTime'
  | 'duration'
  | 'price'
  | 'choice'
  | 'switch'
  | 'whole'
  | 'decimal'
  | 'bilingual'
  | 'nameOrNames'
  | 'group'
  | 'list';

/** What a schema says about a value. */
export interface ValueFacts {
  kind: ValueKind;
  /** Minimum and maximum: of a text's characters, a list's items or a number. */
  least?: number;
  most?: number;
  /** The source of a regular expression that a text must match. */
  pattern?: string;
  choices?: readonly string[];
  /** Of a list: what it holds. */
  item?: ValueFacts;
  /** Of an object: its fields. */
  fields?: readonly FieldFacts[];
}

/** What a schema says about a field. */
export interface FieldFacts extends ValueFacts {
  name: string;
  isRequired: boolean;
  /** The value if the field is left out; undefined if there is none. */
  default?: unknown;
}

/** Kinds that type and limits do not show: recognised by the schema object, of which each kind has only one. */
const KINDS = new Map<unknown, ValueKind>([
  [slugField, 'slug'],
  [webAddress, 'address'],
  [plainImageFile, 'pictureFile'],
  [focusField, 'focus'],
  [oldAddress, 'oldPath'],
  [instantField, 'instant'],
  [eventTime, 'eventTime'],
  [eventDay, 'eventTime'],
  [durationField, 'duration'],
  [priceField, 'price'],
]);

/** The keyword that marks a kind in a JSON Schema, for {@link readValue}. */
const KIND = 'x-kind';

/** The parts of JSON Schema that Zod writes for our schemas. */
export interface JsonSchema {
  [key: string]: unknown;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
}

/**
 * The schema of a collection's files as JSON Schema (draft 2020-12): of what an editor writes, before parsing. An instant is
 * a string here, and the kinds of some values are marked as `x-kind`.
 */
export function inputSchema(collection: Collection): JsonSchema {
  return z.toJSONSchema(collectionSchemas(plainImageFile)[collection], {
    io: 'input',
    // An instant may also be a `Date`, which JSON Schema cannot express.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const kind = KINDS.get(zodSchema);
      if (kind) jsonSchema[KIND] = kind;
      if (kind === 'instant') {
        delete jsonSchema.anyOf;
        jsonSchema.type = 'string';
        jsonSchema.pattern = INSTANT_PATTERN.source;
      }
      if (kind === 'oldPath') jsonSchema.pattern = OLD_ADDRESS_PATTERN.source;
      if (kind === 'eventTime') jsonSchema.pattern = EVENT_TIME_PATTERN.source;
      if (kind === 'duration') jsonSchema.pattern = DURATION_PATTERN.source;
      if (kind === 'focus') jsonSchema.pattern = FOCUS_PATTERN.source;
    },
  }) as JsonSchema;
}

/** What a collection's schema says about each field, in the schema's order. */
export function collectionFacts(collection: Collection): readonly FieldFacts[] {
  return readFields(inputSchema(collection));
}

const known = new Map<Collection, readonly FieldFacts[]>();

/**
 * What a collection's schema says about the value at a path of a file.
 * @param path keys and indexes
 * @returns undefined if there is no such field
 */
export function valueFactsAt(collection: Collection, path: readonly PropertyKey[]): ValueFacts | undefined {
  let fields = known.get(collection);
  if (!fields) known.set(collection, (fields = collectionFacts(collection)));
  let at: ValueFacts | undefined = { kind: 'group', fields };
  for (const part of path) at = typeof part === 'number' ? at?.item : at?.fields?.find(({ name }) => name === part);
  return at;
}

/** Whether a value is words for readers: only those can contain spaces. A text in both languages counts, if it is written as one. */
export function isWords(facts: ValueFacts | undefined): boolean {
  return facts?.kind === 'line' || facts?.kind === 'nameOrNames' || facts?.kind === 'bilingual';
}

function readFields({ properties = {}, required = [] }: JsonSchema): FieldFacts[] {
  return Object.entries(properties).map(([name, schema]) => ({
    ...readValue(schema, name),
    name,
    isRequired: required.includes(name),
    ...(schema.default !== undefined && { default: schema.default }),
  }));
}

function readValue(schema: JsonSchema, name: string): ValueFacts {
  const marked = schema[KIND] as ValueKind | undefined;
  if (marked) return { kind: marked, ...limits(schema) };
  const { type, properties, items } = schema;
  if (schema.enum) return { kind: 'choice', choices: schema.enum };
  if (type === 'boolean') return { kind: 'switch' };
  if (type === 'integer') return { kind: 'whole', ...limits(schema) };
  if (type === 'number') return { kind: 'decimal', ...limits(schema) };
  if (type === 'array' && items) return { kind: 'list', item: readValue(items, name), ...limits(schema) };
  if (type === 'string') return { kind: schema.format === 'email' ? 'email' : 'line', ...limits(schema) };
  if (type === 'object' && properties) {
    const fields = readFields(schema);
    const isBilingual = fields.map((field) => field.name).join() === 'en,es';
    return { kind: isBilingual ? 'bilingual' : 'group', fields };
  }
  const [text, pair] = schema.anyOf ?? [];
  if (text?.type === 'string' && pair?.properties) {
    return { kind: 'nameOrNames', ...limits(text), fields: readFields(pair) };
  }
  throw new Error(`${name}: field-facts.ts knows no form for ${JSON.stringify(schema)}; teach it one`);
}

/** Zod adds JavaScript's safe integer range to whole numbers; that is not one of our limits. */
const isLimit = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;

function limits(schema: JsonSchema): Pick<ValueFacts, 'least' | 'most' | 'pattern'> {
  const least = schema.minLength ?? schema.minItems ?? schema.minimum;
  const most = schema.maxLength ?? schema.maxItems ?? schema.maximum;
  return {
    ...(isLimit(least) && { least }),
    ...(isLimit(most) && { most }),
    ...(schema.pattern && { pattern: schema.pattern }),
  };
}
