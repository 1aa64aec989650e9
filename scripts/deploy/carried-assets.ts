import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { addressOf, storiesAmong, storyLocale } from './addresses.ts';
import type { CarriedFile, ReleaseRecord } from './record.ts';
import type { FileDigest } from './site-files.ts';

/** How long a style, script, font or picture is still there for pages that were opened before it was dropped. */
const ASSETS_MS = 24 * 60 * 60 * 1000;

/**
 * How long the parts of a search index are there for searches that were opened before. Shorter: most releases drop
 * some, and what an edited story said before is in them.
 */
const SEARCH_MS = 60 * 60 * 1000;

const ASSET = /^(?!pagefind\/).*\.(?:avif|css|gif|jpe?g|m?js|png|svg|webp|woff2?)$/i;

/** Parts of the search index whose names change with what they hold; the others have one name for ever. */
const SEARCH_PART = /^pagefind\/.*\.pf_(?:fragment|index|filter|meta)$/;

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** A picture of this site in a page: by its path, alone or after an origin. */
const NAMED_PICTURE =
  /(?<=["'(,\s=])(?:https?:\/\/[^/"'\s]+)?\/([^"'\s)<>,?#]+\.(?:avif|gif|jpe?g|png|svg|webp))(?=["')<>,?#\s])/gi;

/** The release that was served until now. */
export interface LastRelease {
  folder: string;
  record: ReleaseRecord;
}

/**
 * Which files of the last release stay, though the new site has none of these names: a reader may have one of its pages
 * open, or be between a page and its pictures. Only what pages load, never a page, feed or list, and
 * - assets for a day, parts of the search index for an hour, either for one release at least;
 * - no picture that a story showed which is no longer public, unless the new site shows that picture too;
 * - nothing of the search index where any story is no longer public: its words are spread over many parts.
 *
 * A story that was given another address is taken for one that went, which costs open pages a little and risks nothing.
 * @param files those of the new site
 * @param instant of the new release
 */
export function carriedFiles(
  last: LastRelease,
  files: ReadonlyMap<string, FileDigest>,
  instant: Date,
): Map<string, CarriedFile> {
  const { record } = last;
  const isPublic = new Set(storiesAmong(files));
  const gone = storiesAmong(Object.entries(record.files)).filter((address) => !isPublic.has(address));
  const shown = picturesOf(files.keys());
  const droppedNow: string[] = [];
  const carried = new Map<string, CarriedFile>();
  const keep = (path: string, file: CarriedFile) => {
    const isSearch = SEARCH_PART.test(path);
    if (isSearch && gone.length > 0) return;
    if (instant.getTime() - file.droppedAt.getTime() > (isSearch ? SEARCH_MS : ASSETS_MS)) return;
    const isWithdrawn = file.stories.some((address) => !isPublic.has(address)) && !shown.has(pictureOf(path) ?? '');
    if (!isWithdrawn) carried.set(path, file);
  };
  for (const path of Object.keys(record.files)) {
    if (files.has(path) || !(ASSET.test(path) || SEARCH_PART.test(path))) continue;
    const before = record.carried[path];
    if (before) keep(path, before);
    else droppedNow.push(path);
  }
  const stories = storiesShowing(
    last,
    files,
    droppedNow.filter((path) => PICTURE.test(path)),
  );
  for (const path of droppedNow) {
    const owners = path.endsWith('.pf_fragment')
      ? fragmentStory(last.folder, path)
      : stories.get(pictureOf(path) ?? '');
    keep(path, { droppedAt: instant, stories: owners ?? [] });
  }
  return carried;
}

/**
 * The picture of which a file is one size: `_pictures/reef.0123456789abcdef.480x270.webp` → `_pictures/reef.0123456789abcdef`.
 * @returns undefined where the file is no picture
 */
export function pictureOf(path: string): string | undefined {
  if (!PICTURE.test(path)) return undefined;
  const name = path.replace(/\.\w+$/, '');
  // As `pictureUrl` of `src/urls.ts` names them: the digest of the original, then the size.
  return /^(.*\.[0-9a-f]{16})\.\d+x\d+$/.exec(name)?.[1] ?? name;
}

/** The pictures among a site's files. */
export function picturesOf(paths: Iterable<string>): Set<string> {
  return new Set([...paths].filter((path) => ASSET.test(path)).flatMap((path) => pictureOf(path) ?? []));
}

/** The pictures that a page names. */
export function picturesNamedIn(html: string): string[] {
  return [...html.matchAll(NAMED_PICTURE)].flatMap(([, path = '']) => pictureOf(path) ?? []);
}

/**
 * The stories of the last release that showed pictures which were dropped. A page that is the same in the new site names
 * nothing that was dropped: only those that changed or went have to be read.
 */
function storiesShowing(
  { folder, record }: LastRelease,
  files: ReadonlyMap<string, FileDigest>,
  dropped: readonly string[],
): Map<string, string[]> {
  const stories = new Map<string, string[]>(dropped.map((path) => [pictureOf(path) ?? '', []]));
  if (stories.size === 0) return stories;
  for (const [path, { sha256 }] of Object.entries(record.files)) {
    const address = addressOf(path);
    if (files.get(path)?.sha256 === sha256 || storyLocale(address) === undefined) continue;
    for (const picture of new Set(picturesNamedIn(readFileSync(join(folder, path), 'latin1')))) {
      stories.get(picture)?.push(address);
    }
  }
  return stories;
}

/** The story whose text a fragment of the search index holds. */
function fragmentStory(folder: string, path: string): string[] {
  const url = fragmentUrl(readFileSync(join(folder, path)));
  return url === undefined ? [] : [url];
}

/**
 * The address in a fragment of the search index: gzip of `pagefind_dcd{"url":"/articles/glass/",…}`.
 * @returns undefined where it is not one
 */
export function fragmentUrl(bytes: Buffer): string | undefined {
  try {
    return /"url":"([^"]*)"/.exec(gunzipSync(bytes).toString('utf8'))?.[1];
  } catch {
    return undefined;
  }
}
