import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';

/** Below which each edition's stories stand: `/articles/`, `/es/articulos/`. */
const STORY_FOLDERS = LOCALES.map((locale) => ({ locale, folder: articleUrl({ locale, slug: '-' }).slice(0, -2) }));

/** `articles/glass/index.html` → `/articles/glass/`; any other file is at its own path. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The file a plain static host answers a path with. */
export function fileAt(path: string): string {
  return `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
}

/** The edition whose story stands at an address; undefined where no story does. */
export function storyLocale(address: string): Locale | undefined {
  return STORY_FOLDERS.find(
    ({ folder }) => address.startsWith(folder) && /^[^/]+\/$/.test(address.slice(folder.length)),
  )?.locale;
}

/** The addresses of the stories among a site's files. */
export function storiesAmong(files: Iterable<string>): string[] {
  return [...files]
    .filter((file) => file.endsWith('/index.html'))
    .map(addressOf)
    .filter((address) => storyLocale(address) !== undefined);
}

/** The same of a site on the disk; its folders are listed and nothing is read. */
export function storiesIn(site: string): string[] {
  return STORY_FOLDERS.flatMap(({ folder }) => {
    const path = join(site, folder);
    return existsSync(path) ? readdirSync(path).map((slug) => `${folder}${slug}/`) : [];
  }).filter((address) => hasStory(site, address));
}

/** Whether a site on the disk has the page of a story. */
export function hasStory(site: string, address: string): boolean {
  return existsSync(join(site, fileAt(address)));
}
