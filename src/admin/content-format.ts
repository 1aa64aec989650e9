import type { Field } from '@sveltia/cms';
import { isoInstant } from '#src/i18n/format.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { mendFrontMatter } from '#src/reading/mend-front-matter.ts';
import { TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { collectionFacts } from '#src/schemas/field-facts.ts';
import { withoutFormMarks } from '#src/schemas/form-marks.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { messageText, type Message } from '#src/schemas/message.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { DESK_FIELDS } from './story-state.ts';
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
  // A switch that is not in the file is what the schema says, whatever a new entry begins with.
  for (const { name, widget } of fields) if (widget === 'boolean') entry[name] ??= isOnByItself(collection, name);
  if (collection === 'authors' && typeof entry['name'] === 'string') {
    entry['name'] = { en: entry['name'], es: entry['name'] };
  }
  const price = entry['price'];
  // The form has one input for a price: an amount is written in it as the schema reads it too.
  if (isObject(price)) entry['price'] = `${String(price['amount'])} ${String(price['currency'])}`;
  return isText ? { ...entry, body: bodyAsWritten(parts.body) } : entry;
}

/** The text of an entry's file, written as the newsroom's people write theirs. */
export function fileFromEntry(collection: Collection, fields: readonly AnyField[], entry: FormEntry): string {
  const { body, ...rest } = entry;
  const own: FormEntry = Object.fromEntries(Object.entries(rest).filter(([name]) => !DESK_FIELDS.has(name)));
  const switches = fields.filter(({ name, widget }) => widget === 'boolean' && isOnByItself(collection, name));
  const off = switches.filter(({ name }) => own[name] === false).map(({ name }) => [name, false] as const);
  const written = Object.entries(withoutEmpty(withoutFormMarks(own)) ?? {});
  // A switch that is on by itself is written if it is off, and not if it is on.
  const full = Object.fromEntries([
    ...written.filter(([field]) => !switches.some(({ name }) => name === field)),
    ...off,
  ]);
  const data = mapInstants(fields, full, (text) => parseInstant(text) ?? text) as Record<string, YamlValue>;
  const { name } = data;
  const names = isObject(name) ? new Set(LOCALES.map((locale) => name[locale])) : new Set();
  if (collection === 'authors' && names.size === 1) [data['name']] = [...names] as [YamlValue];
  return contentFile(collection, data, typeof body === 'string' ? body : '');
}

/** Whether a switch that is not in a file is on. */
const isOnByItself = (collection: Collection, field: string) =>
  collectionFacts(collection).some(({ name, default: value }) => name === field && value === true);

function sentence(message: Message): string {
  const { reason, remedy } = messageText(message, 'en');
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
