import { subscribe } from 'node:diagnostics_channel';
import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { buildSettings, SETTING_NAMES } from '#src/build-settings.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { belowPath } from '#src/hosting/below-path.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import { makeEditions, type Edition } from '#src/newsroom/edition.ts';
import type { BuildContext } from '#src/publish/build-context.ts';
import { NEXT_CHANGE_FILE, nextChangeAfter, nextChangeText } from '#src/publish/next-change-file.ts';
import { makePictures } from '#src/publish/render/make-pictures.ts';
import { picturesIn } from '#src/publish/render/render-pages.ts';
import { planSearchIndex } from '#src/publish/search/plan-search-index.ts';
import { startSearchIndex } from '#src/publish/search/start-search-index.ts';
import { LOADED_CHANNEL, type LoadedNewsroom } from '#src/reading/load-newsroom.ts';
import { sitemapChunks } from '#src/seo/sitemap.ts';
import { sitemapOptions } from '#src/seo/sitemap-options.ts';
import { parseSite } from '#src/site.ts';
import { pathBelowHost, SEARCH_FOLDER } from '#src/urls.ts';

/**
 * Makes `astro build` write the complete site: besides its pages the pictures they show, the search index, the sitemap, the
 * time of the next change, and each language's page for what is missing where hosts look for it. `npm run build`
 * ({@link file://../publish/build-site.ts}) writes the same files from the same parts, and a test compares them.
 */
export function wholeSite(): AstroIntegration[] {
  let loaded: LoadedNewsroom | undefined;
  subscribe(LOADED_CHANNEL, (message) => {
    loaded = message as LoadedNewsroom;
  });
  const newsroom = () => {
    if (!loaded) throw new Error('Astro has not loaded the newsroom.');
    return loaded.newsroom;
  };
  const context = (): BuildContext => {
    const { contentRoot, cacheFolder, now, origin } = buildSettings(process.env);
    if (!now) throw new Error('the instant of the build is missing');
    return { contentRoot, cacheFolder, now, site: parseSite(origin) };
  };
  const editions = (): Edition[] => {
    const { site, now } = context();
    return Object.values(makeEditions(newsroom(), site, now));
  };
  const complete: AstroIntegration = {
    name: 'whole-site',
    hooks: {
      'astro:config:setup': ({ command }) => {
        // One instant for the whole build.
        if (command === 'build') process.env[SETTING_NAMES.now] ??= new Date().toISOString();
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        // The templates alone were compiled.
        if (pages.length === 0) return;
        const out = fileURLToPath(dir);
        moveNotFoundPages(out);
        const pageFiles = filesBelow(out).filter((file) => /\.(?:html|xml)$/.test(file));
        const addresses = new Set(pageFiles.flatMap((file) => picturesIn(readFileSync(join(out, file)))));
        const { site, now } = context();
        const pictures = {
          newsroom: newsroom(),
          editions: makeEditions(newsroom(), site, now),
          ...context(),
        };
        await makePictures([...addresses].sort(), pictures, (address, bytes) => {
          mkdirSync(dirname(join(out, address)), { recursive: true });
          writeFileSync(join(out, address), bytes);
        });
        logger.info(`${addresses.size} pictures`);
        const plan = planSearchIndex(editions(), sourceKey('search'));
        const articles = newsroom().articles.length;
        const indexes = await startSearchIndex(context(), join(out, SEARCH_FOLDER), { plan }, articles).finished;
        logger.info(`search index of ${indexes.reduce((sum, { articles }) => sum + articles, 0)} articles`);
        const next = nextChangeAfter(newsroom(), context().now);
        writeFileSync(join(out, NEXT_CHANGE_FILE), nextChangeText(next));
        placeBelowPath(out, pathBelowHost(context().site.url));
      },
    },
  };
  return [complete, placedSitemap(() => sitemapChunks(editions()))];
}

/** The sitemap's integration, told the path of its host below which the site is: Astro itself makes a site at the root. */
function placedSitemap(chunks: Parameters<typeof sitemapOptions>[0]): AstroIntegration {
  const { name, hooks } = sitemap(sitemapOptions(chunks));
  return {
    name,
    hooks: {
      ...hooks,
      'astro:config:done': (options) => {
        const base = `${pathBelowHost(options.config.site ?? '')}/`;
        return hooks['astro:config:done']?.({ ...options, config: { ...options.config, base } });
      },
    },
  };
}

/** Puts the site's own path into the addresses of its files. */
function placeBelowPath(out: string, below: string): void {
  if (below === '') return;
  for (const file of filesBelow(out)) {
    const made = readFileSync(join(out, file));
    const placed = belowPath(file, made, below);
    if (placed !== made) writeFileSync(join(out, file), placed);
  }
}

/** `es/404/index.html` → `es/404.html`: Astro does this for the page at the top alone. */
function moveNotFoundPages(out: string): void {
  for (const file of filesBelow(out)) {
    const [, folder] = /^([a-z]{2}\/404)\/index\.html$/.exec(file) ?? [];
    if (!folder) continue;
    renameSync(join(out, file), join(out, `${folder}.html`));
    rmdirSync(join(out, folder));
  }
}
