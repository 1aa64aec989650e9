import { TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { isLocale } from '#src/schemas/locale.ts';
import type { ContentRecord } from './content-record.ts';

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
