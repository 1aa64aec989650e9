import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import categories from './data/categories.json' with { type: 'json' };

/** A category of the made newsroom. */
export type CategoryId = keyof typeof categories;

/** In the order of the navigation; `desk` signs the category's articles. */
export const CATEGORIES = categories;
export const CATEGORY_IDS = Object.keys(categories) as CategoryId[];

/** The text of a file in `data/`. */
export function dataFile(name: string): string {
  return readFileSync(join(import.meta.dirname, 'data', name), 'utf8');
}

/**
 * Reads a table: its first line names the columns, which tabs separate. Lines that begin with `#` are notes.
 * @throws ZodError if a cell is not what `columns` expects
 */
function table<Columns extends z.ZodObject>(name: string, columns: Columns): z.output<Columns>[] {
  const lines = dataFile(name).trimEnd().split('\n');
  const [head = [], ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  return rows.map((cells) =>
    columns.parse(Object.fromEntries(head.map((column, index) => [column, cells[index] ?? '']))),
  );
}

const filled = z.string().min(1);
const names = { en: filled, es: filled };
const coordinates = { latitude: z.coerce.number(), longitude: z.coerce.number() };

/** Full names of states and provinces by the wire's abbreviations: `calif` → `California`. */
export const REGIONS: ReadonlyMap<string, string> = new Map(
  table('regions.tsv', z.object({ abbreviation: filled, name: filled })).map((row) => [row.abbreviation, row.name]),
);

/** Countries and territories by the wire's slugs; `region` is the part of the world. */
export const COUNTRIES = new Map(
  table('countries.tsv', z.object({ id: filled, ...names, region: filled, ...coordinates })).map((row) => [
    row.id,
    row,
  ]),
);

/** The cities from which the wire files most; `state` is empty if the wire names none. */
export const CITIES = table(
  'cities.tsv',
  z.object({
    ...names,
    state: z.string(),
    country: filled,
    ...coordinates,
    needsState: z.string().transform((cell) => cell === 'yes'),
    spellings: z.string().transform((cell) => cell.split('|').filter(Boolean)),
  }),
);
export type City = (typeof CITIES)[number];

const codes = table(
  'tags.tsv',
  z.object({ kind: filled, code: filled, category: z.enum(['', ...CATEGORY_IDS]), ...names }),
);
const codesOf = (kind: 'topics' | 'organisations' | 'exchanges') =>
  new Map(codes.filter((row) => row.kind === kind).map((row) => [row.code, row]));

/** The wire's codes that are known: their titles as tags and, for its topics, their category. */
export const TOPICS = codesOf('topics');
export const ORGANISATIONS = codesOf('organisations');
export const EXCHANGES = codesOf('exchanges');
