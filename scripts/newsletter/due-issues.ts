import type { siteConfig } from '#src/site.config.ts';
import { offsetAt } from '#src/schemas/zone-time.ts';

/** An issue that is to be made and sent. */
export interface DueIssue {
  lang: string;
  edition: string;
}

/** The settings as they are written: nothing is installed yet where this runs. */
type Settings = typeof siteConfig;

/** An issue that could not be made in this time is left for the next one: no one wants the morning's news at night. */
const HOURS = 4;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The issues that are due by the settings: their time on the paper's clock has come within the last hours, and their file is not there.
 * Asked each hour, it finds each until it is sent, whenever the runner starts.
 * @param isMade whether there is an issue in a language with this name: `2026-11-30-daily`
 */
export function dueIssues(
  { newsletter, zone }: Pick<Settings, 'newsletter' | 'zone'>,
  now: Date,
  isMade: (lang: string, name: string) => boolean,
): DueIssue[] {
  // The paper's clock, as if it were UTC.
  const clock = new Date(now.getTime() + offsetAt(zone, now.getTime()) * 60_000);
  const day = clock.toISOString().slice(0, 10);
  const isTime = (at: string) => {
    const since = clock.getTime() - Date.parse(`${day}T${at}:00Z`);
    return since >= 0 && since < HOURS * 3_600_000;
  };
  return Object.entries(newsletter?.editions ?? {}).flatMap(([lang, editions]) => {
    const { daily, weekly } = editions ?? {};
    const isWeekly = weekly && WEEKDAYS[clock.getUTCDay()] === weekly.on && isTime(weekly.at);
    return [...(daily && isTime(daily.at) ? ['daily'] : []), ...(isWeekly ? ['weekly'] : [])]
      .filter((edition) => !isMade(lang, `${day}-${edition}`))
      .map((edition) => ({ lang, edition }));
  });
}
