import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '#src/digest.ts';
import { TEXT_COLLECTIONS, collectionSchemas, type Collection } from '#src/schemas/collections.ts';
import { explainIssues, type FieldProblem } from '#src/schemas/explain.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { isLocale, type Locale } from '#src/schemas/locale.ts';
import { showValue, type Problem } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN, slugField } from '#src/schemas/shared-fields.ts';
import { PICTURE_REMEDY, readBodyParts } from './body-parts.ts';
import { parseYaml, splitFrontMatter } from './front-matter.ts';
import { listFiles } from './list-files.ts';
import { locateField } from './locate-field.ts';
import { picturePathIn } from './picture-path.ts';

const SCHEMAS = collectionSchemas(plainImageFile);
type Schemas = typeof SCHEMAS;

/** One content file that passed its schema. */
export interface ContentRecord<Kind extends Collection = Collection> {
  /** The file's path within its collection, without extension: `en/2026/glass`, `ximena-coral`. */
  id: string;
  collection: Kind;
  /** Of text collections: the language whose folder the file is in. */
  locale: Locale | undefined;
  /** The last part of the id: the slug where the front matter gives none. */
  stem: string;
  /** The path within the content root, with forward slashes. */
  file: string;
  fields: ReturnType<Schemas[Kind]['parse']>;
  /** Of the id, the fields, defaults included, and the body. */
  digest: string;
  /** SHA-256 of the body, hexadecimal, first 16 digits; '' where there is none. */
  bodyDigest: string;
  /** The paths of the body's own pictures, as written. */
  bodyPictures: string[];
}

/** What came of one file. A file with an error has no record; one with warnings has both. */
export interface FileReading<Kind extends Collection = Collection> {
  file: string;
  record?: ContentRecord<Kind>;
  /** The front matter of a good file as written, for a second reading by a schema with other tools. */
  raw?: Record<string, unknown>;
  /** Of a good file: SHA-256 of the bytes that were read, hexadecimal. */
  digest?: string;
  problems: Problem[];
}

/** What remembers good files from one reading to the next. */
export interface ReadingMemory {
  /** The record of a file that is, byte for byte, what it was when it was read. @param file within the content root */
  recall: (file: string) => ContentRecord | undefined;
  /** @param digest SHA-256 of the bytes the record was read from, hexadecimal */
  remember: (record: ContentRecord, digest: string) => void;
}

/**
 * Reads and checks every file of a collection, never stopping at a bad one.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 * @param memory spares files that it knows a second reading
 * @param files only these, as paths within the content root; undefined: all there are
 */
export function* readCollection<Kind extends Collection>(
  contentRoot: string,
  collection: Kind,
  memory?: ReadingMemory,
  files?: ReadonlySet<string>,
): Generator<FileReading<Kind>> {
  const names = files
    ? [...files].map((file) => file.slice(collection.length + 1))
    : listFiles(join(contentRoot, collection));
  for (const name of names) {
    // Pictures may stand beside the story that shows them.
    if (PICTURE_PATH_PATTERN.test(`./${name}`) && TEXT_COLLECTIONS.has(collection)) continue;
    const known = memory?.recall(`${collection}/${name}`);
    if (known && hasItsPictures(contentRoot, known)) {
      yield { file: known.file, record: known as ContentRecord<Kind>, problems: [] };
      continue;
    }
    const reading = readContentFile(contentRoot, collection, name);
    const { record, digest, problems } = reading;
    if (record && digest && problems.length === 0) memory?.remember(record, digest);
    yield reading;
  }
}

/** A good file may have lost a picture since it was read. */
function hasItsPictures(contentRoot: string, { file, fields, bodyPictures }: ContentRecord): boolean {
  const lead = 'picture' in fields ? fields.picture?.src : undefined;
  return [...(lead ? [lead] : []), ...bodyPictures].every((path) =>
    existsSync(join(contentRoot, picturePathIn(file, path))),
  );
}

/**
 * Reads and checks one content file.
 * @param name the path within the collection's folder, with forward slashes
 */
export function readContentFile<Kind extends Collection>(
  contentRoot: string,
  collection: Kind,
  name: string,
): FileReading<Kind> {
  const file = `${collection}/${name}`;
  const fail = (reason: string, remedy: string, more: Partial<Problem> = {}): FileReading<Kind> => ({
    file,
    problems: [{ severity: 'error', file, field: '', reason, remedy, ...more }],
  });

  const isText = TEXT_COLLECTIONS.has(collection);
  if (!isText && name.includes('/')) {
    return fail('stands in a folder of its own, where nothing can name it', `move it up into ${collection}/`);
  }
  const extension = isText ? '.md' : '.yaml';
  if (!name.endsWith(extension)) {
    return fail(`is not a ${extension} file`, `rename it, or move it out of ${collection}/`);
  }
  const { id, stem, locale } = placeOfFile(file);
  const slug = slugField.safeParse(stem);
  if (!slug.success) {
    const why = slug.error.issues[0]?.message ?? 'choose another name';
    return fail('has a name that cannot be an address', why, { value: stem });
  }
  if (isText && !locale) {
    return fail('stands in no language’s folder', `move it to ${collection}/en/ or ${collection}/es/`);
  }

  const bytes = readFileSync(join(contentRoot, file));
  const text = bytes.toString('utf8');
  const parts = isText ? splitFrontMatter(text) : { frontMatter: text, frontMatterLine: 1, body: '' };
  if (!parts) {
    return fail('has no front matter', 'begin the file with a line ---, the fields, and another line ---', { line: 1 });
  }
  const shift = parts.frontMatterLine - 1;
  const yaml = parseYaml(parts.frontMatter);
  if (!yaml.ok) {
    return fail(
      `cannot be read as YAML: ${yaml.reason}`,
      'check quotation marks, colons and indentation on this line',
      {
        line: yaml.line + shift,
        column: yaml.column,
      },
    );
  }
  if (yaml.data === null || typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    return fail('holds no fields', 'write fields as “name: value”, one a line', { line: 1 });
  }

  const place = ({ path, ...problem }: FieldProblem): Problem => {
    const at = locateField(parts.frontMatter, path);
    return { severity: 'error', file, line: at.line + shift, column: at.column, ...problem };
  };
  const schema = SCHEMAS[collection];
  const result = schema.safeParse(yaml.data);
  if (!result.success) {
    const known = Object.keys(schema.shape);
    return { file, problems: explainIssues(result.error.issues, yaml.data, known).map(place) };
  }

  const bodyStart = text.length - parts.body.length;
  const exists = (picture: string) => existsSync(join(contentRoot, picturePathIn(file, picture)));
  const body = readBodyParts(parts.body, exists);
  const problems = [
    ...missingLeadPicture(result.data, exists).map(place),
    ...body.problems.map(({ offset, ...problem }): Problem => {
      return { file, field: 'body', ...positionAt(text, bodyStart + offset), ...problem };
    }),
  ];
  if (problems.some(({ severity }) => severity === 'error')) return { file, problems };

  const bodyDigest = digestOfBody(parts.body);
  return {
    file,
    problems,
    raw: yaml.data as Record<string, unknown>,
    digest: hash('sha256', bytes),
    record: {
      id,
      collection,
      locale,
      stem,
      file,
      // The table above maps each collection to its own schema; TypeScript cannot follow that through the index.
      fields: result.data as ContentRecord<Kind>['fields'],
      digest: shortDigest(JSON.stringify([id, result.data, bodyDigest])),
      bodyDigest,
      bodyPictures: body.pictures,
    },
  };
}

/**
 * What a content file's path says of it.
 * @param file the path within the content root, with forward slashes and an extension: `articles/en/2026/glass.md`
 */
export function placeOfFile(file: string): Pick<ContentRecord, 'id' | 'collection' | 'locale' | 'stem' | 'file'> {
  const start = file.indexOf('/') + 1;
  const collection = file.slice(0, start - 1) as Collection;
  const id = file.slice(start, file.lastIndexOf('.'));
  const folder = id.slice(0, Math.max(0, id.indexOf('/')));
  return {
    id,
    collection,
    locale: TEXT_COLLECTIONS.has(collection) && isLocale(folder) ? folder : undefined,
    stem: id.slice(id.lastIndexOf('/') + 1),
    file,
  };
}

/** What tells a body from every other: SHA-256, hexadecimal, first 16 digits; '' where there is none. */
function digestOfBody(body: string): string {
  return body ? hash('sha256', body).slice(0, 16) : '';
}

/**
 * The body of a text file that was read before, for rendering.
 * @throws Error where it is another by now: what is made of it would be taken for what the first reading found
 */
export function readSameBody(
  contentRoot: string,
  { file, bodyDigest }: Pick<ContentRecord, 'file' | 'bodyDigest'>,
): string {
  const body = readBody(contentRoot, file);
  if (digestOfBody(body) !== bodyDigest) throw new Error(`${file} was changed while the site was built; build again`);
  return body;
}

/** The body of a text file, for rendering. @param file the path within the content root */
export function readBody(contentRoot: string, file: string): string {
  const text = readFileSync(join(contentRoot, file), 'utf8');
  return splitFrontMatter(text)?.body ?? text;
}

function missingLeadPicture(fields: object, exists: (picture: string) => boolean): FieldProblem[] {
  const src = 'picture' in fields ? (fields.picture as { src: string } | undefined)?.src : undefined;
  if (!src || exists(src)) return [];
  const reason = 'names a picture that does not exist';
  return [{ path: ['picture', 'src'], field: 'picture.src', value: showValue(src), reason, remedy: PICTURE_REMEDY }];
}

/** Line and column, from 1, of an offset in a text. */
function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
