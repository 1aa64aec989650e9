import { getCollection, type CollectionEntry } from 'astro:content';
import names from './names.json';

export type Article = CollectionEntry<'articles'>;
export type Locale = 'en' | 'es';

export const LOCALES: Locale[] = ['en', 'es'];
export const KINDS = ['sections', 'tags', 'authors', 'places', 'months'] as const;
export const PAGE_SIZE = 20;

/** Articles of a language, newest first. */
export async function articlesOf(locale: Locale): Promise<Article[]> {
  const articles = await getCollection('articles', ({ data }) => data.locale === locale);
  return articles.sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
}

export const localeParam = (locale: Locale) => (locale === 'en' ? undefined : locale);
export const root = (locale: Locale) => (locale === 'en' ? '/' : `/${locale}/`);

/** What a category, tag, author, place or month is called. */
export function nameOf(locale: Locale, kind: string, id: string): string {
  const ofKind = (names[locale] as Record<string, unknown>)[kind] as Record<string, string> | undefined;
  return ofKind?.[id] ?? id;
}
