import type { APIRoute } from 'astro';
import { loadEditions } from '#src/newsroom/load-edition.ts';
import { absoluteUrl, sitemapUrl } from '#src/urls.ts';

/** RFC 9309: everything may be crawled. */
export const GET: APIRoute = async () => {
  const { site } = (await loadEditions()).editions.en;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site.url, sitemapUrl())}\n`);
};
