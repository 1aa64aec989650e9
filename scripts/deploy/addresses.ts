import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';
import type { StandIn } from './stand-ins.ts';

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

/** A file of a site, by its path, with what is known of it. */
type KnownFile = readonly [path: string, file: { standIn?: StandIn | undefined }];

/** The addresses of the stories among a site's files; of pages that stand in for one with `standIn`. */
export function storiesAmong(files: Iterable<KnownFile>, standIn?: StandIn): string[] {
  return [...files]
    .filter(([path, file]) => path.endsWith('/index.html') && file.standIn === standIn)
    .map(([path]) => addressOf(path))
    .filter((address) => storyLocale(address) !== undefined);
}

/** The addresses of stories, and of what stands in for them, in a site on the disk: folders are listed, nothing is read. */
export function storyAddressesIn(site: string): string[] {
  return STORY_FOLDERS.flatMap(({ folder }) => {
    const path = join(site, folder);
    return existsSync(path) ? readdirSync(path).map((slug) => `${folder}${slug}/`) : [];
  }).filter((address) => existsSync(join(site, fileAt(address))));
}
