import type { Field } from '@sveltia/cms';
import { isoInstant } from '#src/i18n/format.ts';
import { parseYaml } from '#src/reading/front-matter.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { mendFrontMatter } from '#src/reading/mend-front-matter.ts';
import { collectionSchemas, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { explainIssues } from '#src/schemas/explain.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { messageText, type Message } from '#src/schemas/message.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { bodyAsWritten, contentFile } from '#src/writing/content-file.ts';
import type { YamlValue } from '#src/writing/yaml-text.ts';

/** The name of a collection's file format in the form. */
export const formatName = (collection: Collection) => `newsroom-${collection}`;

/** A file as the form edits it: its fields, and the Markdown of a text as `body`. */
type FormEntry = Record<string, unknown>;

/** The options of a field that decide how its value is written. */
type AnyField = Pick<Field, 'name'> & { widget?: string | undefined; fields?: readonly AnyField[] | undefined };

/**
 * A file's text as the form edits it. Instants get an offset, because the form reads one without in the zone of the editor's
 * machine. An author's one name becomes a name in each language.
 * @throws Error if the site could not read the file
 */
export function entryFromFile(collection: Collection, fields: readonly AnyField[], text: string): FormEntry {
  const isText = TEXT_COLLECTIONS.has(collection);
  const parts = isText ? splitFrontMatter(text) : { frontMatter: text, body: '' };
  if (!parts) throw new Error(sentence({ key: 'no-front-matter' }));
  // What YAML would cut off is shown, so that it is saved in quotation marks.
  const { yaml } = mendFrontMatter(parts.frontMatter, collection);
  if (!yaml.ok) throw new Error(`line ${yaml.line}: ${yaml.reason}`);
  if (!isObject(yaml.data)) throw new Error(sentence({ key: 'no-fields' }));
  const entry = mapInstants(fields, yaml.data, (text) => {
    const instant = parseInstant(text);
    return instant ? isoInstant(instant) : text;
  }) as FormEntry;
  if (collection === 'authors' && typeof entry['name'] === 'string') {
    entry['name'] = { en: entry['name'], es: entry['name'] };
  }
  return isText ? { ...entry, body: bodyAsWritten(parts.body) } : entry;
}

/** The text of an entry's file, written as the newsroom's people write theirs. */
export function fileFromEntry(collection: Collection, fields: readonly AnyField[], entry: FormEntry): string {
  const { body, ...rest } = entry;
  const full = withoutEmpty(rest) ?? {};
  const data = mapInstants(fields, full, (text) => parseInstant(text) ?? text) as Record<string, YamlValue>;
  const { name } = data;
  if (collection === 'authors' && isObject(name) && name['en'] === name['es']) data['name'] = name['en'] as YamlValue;
  return contentFile(collection, data, typeof body === 'string' ? body : '');
}

/**
 * @param locale of the sentences
 * @returns a sentence for each mistake that the site would find in an entry if it were saved
 */
export function entryProblems(
  collection: Collection,
  fields: readonly AnyField[],
  entry: FormEntry,
  locale: Locale = 'en',
): string[] {
  const text = fileFromEntry(collection, fields, entry);
  const parts = TEXT_COLLECTIONS.has(collection) ? splitFrontMatter(text) : { frontMatter: text };
  const yaml = parseYaml(parts?.frontMatter ?? '');
  if (!yaml.ok) return [yaml.reason];
  const schema = collectionSchemas(plainImageFile)[collection];
  const { error } = schema.safeParse(yaml.data);
  if (!error) return [];
  return explainIssues(error.issues, yaml.data, Object.keys(schema.shape)).map(
    ({ field, value, message }) =>
      `${[field, value && `(${value})`].filter(Boolean).join(' ')} ${sentence(message, locale)}`,
  );
}

function sentence(message: Message, locale: Locale = 'en'): string {
  const { reason, remedy } = messageText(message, locale);
  return `${reason}; ${remedy}`;
}

/** A copy of a value in which every instant is replaced, according to its fields. */
function mapInstants(fields: readonly AnyField[], value: unknown, replace: (text: string) => unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = fields.find((candidate) => candidate.name === name);
      if (field?.widget === 'datetime' && typeof inner === 'string') return [name, replace(inner)];
      if (!field?.fields) return [name, inner];
      const below = (item: unknown) => mapInstants(field.fields ?? [], item, replace);
      return [name, Array.isArray(inner) ? inner.map(below) : below(inner)];
    }),
  );
}

/** A value without empty texts, lists and objects, and without switches that are off; undefined if nothing is left. */
function withoutEmpty(value: unknown): unknown {
  if (value === undefined || value === null || value === false || value === '') return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isObject(value)) return value;
  const fields = Object.entries(value).flatMap(([name, inner]) => {
    const full = withoutEmpty(inner);
    return full === undefined ? [] : [[name, full] as const];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
