import { SITE_UTC_OFFSET } from '#src/schemas/shared-fields.ts';

const DAY_MS = 86_400_000;
const OFFSET_MS = Number(SITE_UTC_OFFSET.slice(0, 3)) * 3_600_000;

/** The span of time over which stories are spread. */
export interface DateSpan {
  /** Stories that will come, at least one. */
  count: number;
  /** Calendar years before `now`. */
  years: number;
  /** Every date lies before it. */
  now: Date;
}

interface Timed {
  /** The hour at which the story was filed, in milliseconds after midnight on the site's clock. */
  timeOfDayMs: number;
}

/**
 * Gives stories dates, in the order in which they come, the same number to every day. The hours are those of the stories
 * themselves; within a day they are handed out in order, so that no story overtakes another.
 */
export async function* spreadDates<Story extends Timed>(
  stories: AsyncIterable<Story>,
  span: DateSpan,
): AsyncGenerator<Story & { pubDate: Date }> {
  const start = spanStart(span);
  const dayCount = Math.round((span.now.getTime() - start) / DAY_MS);
  const startTimeOfDay = positiveRemainder(start + OFFSET_MS, DAY_MS);
  let day = -1;
  let waiting: Story[] = [];
  const dated = function* (): Generator<Story & { pubDate: Date }> {
    const offsets = waiting
      .map(({ timeOfDayMs }) => positiveRemainder(timeOfDayMs - startTimeOfDay, DAY_MS))
      .sort((a, b) => a - b);
    for (const [index, story] of waiting.entries()) {
      yield { ...story, pubDate: new Date(start + day * DAY_MS + (offsets[index] ?? 0)) };
    }
    waiting = [];
  };

  let position = 0;
  for await (const story of stories) {
    const nextDay = Math.floor((position * dayCount) / span.count);
    if (nextDay !== day) yield* dated();
    day = nextDay;
    waiting.push(story);
    position += 1;
  }
  yield* dated();
}

/** The same moment of the year on the site's clock, `years` before. */
function spanStart({ years, now }: DateSpan): number {
  const clock = new Date(now.getTime() + OFFSET_MS);
  clock.setUTCFullYear(clock.getUTCFullYear() - years);
  return clock.getTime() - OFFSET_MS;
}

function positiveRemainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
