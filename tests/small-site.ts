import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { articleFile, ENTRY_FILE, wordFile, type IndexEntry } from '#src/search/index-format.ts';
import { parseSite } from '#src/site.ts';
import { SEARCH_FOLDER } from '#src/urls.ts';
import { writeFiles } from './temporary-folder.ts';

/** The origin of the publisher's own configuration, with its trailing slash. */
export const ORIGIN = parseSite().url;

/** What a hand-made site is to hold. */
export interface SmallSite {
  /** Slug → what its page says and shows. */
  stories: Readonly<Record<string, { text?: string; picture?: string }>>;
  /** Stands in the name and the text of the style; pages name it. */
  mark?: string;
  /** Whether there is a search index, with a file for each story. */
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
  }
  if (hasSearch) {
    const texts = Object.entries(stories).map(([slug, { text = '' }]) => ({ url: address(slug), text }));
    const version = digits(JSON.stringify(texts));
    const entry: Pick<IndexEntry, 'articles' | 'chunks'> = {
      articles: slugs.length,
      chunks: [[version, slugs.length]],
    };
    made[`${SEARCH_FOLDER}/en/${ENTRY_FILE}`] = gzipSync(JSON.stringify(entry));
    made[`${SEARCH_FOLDER}/en/${wordFile(version)}`] = gzipSync(texts.map(({ text }) => text).join(' '));
    texts.forEach((record, at) => {
      made[`${SEARCH_FOLDER}/en/${articleFile(version, at)}`] = gzipSync(JSON.stringify(record));
    });
  }
  return { ...made, ...files };
}

/** Writes a site's files in place of whatever is in a folder. @returns the folder */
export function writeSite(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, files);
  return folder;
}

function page(mark: string, body: string): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>News</title>\n<link rel="stylesheet" href="/_astro/frame.${mark}.css"></head>\n<body id="top-of-page">\n${body}\n</body></html>\n`;
}

/** A name that changes with the content, as the search index gives. */
function digits(text: string): string {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffffff;
  return sum.toString(16).padStart(6, '0');
}
