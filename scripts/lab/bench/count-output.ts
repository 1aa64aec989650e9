import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRedirectPage } from '#src/hosting/redirect-page.ts';
import { isTombstone } from '#src/newsroom/withdrawals.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';

/** How much a built site holds. */
export interface OutputCount {
  /** HTML files, those of the search index's own interface left out. */
  pages: number;
  /** Articles that have a page at an article's address. */
  articles: number;
}

/** Counts what was built, in files and not in what a generator says of itself. */
export function countOutput(site: string): OutputCount {
  const html = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.html') && !/^pagefind[\\/]/.test(path),
  );
  const folders = LOCALES.map((locale) => join(site, articleUrl({ locale, slug: '' }))).filter(existsSync);
  const pages = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'index.html')));
  return { pages: html.length, articles: pages.filter(isArticle).length };
}

/** On our own site a withdrawn article's notice and a redirect page can be at an article's address as well. */
function isArticle(page: string): boolean {
  if (!existsSync(page)) return false;
  const html = readFileSync(page);
  return !isTombstone(html) && !isRedirectPage(html);
}
