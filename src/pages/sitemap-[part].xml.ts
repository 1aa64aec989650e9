import type { APIRoute, GetStaticPaths } from 'astro';
import { SitemapStream, streamToPromise } from 'sitemap';
import { everyEdition } from '#src/newsroom/load-edition.ts';
import { inGroups } from '#src/page-data/page-group.ts';
import { staticPath } from '#src/page-data/static-path.ts';
import { sitemapEntries, sitemapParts, type SitemapEntry, type SitemapSources } from '#src/seo/sitemap.ts';

export const getStaticPaths = inGroups(async () =>
  sitemapParts(await everyEdition()).map(({ name, digest, sources }) => ({
    name,
    key: digest,
    count: 1,
    paths: () => [staticPath({ part: name }, sources, entriesOf)],
  })),
) satisfies GetStaticPaths;

function entriesOf(sources: SitemapSources) {
  return { entries: sitemapEntries(sources) };
}

export const GET: APIRoute<{ entries: readonly SitemapEntry[] }> = async ({ props }) => {
  const stream = new SitemapStream({ xmlns: { news: false, image: false, video: false, xhtml: true } });
  for (const { url, lastmod, links } of props.entries)
    stream.write({ url, links: [...links], ...(lastmod && { lastmod }) });
  stream.end();
  return new Response(new Uint8Array(await streamToPromise(stream)), {
    headers: { 'Content-Type': 'application/xml' },
  });
};
