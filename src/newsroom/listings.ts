/** One page of a list of stories. */
export interface ListPage<Item> {
  /** undefined: the front of the list, with its newest; otherwise a numbered page, 1 the oldest. */
  number: number | undefined;
  items: readonly Item[];
  /** The page with older stories, where there is one. */
  older: number | undefined;
  /** The page with newer stories: a number, or `front`; undefined on the front itself. */
  newer: number | 'front' | undefined;
}

/**
 * Cuts a list into pages whose numbers never shift: page 1 holds the oldest stories and is full for ever, and the front
 * holds the newest, from one page's worth to just under two. A new story changes the front alone; only when the front
 * overflows does one new numbered page appear, beside one changed link on the page before it.
 * @param items newest first
 * @param size stories on a numbered page
 * @returns the front first, then numbered pages from the newest to the oldest; a front alone for an empty list
 */
export function paginate<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const numbered = Math.max(0, Math.floor(items.length / size) - 1);
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
