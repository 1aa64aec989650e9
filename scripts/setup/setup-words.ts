import en from '#src/i18n/setup/en.json' with { type: 'json' };
import es from '#src/i18n/setup/es.json' with { type: 'json' };
import type { Locale } from '#src/schemas/locale.ts';

const WORDS: Readonly<Record<Locale, Readonly<typeof en>>> = { en, es };

/** A text of the setup, with each `{name}` replaced. */
export function setupWord(locale: Locale, key: keyof typeof en, values: Readonly<Record<string, string>> = {}): string {
  return WORDS[locale][key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
