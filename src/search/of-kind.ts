import { bySoonest, shownDate, startOfDay } from './event-dates.ts';
import type { OpenIndex } from './open-index.ts';
import { effectiveSort, type SearchState } from './search-state.ts';

/**
 * What is of the kind that the reader has chosen. Events by date are in the order in which they come.
 * @param numbers in their order
 * @param now the reader's clock, in milliseconds
 */
export async function ofKind(
  index: Pick<OpenIndex, 'events'>,
  numbers: Uint32Array,
  state: SearchState,
  now: number,
): Promise<Uint32Array> {
  if (state.kind === 'all') return numbers;
  const indexed = await index.events();
  if (state.kind === 'stories') return numbers.filter((number) => !indexed.events.has(number));
  const today = startOfDay(indexed, now);
  const chosen = [...numbers]
    .flatMap((number) => indexed.events.get(number) ?? [])
    .filter((event) => !state.isFromToday || shownDate(event, today)?.isOver === false);
  const ordered = effectiveSort(state) === 'date' ? bySoonest(chosen, now) : chosen;
  return Uint32Array.from(ordered, ({ number }) => number);
}
