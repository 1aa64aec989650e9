import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { IndexedArticle } from '#src/search/index-format.ts';
import { addressOf, articleLocale, articlesAmong } from './addresses.ts';
import type { ReleaseRecord, RetainedFile } from './record.ts';
import type { FileDigest } from './site-files.ts';

/** How long a dropped style, script, font or picture is retained for pages that were opened before. */
const ASSETS_MS = 24 * 60 * 60 * 1000;

/**
 * How long dropped files of a search index are retained for searches that were opened before. Shorter: most releases drop
 * some, and they hold what an edited article said before.
 */
const SEARCH_MS = 60 * 60 * 1000;

const ASSET = /^(?!_search\/).*\.(?:avif|css|gif|jpe?g|m?js|png|svg|webp|woff2?)$/i;

/** Files of the search index whose names change with their content. */
const SEARCH_FILE = /^_search\/[^/]+\/(?:words|articles)\//;

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** A picture of this site in a page: its path, alone or after an origin. */
const NAMED_PICTURE =
  /(?<=["'(,\s=])(?:https?:\/\/[^/"'\s]+)?\/([^"'\s)<>,?#]+\.(?:avif|gif|jpe?g|png|svg|webp))(?=["')<>,?#\s])/gi;

/** The release that is served until the new one is. */
export interface LastRelease {
  folder: string;
  record: ReleaseRecord;
}

/**
 * The files of the last release that are retained, although the new site does not have them: a reader may have one of its
 * pages open, or be between a page and its pictures. Only what pages load, never a page, feed or list, and
 * - assets for a day, files of the search index for an hour, either for at least one release;
 * - no picture of an article that is no longer public, unless the new site shows that picture too;
 * - nothing of the search index if any article is no longer public: its words are spread over many files.
 *
 * An article with a new address counts as no longer public, which costs open pages a little and risks nothing.
 * @param files those of the new site
 * @param instant of the new release
 */
export function retainedFiles(
  last: LastRelease,
  files: ReadonlyMap<string, FileDigest>,
  instant: Date,
): Map<string, RetainedFile> {
  const { record } = last;
  const isPublic = new Set(articlesAmong(files));
  const isAnyGone = articlesAmong(Object.entries(record.files)).some((address) => !isPublic.has(address));
  const shown = picturesOf(files.keys());
  const droppedNow: string[] = [];
  const retained = new Map<string, RetainedFile>();
  const retain = (path: string, file: RetainedFile) => {
    const isSearch = SEARCH_FILE.test(path);
    if (isSearch && isAnyGone) return;
    if (instant.getTime() - file.droppedAt.getTime() > (isSearch ? SEARCH_MS : ASSETS_MS)) return;
    const isWithheld = file.articles.some((address) => !isPublic.has(address)) && !shown.has(pictureOf(path) ?? '');
    if (!isWithheld) retained.set(path, file);
  };
  for (const path of Object.keys(record.files)) {
    if (files.has(path) || !(ASSET.test(path) || SEARCH_FILE.test(path))) continue;
    const before = record.retained[path];
    if (before) retain(path, before);
    else droppedNow.push(path);
  }
  const droppedPictures = droppedNow.filter((path) => PICTURE.test(path));
  const articles = articlesShowing(last, files, droppedPictures);
  for (const path of droppedNow) {
    const url = isIndexedArticle(path) ? indexedArticleUrl(readFileSync(join(last.folder, path))) : undefined;
    retain(path, { droppedAt: instant, articles: url ? [url] : (articles.get(pictureOf(path) ?? '') ?? []) });
  }
  return retained;
}

/**
 * The picture of which a file is one size: `_pictures/reef.0123456789abcdef.480x270.webp` → `_pictures/reef.0123456789abcdef`.
 * @returns undefined if the file is not a picture
 */
export function pictureOf(path: string): string | undefined {
  if (!PICTURE.test(path)) return undefined;
  const name = path.replace(/\.\w+$/, '');
  // The digest of the original, then the size and the focus: see `pictureUrl` in `src/picture-urls.ts`.
  return /^(.*\.[0-9a-f]{16})\.\d+x\d+(?:\.\d+-\d+)?$/.exec(name)?.[1] ?? name;
}

/** The pictures among a site's files. */
export function picturesOf(paths: Iterable<string>): Set<string> {
  return new Set([...paths].filter((path) => ASSET.test(path)).flatMap((path) => pictureOf(path) ?? []));
}

/** The pictures that a page names. */
export function picturesNamedIn(html: string): string[] {
  return [...html.matchAll(NAMED_PICTURE)].flatMap(([, path = '']) =>
    // The site may be, or have been, below a path of its host.
    path.split('/').flatMap((_, at, parts) => pictureOf(parts.slice(at).join('/')) ?? []),
  );
}

/** The articles of the last release that showed dropped pictures. Pages that did not change name nothing that was dropped. */
function articlesShowing(
  { folder, record }: LastRelease,
  files: ReadonlyMap<string, FileDigest>,
  dropped: readonly string[],
): Map<string, string[]> {
  const articles = new Map<string, string[]>(dropped.map((path) => [pictureOf(path) ?? '', []]));
  if (articles.size === 0) return articles;
  for (const [path, { sha256 }] of Object.entries(record.files)) {
    const address = addressOf(path);
    if (files.get(path)?.sha256 === sha256 || articleLocale(address) === undefined) continue;
    for (const picture of new Set(picturesNamedIn(readFileSync(join(folder, path), 'latin1')))) {
      articles.get(picture)?.push(address);
    }
  }
  return articles;
}

/** Whether a file is what the search index shows of an article: its headline and text. */
export function isIndexedArticle(path: string): boolean {
  return /^_search\/[^/]+\/articles\//.test(path);
}

/** The address in such a file. @returns undefined if it is damaged */
export function indexedArticleUrl(bytes: Buffer): string | undefined {
  try {
    return (JSON.parse(gunzipSync(bytes).toString('utf8')) as IndexedArticle).url;
  } catch {
    return undefined;
  }
}
