import en from '#src/i18n/form/en.json' with { type: 'json' };
import es from '#src/i18n/form/es.json' with { type: 'json' };
import type { Locale } from '#src/schemas/locale.ts';

const WORDS: Readonly<Record<Locale, Readonly<typeof en>>> = { en, es };

/** What the form calls collections, lists and views: its editors’ words, from `src/i18n/form/`. */
export function formWord(key: keyof typeof en, locale: Locale): string {
  return WORDS[locale][key];
}

/** Commit messages, in the language of the repository's history. */
export const COMMIT_MESSAGES = {
  create: 'Add {{slug}}',
  update: 'Edit {{slug}}',
  delete: 'Delete {{slug}}',
  uploadMedia: 'Add {{path}}',
  deleteMedia: 'Delete {{path}}',
} as const;
