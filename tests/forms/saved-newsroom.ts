/** What is done with a newsroom that the form has saved: read by the site's reader, built, searched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { serveSite } from '../../scripts/shared/static-server.ts';
import { answered, titles } from '../browser/search-page.ts';
import { built } from '../site/build-sites.ts';

/** Everything that is wrong with a newsroom, pictures included. */
export async function problemsOf(contentRoot: string): Promise<string[]> {
  const { newsroom, problems } = readNewsroom(contentRoot);
  const pictures = await readPictures({ contentRoot }, newsroom);
  return [...problems, ...pictures.problems].map(formatProblem);
}

export const readFileOf = (contentRoot: string, path: string) => readFileSync(join(contentRoot, path), 'utf8');

/** Builds the newsroom's site, and asks its search. @returns the headlines that the search page shows */
export async function searchBuilt(page: Page, contentRoot: string, out: string, words: string): Promise<string[]> {
  await built({ contentRoot, out, now: new Date().toISOString() });
  const { origin, close } = await serveSite(out, 0);
  try {
    // A page of its own: the form's may ask nobody else.
    const reader = await page.context().newPage();
    await reader.goto(`${origin}/search/?q=${encodeURIComponent(words)}`);
    await answered(reader);
    return await titles(reader);
  } finally {
    await close();
  }
}
