import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import {
  FIRST_SCREEN,
  JUDGED_RESULTS,
  type QueryCost,
  type SearchedEdition,
  type SearchEngine,
} from './search-engine.ts';
import { serveSite } from '../../../shared/static-server.ts';
import { watchRequests } from './watch-requests.ts';

/** What is used of Pagefind's program in a page (pagefind.app/docs/api). */
interface PagefindProgram {
  search(query: string): Promise<{ results: readonly { data(): Promise<{ url: string }> }[] }>;
}

/** Pagefind as it comes: one index of all articles, its own ranking. @param work where the index is written */
export async function stockPagefind(
  { language, articles }: SearchedEdition,
  work: string,
  browser: Browser,
): Promise<SearchEngine> {
  const folder = join(work, 'pagefind-site');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="${language}"><title>Pagefind</title></html>`);
  const { index } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error('Pagefind could not be started');
  for (const { url, title, text, names } of articles) {
    await index.addCustomRecord({ url, language, content: text, meta: { title, names: names.flat().join(', ') } });
  }
  const { errors } = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  await close();

  // Without the headers of our own site, which forbid what Pagefind runs.
  const rules = { below: '', everywhere: {}, caching: 'no-cache', unchanging: [], unchangingCaching: '', types: {} };
  const served = await serveSite(folder, 0, rules);
  const open = async () => {
    const page = await browser.newPage();
    const requests = watchRequests(page, folder, (path) => path.startsWith('/pagefind/'));
    await page.goto(`${served.origin}/`);
    return { page, requests };
  };
  const ranked = await open();
  const answer = (page: typeof ranked.page, query: string, most: number) =>
    page.evaluate(
      async ([words, many, program]) => {
        const pagefind = (await import(program)) as PagefindProgram;
        const { results } = await pagefind.search(words);
        const shown = await Promise.all(results.slice(0, many).map((result) => result.data()));
        return shown.map(({ url }) => url);
      },
      [query, most, `${served.origin}/pagefind/pagefind.js`] as const,
    );
  return {
    title: 'Pagefind',
    search: (query) => answer(ranked.page, query, JUDGED_RESULTS),
    cost: async (first, second) => {
      const { page, requests } = await open();
      const measured = async (query: string): Promise<QueryCost> => {
        const before = requests.sum();
        const start = performance.now();
        await answer(page, query, FIRST_SCREEN);
        const after = requests.sum();
        return {
          requests: after.requests - before.requests,
          bytes: after.bytes - before.bytes,
          milliseconds: performance.now() - start,
        };
      };
      try {
        return { first: await measured(first), later: await measured(second) };
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await ranked.page.close();
      await served.close();
    },
  };
}
