import { posix } from 'node:path';

/**
 * The path of a picture within the content root. As written it has passed the pattern of picture paths, which has no
 * `..`: it stays inside.
 * @param file the content file that names it, relative to the content root
 * @param picture as written: `/pictures/reef.webp`, or `./reef.jpg` beside the file
 */
export function picturePathIn(file: string, picture: string): string {
  return picture.startsWith('/') ? picture.slice(1) : posix.join(posix.dirname(file), picture);
}
