import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';

const PICTURE = /\.(?:avif|gif|jpe?g|png|webp)$/i;
const TEXTS = new Set(['.html', '.xml', '.css', '.js', '.svg']);

/** The folder of an Astro site that holds its pictures, styles and scripts. */
const ASSETS = '_astro';

/**
 * Removes the pictures that nothing on a site names. Astro ships the original of every picture in its store: those of
 * stories that are withheld, and those of which readers only ever see smaller ones.
 * @param site the built site's folder
 * @returns how many were removed
 */
export function removeUnshownPictures(site: string): number {
  const folder = join(site, ASSETS);
  const pictures = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => PICTURE.test(name)) : []);
  // A site without pictures is not read again.
  if (pictures.size === 0) return 0;
  for (const name of namedAssets(site)) pictures.delete(name);
  for (const name of pictures) rmSync(join(folder, name));
  return pictures.size;
}

/** The names below `/_astro/` that stand in any text of the site. */
function namedAssets(site: string): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXTS.has(extname(entry.name))) continue;
    // Latin-1 keeps the ASCII of the names as it is and does not decode the rest.
    const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
    for (const [, name = ''] of text.matchAll(/\/_astro\/([\w.@~-]+)/g)) names.add(name);
  }
  return names;
}
