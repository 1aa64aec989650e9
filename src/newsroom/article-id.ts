import { calendarMonth } from '#src/i18n/format.ts';
import { slugField } from '#src/schemas/shared-fields.ts';
import { parseArticleUrl } from '#src/urls.ts';
import type { Article } from './newsroom.ts';
import { addressKey, articlesAt } from './redirects.ts';

/** The slugs that articles had first, by the articles' files; only of those that have another now. */
export type FirstSlugs = ReadonlyMap<string, string>;

/**
 * What an article is known by in feeds: language, year of publication, and the slug of its first address, as in
 * `en/2026/glass`. A change of file name, folder or slug keeps the id, because the address that is left is added to the
 * aliases.
 */
export function articleId({ firstSlugs }: { firstSlugs: FirstSlugs }, article: Article): string {
  const { locale, file, slug, pubDate } = article;
  return `${locale}/${calendarMonth(pubDate).year}/${firstSlugs.get(file) ?? slug}`;
}

/**
 * The first slugs of articles: in their aliases, the first one that is an address of an article in their language. Aliases
 * in other forms, as imports bring them, were addresses elsewhere. One that another article has is of no use either: that
 * article was replaced, and keeps its id.
 * @param all the articles of the newsroom, published or not
 */
export function firstSlugsOf(articles: readonly Article[], all: readonly Article[]): FirstSlugs {
  const renamed = articles
    .map((article) => ({ article, aliases: article.aliases.filter((alias) => isAddressOf(article, alias)) }))
    .filter(({ aliases }) => aliases.length > 0);
  const holders = articlesAt(
    all,
    renamed.flatMap(({ aliases }) => aliases),
  );
  const firstSlugs = new Map<string, string>();
  for (const { article, aliases } of renamed) {
    const first = aliases.find((alias) => !holders.has(addressKey(alias)));
    const slug = first === undefined ? undefined : parseArticleUrl(first)?.slug;
    if (slug !== undefined) firstSlugs.set(article.file, slug);
  }
  return firstSlugs;
}

function isAddressOf({ locale }: Article, alias: string): boolean {
  const address = parseArticleUrl(alias);
  return address?.locale === locale && slugField.safeParse(address.slug).success;
}
