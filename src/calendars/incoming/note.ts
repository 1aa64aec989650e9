import en from '#src/i18n/incoming/en.json' with { type: 'json' };
import es from '#src/i18n/incoming/es.json' with { type: 'json' };
import type { Locale } from '#src/schemas/locale.ts';

const WORDS: Readonly<Record<Locale, typeof en>> = { en, es };

export type NoteKey = keyof typeof en.notes;

/** What was guessed, fixed or left out of a calendar, and where. */
export interface Note {
  /** The line of the calendar's file, from 1. */
  line: number;
  key: NoteKey;
  values?: Readonly<Record<string, string | number>>;
}

/** A note in words. */
export function noteText(locale: Locale, { key, values = {} }: Pick<Note, 'key' | 'values'>): string {
  return fill(WORDS[locale].notes[key], values);
}

/** What the import says of itself, and what it writes into drafts. */
export function incomingText(
  locale: Locale,
  key: keyof typeof en.words,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(WORDS[locale].words[key], values);
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => shown(values[name] ?? place));
}

/** The longest that a report quotes of a calendar. */
const MOST_QUOTED = 100;

/** Words of a calendar as a terminal may show them: on one line, without what would give it orders. */
function shown(value: string | number): string {
  const text = String(value)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1).trimEnd()}…` : text;
}
