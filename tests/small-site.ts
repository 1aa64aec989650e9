import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSite } from '#src/site.ts';

/** The origin of the publisher's own configuration, with its trailing slash. */
export const ORIGIN = parseSite().url;

/** What a hand-made site is to hold. */
export interface SmallSite {
  /** Slug → what its page says and shows. */
  stories: Readonly<Record<string, { text?: string; picture?: string }>>;
  /** Stands in the name and the text of the style; pages name it. */
  mark?: string;
  /** Whether there is a search index, with a fragment for each story. */
  hasSearch?: boolean;
  /** Further files, or others in place of these. */
  files?: Readonly<Record<string, string>>;
}

/** The files of a site that is whole, as the build lays them out: path → content. */
export function smallSite({ stories, mark = 'one00000', hasSearch = false, files = {} }: SmallSite) {
  const slugs = Object.keys(stories);
  const address = (slug: string) => `/articles/${slug}/`;
  const links = slugs.map((slug) => `<a href="${address(slug)}">${slug}</a>`).join('\n');
  const made: Record<string, string | Buffer> = {
    'index.html': page(mark, `<h1>News</h1>\n${links}`),
    '404.html': page(mark, '<h1>Not found</h1>'),
    'rss.xml': `<rss><channel>${slugs.map((slug) => `<item><title>${slug}</title><link>${ORIGIN}articles/${slug}/</link></item>`).join('')}</channel></rss>`,
    'sitemap-0.xml': `<urlset>${['', ...slugs.map((slug) => `articles/${slug}/`)].map((path) => `<url><loc>${ORIGIN}${path}</loc></url>`).join('')}</urlset>`,
    [`_astro/frame.${mark}.css`]: `body { --mark: ${mark}; }`,
  };
  for (const [slug, { text = 'A quiet morning.', picture }] of Object.entries(stories)) {
    made[`articles/${slug}/index.html`] = page(
      mark,
      `<p>${text}</p>${picture ? `<img src="/_pictures/${picture}">` : ''}`,
    );
    if (picture) made[`_pictures/${picture}`] = `picture ${picture}`;
    if (hasSearch) {
      const record = `pagefind_dcd${JSON.stringify({ url: address(slug), content: text })}`;
      made[`pagefind/en/recent/fragment/en_${digits(record)}.pf_fragment`] = gzipSync(record);
    }
  }
  if (hasSearch) {
    const words = Object.values(stories).map(({ text = '' }) => text);
    made['pagefind/en/parts.json'] = JSON.stringify({ parts: [{ name: 'recent', stories: slugs.length, key: '' }] });
    made['pagefind/en/recent/pagefind-entry.json'] = JSON.stringify({
      languages: { en: { page_count: slugs.length } },
    });
    made['pagefind/en/pagefind-worker.js'] = '';
    made[`pagefind/en/recent/index/en_${digits(words.join())}.pf_index`] = words.join(' ');
  }
  return { ...made, ...files };
}

/** Writes a site's files in place of whatever is in a folder. @returns the folder */
export function writeSite(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function page(mark: string, body: string): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>News</title>\n<link rel="stylesheet" href="/_astro/frame.${mark}.css"></head>\n<body id="top-of-page">\n${body}\n</body></html>\n`;
}

/** A name that changes with the content, as the search engine gives. */
function digits(text: string): string {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffffff;
  return sum.toString(16).padStart(6, '0');
}
