import type { Locale } from '#src/schemas/locale.ts';
import type { PublishRun, PublishStatus } from './publish-status.ts';
import { momentIn, statusWord } from './status-words.ts';

/** What became of a file since it was saved. */
export interface SavedState {
  /** Whether nothing more is to be expected. */
  isSettled: boolean;
  /** Whether readers have it as it was saved. */
  isLive: boolean;
  text: string;
}

/**
 * What became of a file since it was saved.
 * @param file within the content root
 * @param savedAt by the clock of the machine that publishes
 */
export function savedState(locale: Locale, status: PublishStatus, file: string, savedAt: Date): SavedState {
  const { live, leftOut, hidden = 0, running, history } = status;
  const waits = (key: 'savedRunning' | 'savedWaiting') => {
    const minutes = String(minutesOf(history));
    return { isSettled: false, isLive: false, text: statusWord(locale, key, { minutes }) };
  };
  if (live && live.readAt >= savedAt) {
    const at = momentIn(locale, live.readAt);
    if (hidden > 0)
      return { isSettled: true, isLive: false, text: statusWord(locale, 'savedHidden', { at, count: String(hidden) }) };
    const wrong = leftOut.find((one) => one.file === file);
    if (!wrong)
      return {
        isSettled: true,
        isLive: true,
        text: statusWord(locale, 'savedLive', { at }),
      };
    const [mistake] = wrong.mistakes;
    const line = mistake?.line === undefined ? '' : `${statusWord(locale, 'line', { line: String(mistake.line) })}: `;
    const why = mistake ? `${line}${mistake.text[locale]}` : wrong.sees[locale];
    return {
      isSettled: true,
      isLive: false,
      text: statusWord(locale, 'savedLeftOut', { why, what: wrong.sees[locale] }),
    };
  }
  if (running) return waits(running.since >= savedAt ? 'savedRunning' : 'savedWaiting');
  const [last] = history;
  const hasFailed = last && (last.outcome === 'refused' || last.outcome === 'failed') && last.began >= savedAt;
  if (!hasFailed) return waits('savedWaiting');
  return { isSettled: true, isLive: false, text: statusWord(locale, 'savedFailed', { why: last.reason ?? '' }) };
}

/** How many minutes publishes take, by the last ones that came through; at least one. */
function minutesOf(history: readonly PublishRun[]): number {
  const took = history
    .filter(({ outcome }) => outcome === 'published' || outcome === 'partly')
    .slice(0, 5)
    .map(({ at, began }) => at.getTime() - began.getTime())
    .sort((a, b) => a - b);
  return Math.max(1, Math.ceil((took[Math.floor(took.length / 2)] ?? 0) / 60_000));
}
