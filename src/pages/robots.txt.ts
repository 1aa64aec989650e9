import type { APIRoute } from 'astro';
import { absoluteUrl, sitemapUrl } from '#src/urls.ts';

/** Everything may be read; the sitemap says where it is. RFC 9309. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(String(site), sitemapUrl())}\n`);
