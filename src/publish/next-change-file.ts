import { isoInstant } from '#src/i18n/format.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { nextChangeUrl } from '#src/urls.ts';

/** The file of a site that says when to build again. */
export const NEXT_CHANGE_FILE = nextChangeUrl().slice(1);

export function nextChangeText(at: string): string {
  return `${JSON.stringify({ at })}\n`;
}

/** When to build again though no one edited anything: ISO 8601, to the second, never before the change itself. */
export function nextChangeAfter(newsroom: Newsroom, now: Date): string {
  return isoInstant(new Date(Math.ceil(nextChange(newsroom, now).getTime() / 1000) * 1000));
}
