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
  /** Stories that have a page at a story's address. */
  stories: number;
}

/** Counts what was built, in files and not in what a generator says of itself. */
export function countOutput(site: string): OutputCount {
  const html = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.html') && !/^pagefind[\\/]/.test(path),
  );
  const stories = LOCALES.reduce((sum, locale) => sum + storiesBelow(join(site, articleUrl({ locale, slug: '' }))), 0);
  return { pages: html.length, stories };
}

function storiesBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => isStory(join(folder, name, 'index.html'))).length;
}

/** Of our own site: a withdrawn story's notice, and a page that leads on, stand at a story's address as well. */
function isStory(page: string): boolean {
  if (!existsSync(page)) return false;
  const html = readFileSync(page);
  return !isTombstone(html) && !isRedirectPage(html);
}
