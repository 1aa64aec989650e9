import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { shortDigest } from '#src/keys/digest.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import type { SitemapChunk } from '#src/seo/sitemap.ts';
import { pathBelowHost, sitePath } from '#src/urls.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';

const INDEX = 'sitemap-index.xml';

/** The order in which the integration writes addresses. */
const BY_NUMBERS = new Intl.Collator('en', { numeric: true });

/** The most addresses in one file (sitemaps.org/protocol.html), at which the integration begins another. */
const ENTRY_LIMIT = 50_000;

/**
 * Writes the sitemap as @astrojs/sitemap writes it in `astro build`, byte for byte, by the integration's own hooks. They run
 * only if an entry has changed: for each chunk with such an entry, and for the index if a chunk came, went or has another
 * date. For the index they get only the newest entry of each chunk, since it shows nothing else.
 * @param site the site's address
 * @param work a folder for the integration to write to
 */
export async function writeSitemap(
  chunks: readonly SitemapChunk[],
  site: string,
  work: string,
  update: SiteUpdate,
): Promise<void> {
  const version = sourceKey('site');
  for (const chunk of chunks) {
    const groupKey = `${version} ${chunk.digest}`;
    if (update.reuseGroup(`sitemap ${chunk.name}`, groupKey)) continue;
    const group = update.open(`sitemap ${chunk.name}`, groupKey);
    const entries = chunk.entries();
    const key = `${version} ${shortDigest(JSON.stringify(entries))}`;
    const missing = fileNames(chunk.name, entries.length).filter((file) => group.reuse(file, key));
    if (missing.length === 0) continue;
    const files = await integrationFiles([chunk], site, work);
    for (const file of missing) group.write(file, key, fileIn(files, file));
  }
  const newest = chunks.map((chunk) => ({ chunk, lastmod: chunk.lastmod() }));
  const dates = newest.map(({ chunk, lastmod }) => `${chunk.name} ${lastmod ?? ''}`).join('\n');
  const key = `${version} ${shortDigest(dates)}`;
  const group = update.open('sitemap index');
  if (!group.reuse(INDEX, key)) return;
  const isSplit = chunks.some((chunk) => chunk.entries().length > ENTRY_LIMIT);
  const shown = newest.map(({ chunk, lastmod }) => ({
    ...chunk,
    entries: () =>
      chunk
        .entries()
        .filter((entry) => entry.lastmod === lastmod)
        .slice(0, 1),
  }));
  group.write(INDEX, key, fileIn(await integrationFiles(isSplit ? chunks : shown, site, work), INDEX));
}

function fileNames(chunk: string, entryCount: number): string[] {
  return Array.from({ length: Math.ceil(entryCount / ENTRY_LIMIT) }, (_, at) => `sitemap-${chunk}-${at}.xml`);
}

function fileIn(files: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`@astrojs/sitemap wrote no ${name}: its names have changed`);
  return bytes;
}

/** The hooks that @astrojs/sitemap has, with what it asks of their arguments. */
interface SitemapHooks {
  'astro:routes:resolved': (options: { routes: readonly never[] }) => void;
  'astro:config:done': (options: {
    config: Pick<AstroConfig, 'site' | 'base' | 'trailingSlash'> & { build: Pick<AstroConfig['build'], 'format'> };
  }) => Promise<void>;
  'astro:build:done': (options: {
    dir: URL;
    pages: { pathname: string }[];
    logger: Record<'info' | 'warn' | 'error', (message: string) => void>;
  }) => Promise<void>;
}

/** Every file that the integration writes for a site of these chunks alone. */
async function integrationFiles(
  chunks: readonly SitemapChunk[],
  site: string,
  work: string,
): Promise<Map<string, Buffer>> {
  const [{ default: sitemap }, { sitemapOptions }] = await Promise.all([
    import('@astrojs/sitemap'),
    import('#src/seo/sitemap-options.ts'),
  ]);
  const below = pathBelowHost(site);
  const hooks = sitemap(sitemapOptions(() => chunks)).hooks as AstroIntegration['hooks'] & SitemapHooks;
  hooks['astro:routes:resolved']({ routes: [] });
  await hooks['astro:config:done']({
    config: { site, base: `${below}/`, trailingSlash: 'always', build: { format: 'directory' } },
  });
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, 'sitemap-'));
  // The integration sorts them by a slow comparison, of which sorted ones need the fewest.
  const urls = chunks.flatMap((chunk) => chunk.entries().map(({ url }) => url)).sort(BY_NUMBERS.compare);
  const pages = urls.map((url) => ({ pathname: sitePath(below, new URL(url).pathname) ?? '' }));
  const fail = (message: string) => {
    throw new Error(`@astrojs/sitemap: ${message}`);
  };
  await hooks['astro:build:done']({
    dir: pathToFileURL(`${folder}/`),
    pages,
    logger: { info: () => undefined, warn: fail, error: fail },
  });
  const files = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
  rmSync(folder, { recursive: true });
  return files;
}
