/** What front matter and content files hold. A field that is undefined is left out. */
export type YamlValue =
  string | number | boolean | Date | undefined | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const NO_TEXT = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n']);

/**
 * Writes fields as YAML in the manner of the sample newsroom: one field a line, lists of names in brackets, lists of
 * things one a line.
 * @param instant how a moment is written
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
      if (isList(value) && value.some(isThing)) {
        return `${key}:\n${value.map((item) => `  - ${flow(item)}\n`).join('')}`;
      }
      const line = `${key}: ${flow(value)}\n`;
      const isObject = typeof value === 'object' && !(value instanceof Date) && !isList(value);
      if (line.length <= LONGEST_LINE || !isObject) return line;
      return `${key}:\n${given(value)
        .map(([inner, text]) => `  ${inner}: ${flow(text)}\n`)
        .join('')}`;
    })
    .join('');
}

/** An object that would make a longer line has a line for each of its fields. */
const LONGEST_LINE = 100;

/** The fields that have a value. */
function given(fields: Readonly<Record<string, YamlValue>>): [key: string, value: YamlValue][] {
  return Object.entries(fields).filter(([, value]) => value !== undefined);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** Whether a list's item has fields of its own. */
function isThing(value: YamlValue): boolean {
  return typeof value === 'object' && !(value instanceof Date);
}

/** Slugs stand bare; every other text in double quotes, whose escapes YAML shares with JSON (YAML 1.2.2, section 5.7). */
function scalar(text: string): string {
  return /^[a-z][a-z0-9-]*$/.test(text) && !NO_TEXT.has(text) ? text : JSON.stringify(text);
}
