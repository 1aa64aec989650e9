import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleCollectionName, pageCollectionName } from './form-config.ts';
import type { KnownEntry } from './known-newsroom.ts';
import { DESK_FIELDS } from './story-state.ts';

/** The part of a new story's address in the form that names its original: `…/new?translated=articles/en/2026/reef.md`. */
const ORIGINAL = 'translated';

/** What a translation does not share with its original: addresses, and what is true of one story only. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'slug',
  'aliases',
  'draft',
  'pubDate',
  'updatedDate',
  'expiryDate',
  'withdrawn',
  'corrections',
  'featured',
  ...DESK_FIELDS,
]);

/** Where the form begins a translation. @param year in which it is filed, if it is a story */
export function translationRoute(file: string, language: Locale, year: number): string {
  const isArticle = file.startsWith('articles/');
  const name = isArticle ? articleCollectionName(language, year) : pageCollectionName(language);
  return `#/collections/${name}/new?${ORIGINAL}=${encodeURIComponent(file)}`;
}

/** The original that a new story's address names. @param values what the CMS has read of the address */
export const originalIn = (values: Readonly<Record<string, string>> | undefined) => values?.[ORIGINAL];

/** The same of the form’s address. @param hash `#/collections/articles-es-2026/new?translated=…` */
export const originalOfRoute = (hash: string) =>
  new URLSearchParams(/\?(.*)$/.exec(hash)?.[1]).get(ORIGINAL) ?? undefined;

/** The languages that a text can be translated into. */
export const otherLanguages = (locale: Locale): Locale[] => LOCALES.filter((other) => other !== locale);

/**
 * The fields with which a translation begins: those that it shares, and the original's words, to be translated in their places. The
 * linter says of a text that it is still the original's.
 * @param begun what a new story begins with, flat as the CMS has it: `picture.src`
 */
export function beginTranslation(
  begun: Readonly<Record<string, unknown>>,
  original: KnownEntry,
): Record<string, unknown> {
  const shared = Object.entries(original).filter(([name]) => !OWN_FIELDS.has(name));
  const names = new Set(shared.map(([name]) => name));
  const rest = Object.entries(begun).filter(([path]) => !names.has(path.split('.')[0] ?? ''));
  return Object.fromEntries([...rest, ...shared.flatMap(([name, value]) => flat(name, value))]);
}

/** A field's parts by their path. */
function flat(path: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const parts = Object.entries(value);
  return parts.length === 0 ? [[path, value]] : parts.flatMap(([key, part]) => flat(`${path}.${key}`, part));
}
