import { z } from 'zod';
import { namingFields, NEEDS_NO_FILE, type Collection } from './collections.ts';
import { slugField } from './shared-fields.ts';

/**
 * The fields that are good, each by itself, of a file that has others with mistakes.
 * @param raw its fields as written
 * @returns parsed fields; a list of names with mistakes has its good ones in their places, and '' for the others
 */
export function goodFields(
  collection: Collection,
  { shape }: z.ZodObject,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const lists = namingFields(collection).filter(({ names, isList }) => isList && !NEEDS_NO_FILE.has(names));
  const fields: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const value = raw[name];
    if (value === undefined) continue;
    const whole = z.safeParse(schema, value);
    if (whole.success) fields[name] = whole.data;
    else if (lists.some(({ field }) => field === name))
      fields[name] = [value].flat().map((item) => (slugField.safeParse(item).success ? item : ''));
  }
  return fields;
}
