import { posix } from 'node:path';

/**
 * The path of a picture within the content root. What is written matches the pattern of picture paths, which allows no
 * `..`.
 * @param file the content file that names it, relative to the content root
 * @param picture as written: `/pictures/reef.webp`, or `./reef.jpg` beside the file
 */
export function picturePathIn(file: string, picture: string): string {
  return picture.startsWith('/') ? picture.slice(1) : posix.join(posix.dirname(file), picture);
}
