import { formatDate, formatMoment } from '#src/i18n/format.ts';
import { withheldReason } from '#src/newsroom/visibility.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { formWord } from './form-words.ts';

/** Whether readers have a story. */
export const STORY_STATES = ['draft', 'due', 'live', 'withdrawn', 'expired'] as const;
export type StoryState = (typeof STORY_STATES)[number];

/** What a story's fields say of it, as the form has them. */
export interface StoryFields {
  draft?: unknown;
  pubDate?: unknown;
  expiryDate?: unknown;
  withdrawn?: unknown;
}

/** What a field of the form says of time. */
export const instantOf = (value: unknown) => (typeof value === 'string' ? parseInstant(value) : undefined);

/** The state of a story at an instant. */
export function storyState({ draft, pubDate, expiryDate, withdrawn }: StoryFields, now: Date): StoryState {
  // A saved draft changes nothing that readers have, even if it was withdrawn.
  if (draft === true) return 'draft';
  const isWithdrawn = typeof withdrawn === 'object' && withdrawn !== null && Object.keys(withdrawn).length > 0;
  const reason = withheldReason(
    {
      draft: false,
      pubDate: instantOf(pubDate) ?? now,
      expiryDate: instantOf(expiryDate),
      withdrawn: isWithdrawn ? { date: now, reason: '' } : undefined,
    },
    now,
  );
  return reason === 'embargoed' ? 'due' : (reason ?? 'live');
}

/**
 * What a list, and its filters and groups, need to know of a story; none of it is saved. `deskState` is also the field that shows it in
 * the form.
 * @param sections their names, by slug
 */
export function deskFacts(
  story: StoryFields & { categories?: unknown },
  { locale, now, sections }: { locale: Locale; now: Date; sections: ReadonlyMap<string, string> },
): { deskState: StoryState; deskLine: string; deskSection: string } {
  const deskState = storyState(story, now);
  const published = instantOf(story.pubDate);
  const moment = published ? `${formatMoment(locale, published, 'short')} · ` : '';
  const [first = ''] = Array.isArray(story.categories) ? (story.categories as unknown[]).map(String) : [];
  const deskSection = sections.get(first) ?? first;
  return { deskState, deskLine: `${moment}${formWord(`state.${deskState}`, locale)}`, deskSection };
}

/** The kind of field that shows a story's state, as the CMS knows it. */
export const STATE_FIELD = 'desk-state';

/** The names of {@link deskFacts}. */
export const DESK_FIELDS: ReadonlySet<string> = new Set(['deskState', 'deskLine', 'deskSection']);

/**
 * What saving a story does, for the button: “Save draft”, “Publish at 08:00”, “Publish now”.
 * @param wasLive whether readers have it already
 */
export function saveWords(story: StoryFields, wasLive: boolean, locale: Locale, now: Date): string {
  const published = instantOf(story.pubDate);
  switch (storyState(story, now)) {
    case 'draft':
      return formWord('saveDraft', locale);
    case 'due': {
      if (!published) return formWord('save', locale);
      const isToday = formatDate(locale, published, 'short') === formatDate(locale, now, 'short');
      return isToday
        ? formWord('publishAt', locale).replace('{time}', formatDate(locale, published, 'time'))
        : formWord('publishOn', locale).replace('{moment}', formatMoment(locale, published, 'short'));
    }
    case 'live':
      return formWord(wasLive ? 'publishChanges' : 'publishNow', locale);
    case 'withdrawn':
      return formWord('withdraw', locale);
    case 'expired':
      return formWord('save', locale);
  }
}
