import type { SitemapItem, SitemapOptions } from '@astrojs/sitemap';
import type { SitemapChunk, SitemapEntry } from './sitemap.ts';

/** The chunk into which @astrojs/sitemap puts what no other chunk claims. */
const REST = 'pages';

/**
 * Options with which @astrojs/sitemap writes our chunks, with dates and languages, and no other pages.
 * @param chunks asked once, when the integration writes: the newsroom is not read yet when Astro is configured
 */
export function sitemapOptions(chunks: () => readonly SitemapChunk[]): NonNullable<SitemapOptions> {
  let asked: Listed | undefined;
  const listed = () => (asked ??= list(chunks()));
  return {
    namespaces: { news: false, video: false },
    filter: (url) => listed().entries.has(url),
    serialize: ({ url }) => {
      const { lastmod, links = [], images = [] } = listed().entries.get(url) ?? {};
      // Its types leave out pictures, which it writes.
      const img = images.map((image) => ({ url: image }));
      return { url, links: [...links], ...(lastmod !== undefined && { lastmod }), ...(img.length > 0 && { img }) };
    },
    get chunks() {
      const { names, chunkOf } = listed();
      const claim = (name: string) => (item: SitemapItem) => (chunkOf.get(item.url) === name ? item : undefined);
      return Object.fromEntries(names.map((name) => [name, claim(name)]));
    },
  };
}

interface Listed {
  entries: ReadonlyMap<string, SitemapEntry>;
  chunkOf: ReadonlyMap<string, string>;
  /** Of the chunks that claim their items. */
  names: readonly string[];
}

function list(chunks: readonly SitemapChunk[]): Listed {
  const entries = new Map<string, SitemapEntry>();
  const chunkOf = new Map<string, string>();
  for (const chunk of chunks) {
    for (const entry of chunk.entries()) {
      entries.set(entry.url, entry);
      chunkOf.set(entry.url, chunk.name);
    }
  }
  return { entries, chunkOf, names: chunks.map(({ name }) => name).filter((name) => name !== REST) };
}
