/** Links to what a story names: its section, authors, tags and places, in the edition's language. */
import type { Edition } from '#src/newsroom/edition.ts';
import { authorAddress, sectionAddress, tagAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Author, Category, Tag } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { listUrl } from '#src/urls.ts';
import type { Link } from './link.ts';

/** The story's section: its first category. */
export function sectionOf(edition: Edition, article: Article): Category {
  return named(edition.category, article.categories[0] ?? '', article);
}

export function sectionLink(locale: Locale, section: Category): Link {
  return { text: section.title[locale], href: listUrl(sectionAddress({ locale }, section)) };
}

export function authorLinks(locale: Locale, authors: readonly Author[]): Link[] {
  return authors.map((author) => ({ text: author.name[locale], href: listUrl(authorAddress({ locale }, author)) }));
}

export function tagLinks(locale: Locale, tags: readonly Tag[]): Link[] {
  return tags.map((tag) => ({ text: tag.title[locale], href: listUrl(tagAddress({ locale }, tag)) }));
}

/** What a story names was checked before the edition was made: a miss here is a fault of the program. */
export function named<Thing>(things: ReadonlyMap<string, Thing>, id: string, article: Pick<Article, 'file'>): Thing {
  const thing = things.get(id);
  if (!thing) throw new Error(`${article.file} names “${id}”, which the edition does not hold`);
  return thing;
}
