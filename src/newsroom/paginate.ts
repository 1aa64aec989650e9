/** One page of a list. */
export interface ListPage<Item> {
  /** undefined: the front of the list, with the newest items; otherwise a numbered page, of which 1 is the oldest. */
  number: number | undefined;
  items: readonly Item[];
  /** The number of the next older page. */
  older: number | undefined;
  /** The next newer page: a number, or `front`; undefined on the front itself. */
  newer: number | 'front' | undefined;
}

/** How many numbered pages a list has besides its front. */
export function numberedPages(items: number, size: number): number {
  return Math.max(0, Math.floor(items / size) - 1);
}

/**
 * Splits a list into pages whose numbers never shift: page 1 holds the oldest items and stays full, and the front holds
 * the newest, from `size` to just under twice as many. A new item changes only the front; when the front overflows, one
 * numbered page is added and one link changes on the page before it.
 * @param items newest first
 * @param size items on a numbered page
 * @returns the front, then numbered pages from the newest to the oldest; only a front for a short or empty list
 */
export function paginate<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const numbered = numberedPages(items.length, size);
  const onFront = items.length - numbered * size;
  const pages: ListPage<Item>[] = [
    { number: undefined, items: items.slice(0, onFront), older: numbered || undefined, newer: undefined },
  ];
  for (let number = numbered; number >= 1; number -= 1) {
    const start = onFront + (numbered - number) * size;
    pages.push({
      number,
      items: items.slice(start, start + size),
      older: number > 1 ? number - 1 : undefined,
      newer: number < numbered ? number + 1 : 'front',
    });
  }
  return pages;
}
