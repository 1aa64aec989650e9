import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Counts what a page loads from a folder. @param isCounted whether a path counts */
export function watchRequests(
  page: Page,
  folder: string,
  isCounted: (path: string) => boolean,
): { sum: () => { requests: number; bytes: number } } {
  const sizes: number[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (isCounted(pathname)) sizes.push(statSync(join(folder, pathname), { throwIfNoEntry: false })?.size ?? 0);
  });
  return { sum: () => ({ requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }) };
}
