import en from '#src/i18n/status/en.json' with { type: 'json' };
import es from '#src/i18n/status/es.json' with { type: 'json' };
import { formatMoment } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { PublishRun, PublishStatus, Verdict } from './publish-status.ts';

const WORDS: Readonly<Record<Locale, Readonly<typeof en>>> = { en, es };

/** A text of the status, from `src/i18n/status/`, with each `{name}` replaced. */
export function statusWord(
  locale: Locale,
  key: keyof typeof en,
  values: Readonly<Record<string, string>> = {},
): string {
  return WORDS[locale][key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** “29 Nov 2026, 10:41” in the site's time zone. */
export const momentIn = (locale: Locale, instant: Date): string => formatMoment(locale, instant, 'short');

/** What is to be said first, as a sentence. */
export function verdictText(locale: Locale, verdict: Verdict, { running, live, next, history }: PublishStatus): string {
  const at = {
    late: next?.at,
    running: running?.since,
    stopped: running?.since,
    refused: history[0]?.at,
    failed: history[0]?.at,
  };
  const moment = verdict in at ? at[verdict as keyof typeof at] : undefined;
  return statusWord(locale, verdict, {
    at: moment ? momentIn(locale, moment) : '',
    since: live ? momentIn(locale, live.since) : '',
  });
}

const OUTCOME_WORDS = {
  published: 'wasPublished',
  partly: 'wasPartly',
  refused: 'wasRefused',
  failed: 'wasFailed',
  'rolled-back': 'wasRolledBack',
} as const;

/** “Published in part” */
export function outcomeText(locale: Locale, { outcome, release = '' }: PublishRun): string {
  return statusWord(locale, OUTCOME_WORDS[outcome], { release });
}

/** “commit 1a2b3c4 by Ana Pech: Correct the ferry’s hours”, or its number alone if no more is to be said. */
export function commitText(locale: Locale, { id, author, subject }: NonNullable<PublishRun['commit']>): string {
  if (author === '') return statusWord(locale, 'commitAlone', { id: id.slice(0, 7) });
  return statusWord(locale, 'commit', { id: id.slice(0, 7), author, subject });
}

/** What to say of the next change if it names nothing: none is due, or everybody may read this. */
export const nothingNamed = ({ hidden }: PublishStatus) => (hidden === undefined ? 'nextNothing' : 'nextUnnamed');

/** “12 stories” */
export function articlesText(locale: Locale, count: number): string {
  return statusWord(locale, count === 1 ? 'articles_one' : 'articles_other', { count: count.toLocaleString('en') });
}
