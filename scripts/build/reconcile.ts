import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { withholding, type Withholding } from '#src/newsroom/visibility.ts';

/** How many stories are withheld, by reason. */
export function countWithheld(newsroom: Newsroom, now: Date): Map<Withholding, number> {
  const counts = new Map<Withholding, number>();
  for (const article of newsroom.articles) {
    const reason = withholding(article, now);
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/** What a build counted, each in its own way. */
export interface Counts {
  /** Stories read from files. */
  read: number;
  /** Stories in the editions. */
  published: number;
  withheld: ReadonlyMap<Withholding, number>;
  /** Stories the search index took. */
  indexed: number;
}

/**
 * No story is lost silently: each that was read is published or withheld, and each that is published can be found.
 * @throws Error that names the counts where they do not add up
 */
export function reconcile({ read, published, withheld, indexed }: Counts): void {
  const kept = [...withheld.values()].reduce((sum, count) => sum + count, 0);
  if (published + kept !== read) {
    throw new Error(`${read} stories were read, but ${published} published and ${kept} withheld do not add up to that`);
  }
  if (indexed !== published) {
    throw new Error(`${published} stories are published, but the search index holds ${indexed}`);
  }
}
