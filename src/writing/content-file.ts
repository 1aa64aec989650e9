import { isoInstant, isStartOfDay } from '#src/i18n/format.ts';
import { collectionSchemas, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { yamlText, type YamlValue } from './yaml-text.ts';

/** The fields of a content file; undefined ones are left out. */
export type ContentFields = Readonly<Record<string, YamlValue>>;

const SCHEMAS = collectionSchemas(plainImageFile);

/**
 * The text of a content file, in the style of the sample newsroom: fields in the schema's order, then those the schema does not
 * know, so that nothing an editor wrote is lost; for text collections, the body follows.
 * @param body Markdown; ignored for collections of YAML files
 */
export function contentFile(collection: Collection, fields: ContentFields, body = ''): string {
  const yaml = yamlText(inOrder(collection, fields), writtenInstant);
  if (!TEXT_COLLECTIONS.has(collection)) return yaml;
  const text = bodyAsWritten(body);
  return `---\n${yaml}---\n${text ? `\n${text}\n` : ''}`;
}

/** A body without the empty lines around it. The spaces before its first words stay: they can mean a list or code. */
export function bodyAsWritten(body: string): string {
  return body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
}

/** Fields in their schema's order. */
function inOrder(collection: Collection, fields: ContentFields): ContentFields {
  const known = Object.keys(SCHEMAS[collection].shape);
  const names = [
    ...known.filter((name) => name in fields),
    ...Object.keys(fields).filter((name) => !known.includes(name)),
  ];
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/**
 * An instant as editors write it, on the site's clock: `2026-10-14T07:30`; a day's beginning is the day alone; seconds are left out if
 * they are zero.
 */
export function writtenInstant(instant: Date): string {
  const clock = isoInstant(instant).slice(0, 19);
  return isStartOfDay(instant) ? clock.slice(0, 10) : clock.replace(/:00$/, '');
}
