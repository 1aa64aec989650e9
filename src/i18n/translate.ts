import type { Locale } from '#src/schemas/locale.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

type Messages = typeof en;

/** The key of an interface text. A key that is missing in either language does not compile. */
export type MessageKey = keyof Messages & keyof typeof es;

const MESSAGES: Record<Locale, Messages> = { en, es };

/** @returns the text with each `{name}` replaced by the value of that name */
type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const translators = new Map<Locale, Translate>();

/** The interface texts of a language. */
export function translator(locale: Locale): Translate {
  const cached = translators.get(locale);
  if (cached) return cached;
  const messages = MESSAGES[locale];
  const translate: Translate = (key, values = {}) =>
    messages[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  translators.set(locale, translate);
  return translate;
}

/** Keys that exist as `<key>_one` and `<key>_other`. */
type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_one` ? Stem : never) : never;

/** A text that depends on a number: "1 story", "12 stories". */
export function translateCount(locale: Locale, key: CountedKey, count: number): string {
  return translator(locale)(`${key}_${count === 1 ? 'one' : 'other'}`, { count: formatCount(locale, count) });
}

const COUNTS: Record<Locale, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en'),
  es: new Intl.NumberFormat('es-MX'),
};

/** 19,042 in both languages: Mexico writes numbers like that too. */
function formatCount(locale: Locale, count: number): string {
  return COUNTS[locale].format(count);
}
