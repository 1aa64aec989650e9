import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { suggest } from '#src/schemas/explain.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';

/**
 * The picture that was probably meant by a path at which there is none: of the same name in other letters (`IMG_0042.JPG`) or
 * nearly, in the folder that is named, among all pictures, or beside the file.
 * @param file the content file that names it, within the content root
 * @param written as it is in the file
 */
export function pictureMeant(contentRoot: string, file: string, written: string): string | undefined {
  // Other systems add a size or a version: `?w=300`.
  const path = written.replaceAll('\\', '/').replace(/[?#].*$/, '');
  const folder = posix.dirname(path.replace(/^\.?\//, ''));
  const name = posix.basename(path);
  const inPictures = folder === 'pictures' || folder.startsWith('pictures/') ? `/${folder}` : '/pictures';
  const beside = written.startsWith('./') && folder !== '.' ? `./${folder}` : '.';
  for (const place of new Set([...(written.startsWith('./') ? [beside] : []), inPictures, '/pictures', '.'])) {
    const below = place.startsWith('/') ? place.slice(1) : posix.join(posix.dirname(file), place);
    const names = picturesIn(join(contentRoot, below), place);
    const stems = new Map(names.map((known) => [stemOf(known), known]));
    const meant =
      names.find((known) => known.toLowerCase() === name.toLowerCase()) ??
      stems.get(suggest(stemOf(name), [...stems.keys()]) ?? '');
    if (meant !== undefined) return `${place}/${meant}`;
  }
  return undefined;
}

/** A name without its extension, and without the difference that capitals make. */
function stemOf(name: string): string {
  return name.replace(/\.\w+$/, '').toLowerCase();
}

/** The names of pictures in a folder that can be shown. */
function picturesIn(folder: string, place: string): string[] {
  try {
    return readdirSync(folder).filter((name) => PICTURE_PATH_PATTERN.test(`${place}/${name}`));
  } catch {
    // There is no such folder.
    return [];
  }
}
