import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { holdsPhrase } from '#src/search/excerpt.ts';
import { find } from '#src/search/find.ts';
import { openIndex, type OpenIndex } from '#src/search/open-index.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { searchIndexUrl, searchUrl } from '#src/urls.ts';
import { JUDGED_RESULTS, type QueryCost, type SearchedEdition, type SearchEngine } from './search-engine.ts';
import { watchRequests } from './watch-requests.ts';

const PHONE = { width: 390, height: 844 };

/** Opens an edition's index in a built site. */
export function openBuiltIndex(site: string, locale: Locale): Promise<OpenIndex> {
  const folder = join(site, searchIndexUrl(locale));
  return openIndex(async (name) => new Uint8Array(gunzipSync(readFileSync(join(folder, name)))), locale);
}

/** @throws Error if the site has no index of the edition */
export async function readEdition(site: string, locale: Locale): Promise<SearchedEdition> {
  const index = await openBuiltIndex(site, locale);
  const numbers = Array.from({ length: index.entry.articles }, (_, number) => number);
  return { language: locale, articles: await Promise.all(numbers.map((number) => index.article(number))) };
}

/** This project's search: ranked by the code that its page runs, and what it costs measured on the page itself. */
export async function ownSearch(
  folder: string,
  origin: string,
  locale: Locale,
  browser: Browser,
): Promise<SearchEngine> {
  const index = await openBuiltIndex(folder, locale);
  return {
    title: 'this project',
    search: async (query) => {
      const { byRelevance, query: understood } = await find(index, query);
      const phrases = understood.terms.filter(({ isPhrase }) => isPhrase);
      const urls: string[] = [];
      for (const number of byRelevance) {
        const { url, title, text } = await index.article(number);
        if (phrases.every(({ words }) => [title, text].some((some) => holdsPhrase(some, words)))) urls.push(url);
        if (urls.length === JUDGED_RESULTS) break;
      }
      return urls;
    },
    cost: async (first, second) => {
      const page = await browser.newPage({ viewport: PHONE });
      try {
        const requests = watchRequests(page, folder, (path) => path.startsWith('/_search/') || path.endsWith('.js'));
        const shownResults = () =>
          page
            .locator('#search-results')
            .textContent()
            .catch(() => '');
        const answered = (before: string | null) =>
          page.waitForFunction((last) => {
            const said = document.querySelector('#search-status')?.textContent ?? '';
            const shown = document.querySelector('#search-results')?.textContent ?? '';
            return !document.querySelector('.is-searching') && said !== '' && (shown !== last || shown === '');
          }, before);
        const measured = async (act: () => Promise<unknown>): Promise<QueryCost> => {
          const before = requests.sum();
          const shown = page.url().startsWith(origin) ? await shownResults() : '';
          const start = performance.now();
          await act();
          await answered(shown);
          const milliseconds = performance.now() - start;
          await page.waitForLoadState('networkidle');
          const after = requests.sum();
          return { requests: after.requests - before.requests, bytes: after.bytes - before.bytes, milliseconds };
        };
        return {
          first: await measured(() =>
            page.goto(`${origin}${searchUrl(locale)}?${new URLSearchParams({ q: first }).toString()}`),
          ),
          later: await measured(async () => {
            await page.fill('#search-query', second);
            await page.keyboard.press('Enter');
          }),
        };
      } finally {
        await page.close();
      }
    },
    close: () => Promise.resolve(),
  };
}
