import type { APIRoute } from 'astro';
import { SitemapIndexStream, streamToPromise } from 'sitemap';
import { everyEdition } from '#src/newsroom/load-edition.ts';
import { sitemapParts } from '#src/seo/sitemap.ts';
import { absoluteUrl, sitemapPartUrl } from '#src/urls.ts';

export const GET: APIRoute = async () => {
  const editions = await everyEdition();
  const stream = new SitemapIndexStream();
  for (const { name, lastmod } of sitemapParts(editions)) {
    stream.write({ url: absoluteUrl(editions[0]?.site.url ?? '', sitemapPartUrl(name)), ...(lastmod && { lastmod }) });
  }
  stream.end();
  return new Response(new Uint8Array(await streamToPromise(stream)), {
    headers: { 'Content-Type': 'application/xml' },
  });
};
