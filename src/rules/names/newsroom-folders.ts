import { COLLECTIONS, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { isLanguage, isLocale } from '#src/schemas/locale.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';

/** Folders of a content root that the site reads: one for each kind of content, and the pictures. */
export const KNOWN_FOLDERS: readonly string[] = [...COLLECTIONS, 'pictures'];

/** The first folder of a path, or its name if it is at the top. */
export function topOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

/** The kind of content whose folder a path is in. */
export function collectionOf(path: string): Collection | undefined {
  const top = topOf(path);
  return path.includes('/') ? COLLECTIONS.find((collection) => collection === top) : undefined;
}

/** Whether a path is the folder of texts in a language in which the paper has no edition: `articles/es`. */
export function hasNoEdition(path: string): boolean {
  const [top = '', language = '', ...below] = path.split('/');
  const isOfTexts = (TEXT_COLLECTIONS as ReadonlySet<string>).has(top);
  return isOfTexts && below.length === 0 && isLanguage(language) && !isLocale(language);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A file's name without its extension. */
export function stemOf(path: string): string {
  const name = nameOf(path);
  return name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name;
}

/** The extension of the files of a collection, with its dot. */
export function extensionOf(collection: Collection): '.md' | '.yaml' {
  return TEXT_COLLECTIONS.has(collection) ? '.md' : '.yaml';
}

/** Whether an editor probably meant to publish a file. */
export function looksLikeContent(path: string): boolean {
  return /\.(?:md|markdown|mdx|ya?ml|jpe?g|png|webp|avif)$/i.test(path);
}

/** Whether a path is that of a picture which an article may show: in the pictures' folder, or beside a text. */
export function isPictureFile(path: string): boolean {
  const collection = collectionOf(path);
  if (collection) return TEXT_COLLECTIONS.has(collection) && PICTURE_PATH_PATTERN.test(`./${path}`);
  return PICTURE_PATH_PATTERN.test(`/${path}`);
}
