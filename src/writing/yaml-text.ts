/** The values of front matter and content files. Undefined fields are left out. */
export type YamlValue =
  string | number | boolean | Date | undefined | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Words that YAML 1.1 or 1.2 does not read as text. */
const RESERVED_WORDS = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n']);

/**
 * Writes fields as YAML in the style of the sample newsroom: one field a line, lists of scalars in brackets, long lists and
 * those of objects with one item a line.
 * @param instant how an instant is written
 */
export function yamlText(fields: Readonly<Record<string, YamlValue>>, instant: (date: Date) => string): string {
  const flow = (value: YamlValue): string => {
    if (value instanceof Date) return instant(value);
    if (typeof value === 'string') return scalar(value);
    if (isList(value)) return `[${value.map(flow).join(', ')}]`;
    if (typeof value !== 'object') return String(value);
    return `{ ${given(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(', ')} }`;
  };
  return given(fields)
    .map(([key, value]) => {
      if (isList(value) && value.some(isObject)) {
        return `${key}:\n${value.map((item) => `  - ${flow(item)}\n`).join('')}`;
      }
      const line = `${key}: ${flow(value)}\n`;
      if (isList(value) && line.length > LONGEST_LIST)
        return `${key}:\n${value.map((item) => `  - ${flow(item)}\n`).join('')}`;
      const isRecord = typeof value === 'object' && !(value instanceof Date) && !isList(value);
      if (line.length <= LONGEST_LINE || !isRecord) return line;
      return `${key}:\n${given(value)
        .map(([inner, text]) => `  ${inner}: ${flow(text)}\n`)
        .join('')}`;
    })
    .join('');
}

/** An object that would need a longer line gets a line for each of its fields. */
const LONGEST_LINE = 100;

/** A longer list gets a line for each item: an editor of the newsletter moves its stories. */
const LONGEST_LIST = 150;

/** The fields that have a value. */
function given(fields: Readonly<Record<string, YamlValue>>): [key: string, value: YamlValue][] {
  return Object.entries(fields).filter(([, value]) => value !== undefined);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** Whether a list's item is an object or a list. */
function isObject(value: YamlValue): boolean {
  return typeof value === 'object' && !(value instanceof Date);
}

/** What an editor may write as an escape alone: the linter refuses it in a file, since it is unseen (`src/rules/files/file-rules.ts`). */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Slugs are plain; other texts are in double quotes, whose escapes YAML shares with JSON (YAML 1.2.2, section 5.7). */
function scalar(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text) && !RESERVED_WORDS.has(text)) return text;
  return JSON.stringify(text).replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
