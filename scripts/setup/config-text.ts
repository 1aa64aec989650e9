import type { z } from 'zod';
import type { siteSchema } from '#src/schemas/site.ts';

/** Wider lists and objects are written over several lines, as Prettier does. */
const WIDTH = 120;

const HEAD = `import type { z } from 'zod';
import type { siteSchema } from './schemas/site.ts';

/** The publisher's settings: everything about the paper except its content and the interface's texts. */
export const siteConfig: z.input<typeof siteSchema> = `;

/** The text of \`src/site.config.ts\` with these settings. */
export function configText(settings: z.input<typeof siteSchema>): string {
  const fields = Object.entries(settings).map(
    ([name, value]) => `  ${name}: ${written(value, '  ', name.length + 5)},\n`,
  );
  return `${HEAD}{\n${fields.join('')}};\n`;
}

/** @param column where the value begins */
function written(value: unknown, indent: string, column: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, indent, column)).join(', ')}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (entries.length === 0) return '{}';
  const inner = `${indent}  `;
  const lines = entries.map(
    ([name, part]) => `${inner}${name}: ${written(part, inner, inner.length + name.length + 2)},\n`,
  );
  const isNested = entries.some(([, part]) => typeof part === 'object');
  const line = `{ ${entries.map(([name, part]) => `${name}: ${written(part, inner, 0)}`).join(', ')} }`;
  return isNested || column + line.length >= WIDTH || entries.length > 2 ? `{\n${lines.join('')}${indent}}` : line;
}

/** In single quotation marks, or in double ones if that needs fewer escapes, as Prettier does. */
function quoted(text: string): string {
  const inDouble = JSON.stringify(text);
  const countOf = (sign: string) => text.split(sign).length;
  if (countOf("'") > countOf('"')) return inDouble;
  return `'${inDouble
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`;
}
