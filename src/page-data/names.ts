/** Links to what a story names: its section, authors, tags and places, in the edition's language. */
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article, Category } from '#src/newsroom/newsroom.ts';
import { authorAddress, sectionAddress, tagAddress } from '#src/seo/list-versions.ts';
import { listUrl } from '#src/urls.ts';
import type { Link } from './link.ts';

/** The story's section: its first category. */
export function sectionOf(edition: Edition, article: Article): Category {
  return named(edition.category, article.categories[0] ?? '', article);
}

export function sectionLink(edition: Edition, article: Article): Link {
  const section = sectionOf(edition, article);
  return { text: section.title[edition.locale], href: listUrl(sectionAddress(edition, section)) };
}

export function authorLinks(edition: Edition, article: Article): Link[] {
  return article.authors.map((id) => {
    const author = named(edition.author, id, article);
    return { text: author.name[edition.locale], href: listUrl(authorAddress(edition, author)) };
  });
}

export function tagLinks(edition: Edition, article: Article): Link[] {
  return article.tags.map((id) => {
    const tag = named(edition.tag, id, article);
    return { text: tag.title[edition.locale], href: listUrl(tagAddress(edition, tag)) };
  });
}

/** What a story names was checked before the edition was made: a miss here is a fault of the program. */
export function named<Thing>(things: ReadonlyMap<string, Thing>, id: string, article: Pick<Article, 'file'>): Thing {
  const thing = things.get(id);
  if (!thing) throw new Error(`${article.file} names “${id}”, which the edition does not hold`);
  return thing;
}
