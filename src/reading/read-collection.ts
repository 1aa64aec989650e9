import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import type { ContentRecord, FileReading, ReadingMemory } from './content-record.ts';
import { listFiles } from './list-files.ts';
import { picturePathIn } from './picture-path.ts';
import { readContentFile } from './read-content-file.ts';

/**
 * Reads and checks every file of a collection, never stopping at a bad one.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 * @param memory remembers unchanged files
 * @param files as paths within the content root; undefined: all files of the collection
 */
export function* readCollection<Kind extends Collection>(
  contentRoot: string,
  collection: Kind,
  memory?: ReadingMemory,
  files?: Iterable<string>,
): Generator<FileReading<Kind>> {
  const names = files
    ? [...files].map((file) => file.slice(collection.length + 1))
    : listFiles(join(contentRoot, collection));
  for (const name of names) {
    // Pictures may be beside the article that shows them.
    if (PICTURE_PATH_PATTERN.test(`./${name}`) && TEXT_COLLECTIONS.has(collection)) continue;
    const known = memory?.recall(`${collection}/${name}`);
    if (known && hasItsPictures(contentRoot, known)) {
      yield { file: known.file, record: known as ContentRecord<Kind>, problems: known.warnings };
      continue;
    }
    const reading = readContentFile({ contentRoot }, collection, name);
    const { record, digest } = reading;
    if (record && digest) memory?.remember(record, digest);
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
