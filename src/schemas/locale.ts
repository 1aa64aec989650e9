import { siteConfig } from '#src/site.config.ts';

/** The languages that the project has words in: those of the form, of messages and, if the paper has such an edition, of pages. */
export const LANGUAGES = ['en', 'es'] as const;

/** A language, as in folder names, addresses and message files. */
export type Locale = (typeof LANGUAGES)[number];

/**
 * The languages of the paper's editions, from its settings. The first is the one at the root of the site. Of settings that name none,
 * or one that the project has no words in, which are refused before anything else, those that are known.
 */
export const LOCALES: readonly [Locale, ...Locale[]] = editionsIn(siteConfig.languages);

/** The edition at the root of the site. */
export const MAIN_LOCALE = LOCALES[0];

/** Whether a text names a language that the project has words in. */
export function isLanguage(text: string): text is Locale {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** Whether a folder or a part of a path names an edition of the paper. */
export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

/** The edition that is shown to somebody who reads a language: in it, or else the main one. */
export const editionFor = (language: Locale): Locale => (isLocale(language) ? language : MAIN_LOCALE);

function editionsIn(languages: unknown = LANGUAGES): [Locale, ...Locale[]] {
  const named = Array.isArray(languages) ? languages.filter((language) => isLanguage(String(language))) : LANGUAGES;
  const [main = 'en', ...others] = new Set(named as readonly Locale[]);
  return [main, ...others];
}
