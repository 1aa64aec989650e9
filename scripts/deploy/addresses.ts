import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRedirectPage } from '#src/hosting/redirect-page.ts';
import { isTombstone } from '#src/newsroom/withdrawals.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleUrl, parseArticleUrl, parseEventUrl } from '#src/urls.ts';

/** What a page at an article's address can be instead of the article: the notice that it was withdrawn, or a redirect. */
export type Replacement = 'tombstone' | 'redirect';

/** `articles/glass/index.html` → `/articles/glass/`; any other file is at its own path. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The file with which a plain static host answers a path. */
export function fileAt(path: string): string {
  return `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
}

/** The edition of the article at an address; undefined if it is not the address of an article. */
export function articleLocale(address: string): Locale | undefined {
  return address.endsWith('/') ? parseArticleUrl(address)?.locale : undefined;
}

/** The addresses of the events among a site's files. */
export function eventsAmong(
  files: Iterable<readonly [path: string, file: { replacement?: Replacement | undefined }]>,
): string[] {
  return [...files]
    .filter(([path, file]) => path.endsWith('/index.html') && file.replacement === undefined)
    .map(([path]) => addressOf(path))
    .filter((address) => parseEventUrl(address) !== undefined);
}

/** The addresses of the articles among a site's files; with `replacement`, of the pages that replace one. */
export function articlesAmong(
  files: Iterable<readonly [path: string, file: { replacement?: Replacement | undefined }]>,
  replacement?: Replacement,
): string[] {
  return [...files]
    .filter(([path, file]) => path.endsWith('/index.html') && file.replacement === replacement)
    .map(([path]) => addressOf(path))
    .filter((address) => articleLocale(address) !== undefined);
}

/** The addresses of articles, and of pages that replace one, in a site on the disk: lists folders, reads no file. */
export function articleAddressesIn(site: string): string[] {
  return LOCALES.flatMap((locale) => {
    const folder = articleUrl({ locale, slug: '' }).replace(/\/+$/, '/');
    const path = join(site, folder);
    return existsSync(path) ? readdirSync(path).map((slug) => `${folder}${slug}/`) : [];
  }).filter((address) => existsSync(join(site, fileAt(address))));
}

/** What a page replaces an article with; undefined if it is the article itself. @param html as text or as bytes */
export function replacementOf(html: { includes: (text: string) => boolean }): Replacement | undefined {
  if (isTombstone(html)) return 'tombstone';
  return isRedirectPage(html) ? 'redirect' : undefined;
}

/** The same for a page on the disk; undefined also if there is none. */
export function replacementAt(path: string): Replacement | undefined {
  return existsSync(path) ? replacementOf(readFileSync(path)) : undefined;
}
