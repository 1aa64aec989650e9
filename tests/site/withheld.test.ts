import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '#src/newsroom/newsroom.ts';
import { builtSite } from './built-site.ts';
import { isOut, newsroomOf } from './expected-stories.ts';
import { unpackedBytes } from './read-search-index.ts';

const site = builtSite('sample');
const { articles } = newsroomOf('sample');
const withheld = articles.filter((article) => !isOut(article));
const published = articles.filter(isOut);

/** Made-up words that stand in the withheld stories alone. Without their ending: the index keeps words by their stem. */
const CANARIES = ['draftcanar', 'embargocanar', 'expiredcanar', 'withdrawncanar'];

/** Every file of the site as text in small letters, unpacked, its own name on top. */
const contents = site.files.map((file) => ({
  file,
  text: `${file}\n${unpackedBytes(join(site.folder, file)).toString('utf8')}`.toLowerCase(),
}));

const filesWith = (words: string) =>
  contents.filter(({ text }) => text.includes(words.toLowerCase())).map(({ file }) => file);

describe('a story that is a draft, under embargo, expired or withdrawn', () => {
  it('is in the sample, one of each kind', () => {
    expect(withheld.filter(({ draft }) => draft)).toHaveLength(1);
    expect(withheld.filter(({ pubDate }) => pubDate.getUTCFullYear() === 2031)).toHaveLength(1);
    expect(withheld.filter(({ expiryDate }) => expiryDate !== undefined)).toHaveLength(1);
    expect(withheld.filter(({ withdrawn }) => withdrawn !== undefined)).toHaveLength(1);
  });

  it.each(CANARIES)('leaves no trace of its word “%s…” in any file, packed or not', (word) => {
    expect(filesWith(word)).toEqual([]);
  });

  it.each(withheld.map((article) => [article.id, article] as const))('leaves no trace of %s', (_, article) => {
    for (const words of tracesOf(article)) expect(filesWith(words), words).toEqual([]);
  });

  it('leaves its address and the reason if it was withdrawn, in its notice and the rules for hosts alone', () => {
    const notice = 'articles/cozumel-pier-closure-report/index.html';
    const [withdrawn] = withheld.filter((article) => article.withdrawn);
    expect(filesWith(withdrawn?.withdrawn?.reason ?? '')).toEqual([notice]);
    expect(filesWith('cozumel-pier-closure-report')).toEqual([
      '.htaccess',
      notice,
      'hosting/netlify-redirects',
      'hosting/nginx-redirects.conf',
    ]);
    expect(site.read('_redirects')).not.toContain('cozumel-pier');
  });
});

describe('the search for traces', () => {
  it('finds a published story in its page, in the lists, in the feed, in the sitemap and in the search index', () => {
    const files = filesWith('akumals-turtles-and-the-rules-in-the-water');
    expect(files).toContain('articles/akumals-turtles-and-the-rules-in-the-water/index.html');
    expect(files).toContain('latest/index.html');
    expect(files).toContain('rss.xml');
    expect(files).toContain('sitemap-2026-11-0.xml');
    expect(files.some((file) => /^_search\/en\/articles\//.test(file))).toBe(true);
  });

  it('reads the words of the index', () => {
    expect(filesWith('stromatolites').some((file) => file.startsWith('_search/en/words/'))).toBe(true);
  });

  it('reads the names of the filters', () => {
    expect(filesWith('"Felipe Carrillo Puerto"').some((file) => file.startsWith('_search/en/words/'))).toBe(true);
  });
});

/**
 * What only a withheld story has: its address, its words, and the tags and picture that no published story shares. Of a
 * withdrawn one the address is kept.
 */
function tracesOf(article: Article): string[] {
  const others = new Set(published.flatMap(({ tags }) => tags));
  const pictures = new Set(published.map(({ picture }) => picture?.src));
  const own = article.picture && !pictures.has(article.picture.src) ? [String(article.picture.src)] : [];
  return [
    ...(article.withdrawn ? [] : [article.slug]),
    article.title,
    article.description,
    ...article.tags.filter((tag) => !others.has(tag)),
    ...own.map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')),
  ];
}
