import { z } from 'zod';

/** The editions of the paper. The first is the one at the root of the site. */
export const LOCALES = ['en', 'es'] as const;

/** An edition's language, as in folder names, addresses and message files. */
export type Locale = (typeof LOCALES)[number];

export const localeField = z.enum(LOCALES);

/** Narrows a folder or path part to a language of the site. */
export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}
