import { isoInstant } from '#src/i18n/format.ts';
import { SITE_ZONE, siteInstant } from '#src/schemas/site-zone.ts';
import { offsetAt } from '#src/schemas/zone-time.ts';

const DAY_MS = 86_400_000;

/** The span of time over which articles are spread. */
export interface DateSpan {
  /** Articles that will come, at least one. */
  count: number;
  /** Calendar years before `now`. */
  years: number;
  /** Every date lies before it. */
  now: Date;
}

interface Timed {
  /** When the article was filed, in milliseconds after midnight on the site's clock. */
  timeOfDayMs: number;
}

/**
 * Gives articles dates, in the order in which they come, the same number to every day. The hours are those of the
 * articles themselves; within a day they are handed out in order, so that no article overtakes another.
 */
export async function* spreadDates<Article extends Timed>(
  articles: AsyncIterable<Article>,
  span: DateSpan,
): AsyncGenerator<Article & { pubDate: Date }> {
  const start = spanStart(span);
  const dayCount = Math.round((span.now.getTime() - start) / DAY_MS);
  const startTimeOfDay = positiveRemainder(start + offsetAt(SITE_ZONE, start) * 60_000, DAY_MS);
  let day = -1;
  let waiting: Article[] = [];
  const dated = function* (): Generator<Article & { pubDate: Date }> {
    const offsets = waiting
      .map(({ timeOfDayMs }) => positiveRemainder(timeOfDayMs - startTimeOfDay, DAY_MS))
      .sort((a, b) => a - b);
    for (const [index, article] of waiting.entries()) {
      yield { ...article, pubDate: new Date(start + day * DAY_MS + (offsets[index] ?? 0)) };
    }
    waiting = [];
  };

  let position = 0;
  for await (const article of articles) {
    const nextDay = Math.floor((position * dayCount) / span.count);
    if (nextDay !== day) yield* dated();
    day = nextDay;
    waiting.push(article);
    position += 1;
  }
  yield* dated();
}

/** The same moment of the year on the site's clock, `years` before. */
function spanStart({ years, now }: DateSpan): number {
  const clock = isoInstant(now).slice(0, 16);
  return siteInstant(`${Number(clock.slice(0, 4)) - years}${clock.slice(4)}`).getTime();
}

function positiveRemainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
