import { getCollection, type CollectionEntry } from 'astro:content';
import names from './names.json';

export type Story = CollectionEntry<'stories'>;
export type Locale = 'en' | 'es';

export const LOCALES: Locale[] = ['en', 'es'];
export const KINDS = ['sections', 'tags', 'authors', 'places', 'months'] as const;
export const PAGE_SIZE = 20;

/** Stories of a language, newest first. */
export async function storiesOf(locale: Locale): Promise<Story[]> {
  const stories = await getCollection('stories', ({ data }) => data.locale === locale);
  return stories.sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
}

export const localeParam = (locale: Locale) => (locale === 'en' ? undefined : locale);
export const root = (locale: Locale) => (locale === 'en' ? '/' : `/${locale}/`);

/** What a section, topic, author, place or month is called. */
export function nameOf(locale: Locale, kind: string, id: string): string {
  const ofKind = (names[locale] as Record<string, unknown>)[kind] as Record<string, string> | undefined;
  return ofKind?.[id] ?? id;
}
