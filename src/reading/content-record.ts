import type { IncompleteFile, WrittenLink } from '#src/rules/newsroom-view.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Collection, collectionSchemas } from '#src/schemas/collections.ts';
import type { PlainImageFile } from '#src/schemas/field-tools.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Mentions } from './mentions.ts';

type Schemas = ReturnType<typeof collectionSchemas<PlainImageFile>>;

/** One content file that passed its schema. */
export interface ContentRecord<Kind extends Collection = Collection> {
  /** The file's path within its collection, without extension: `en/2026/glass`, `ximena-coral`. */
  id: string;
  collection: Kind;
  /** Of text collections: the language whose folder the file is in. */
  locale: Locale | undefined;
  /** The last part of the id: the slug, unless the front matter gives one. */
  stem: string;
  /** The path within the content root, with forward slashes. */
  file: string;
  fields: ReturnType<Schemas[Kind]['parse']>;
  /** Of the id, the fields, defaults included, and the body. */
  digest: string;
  /** SHA-256 of the body, hexadecimal, first 16 digits; '' if it is empty. */
  bodyDigest: string;
  /** The paths of the body's own pictures, as written. */
  bodyPictures: readonly string[];
  /** The body's links that may lead to the site; only the whole newsroom can tell whether they are dead. */
  links: readonly WrittenLink[];
  /** The body's ids, which links may lead to. */
  anchors: readonly string[];
  /** Warnings: the file can still be published. */
  warnings: readonly ContentProblem[];
}

/** The result of reading one file. A file with an error has no `record`; one with warnings has both. */
export interface FileReading<Kind extends Collection = Collection> {
  file: string;
  record?: ContentRecord<Kind>;
  /** Of a file with an error whose fields are valid: for rules on the whole newsroom. Never published. */
  flawed?: ContentRecord<Kind>;
  /** Of a file with wrong fields: the others. */
  incomplete?: Pick<ContentRecord, 'links' | 'anchors'> & { about: IncompleteFile };
  /** Of a good file: SHA-256 of the bytes that were read, hexadecimal. */
  digest?: string;
  /** Of a file that could not be read: what it seems to name. */
  mentions?: Mentions;
  problems: readonly ContentProblem[];
}

/** Remembers good files from one reading to the next. */
export interface ReadingMemory {
  /** Whether anything is known of a file, though it may have changed. @param file within the content root */
  knows: (file: string) => boolean;
  /** The record of an unchanged file. @param file within the content root */
  recall: (file: string) => ContentRecord | undefined;
  /** @param digest SHA-256 of the bytes the record was read from, hexadecimal */
  remember: (record: ContentRecord, digest: string) => void;
}
