import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { SETTING_NAMES, type BuildSettings } from '#src/build-settings.ts';
import { makeEditions } from '#src/newsroom/edition.ts';
import { readNewsroomOnce } from '#src/reading/read-newsroom.ts';
import type { Site } from '#src/schemas/site.ts';
import { sitemapFacts, type SitemapFacts } from '#src/seo/sitemap.ts';
import { absoluteUrl, notFoundUrl, searchUrl } from '#src/urls.ts';
import { LOCALES } from '#src/schemas/locale.ts';

/**
 * Astro's sitemap with what only the edition knows: when a page last changed, and its other languages. Astro knows the
 * addresses of the pages it made; the facts come from the same editions.
 */
export function editionSitemap(settings: BuildSettings, site: Site): AstroIntegration {
  const now = settings.now ?? new Date();
  let facts: Map<string, SitemapFacts> | undefined;
  const factsOf = (url: string) => {
    facts ??= sitemapFacts(Object.values(makeEditions(readNewsroomOnce(settings.contentRoot).newsroom, site, now)));
    return facts.get(url);
  };
  const noNews = new Set(
    LOCALES.flatMap((locale) => [
      searchUrl(locale),
      notFoundUrl(locale),
      `${notFoundUrl(locale).replace('.html', '/')}`,
    ]).map((path) => absoluteUrl(site.url, path)),
  );

  const { name, hooks } = sitemap({
    filter: (url) => !noNews.has(url),
    serialize(item) {
      const known = factsOf(item.url);
      if (known) {
        if (known.lastmod) item.lastmod = known.lastmod;
        if (known.alternates.length > 0) item.links = [...known.alternates];
      }
      return item;
    },
  });
  return {
    name,
    hooks: {
      ...hooks,
      'astro:config:setup': (options) => {
        // A build started without our command still has one clock: the pages' and the sitemap's.
        if (options.command === 'build') process.env[SETTING_NAMES.now] ??= now.toISOString();
        return hooks['astro:config:setup']?.(options);
      },
    },
  };
}
