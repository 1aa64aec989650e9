/** What an article names (category, authors, tags, places), and links to their lists in the edition's language. */
import { typeset } from '#src/i18n/format.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { authorAddress, categoryAddress, tagAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Author, Category, Tag } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { listUrl } from '#src/urls.ts';
import type { Link } from './link.ts';

/** The article's first category. */
export function mainCategory(edition: Edition, article: Article): Category {
  return named(edition.category, article.categories[0] ?? '', article);
}

export function categoryLink(locale: Locale, category: Category): Link {
  return { text: typeset(category.title[locale]), href: listUrl(categoryAddress({ locale }, category)) };
}

export function authorLinks(locale: Locale, authors: readonly Author[]): Link[] {
  return authors.map((author) => ({
    text: typeset(author.name[locale]),
    href: listUrl(authorAddress({ locale }, author)),
  }));
}

export function tagLinks(locale: Locale, tags: readonly Tag[]): Link[] {
  return tags.map((tag) => ({ text: typeset(tag.title[locale]), href: listUrl(tagAddress({ locale }, tag)) }));
}

/** @throws Error on a name that the edition does not have: names are checked before, so that is a bug */
export function named<Thing>(things: ReadonlyMap<string, Thing>, id: string, article: Pick<Article, 'file'>): Thing {
  const thing = things.get(id);
  if (!thing) throw new Error(`${article.file} names “${id}”, which the edition does not hold`);
  return thing;
}
