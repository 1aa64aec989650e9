import { isoInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import { slugify, usableSlug } from '#src/writing/slugify.ts';
import { yamlText, type YamlValue } from '#src/writing/yaml-text.ts';
import type { ArticleDraft, FrontMatter, NamedTag } from './article-draft.ts';
import { ContentFolder } from './content-folder.ts';
import desks from './data/desks.json' with { type: 'json' };
import { placeFields } from './gazetteer.ts';
import { Tally } from './summary.ts';
import { CATEGORIES, dataFile } from './tables.ts';

/** A draft with its date. */
export type DatedArticle = ArticleDraft & { pubDate: Date };

/** What was written. */
export interface WrittenNewsroom {
  articleCount: number;
  byLocale: Tally;
  byCategory: Tally;
  first: Date | undefined;
  last: Date | undefined;
  tagCount: number;
  placeCount: number;
}

/**
 * Writes a complete content root: the articles one by one as they come, then the tags and places they used, and the
 * categories, desks and pages that every made newsroom has.
 * @param out the content root; see {@link ContentFolder} for what becomes of what it holds
 * @param updated the date of the pages
 * @param onArticle called with the number of articles written so far
 */
export async function writeNewsroom(
  out: string,
  articles: AsyncIterable<DatedArticle>,
  updated: Date,
  onArticle: (count: number) => void,
): Promise<WrittenNewsroom> {
  const folder = new ContentFolder(out);
  const slugs = new Slugs();
  const tags = new Map<string, NamedTag>();
  const places = new Set<string>();
  const byLocale = new Tally();
  const byCategory = new Tally();
  let articleCount = 0;
  let first: Date | undefined;
  let last: Date | undefined;

  for await (const article of articles) {
    const slug = slugs.claim(article.locale, article.title);
    folder.write(articleFile(article, slug), articleText(article, slug));
    for (const tag of article.tags) if (!tags.has(tag.id)) tags.set(tag.id, tag);
    for (const place of [...article.places, ...(article.dateline ? [article.dateline] : [])]) places.add(place);
    byLocale.add(article.locale);
    byCategory.add(article.categories[0] ?? '');
    first ??= article.pubDate;
    last = article.pubDate;
    articleCount += 1;
    onArticle(articleCount);
  }

  for (const { id, ...fields } of [...tags.values()].sort((a, b) => compareText(a.id, b.id))) {
    folder.write(`tags/${id}.yaml`, yaml(fields));
  }
  for (const id of [...places].sort(compareText)) {
    const fields = placeFields(id);
    if (!fields) throw new Error(`an article names the place “${id}”, which no table has`);
    const aliases = fields.aliases.length > 0 ? fields.aliases : undefined;
    folder.write(`places/${id}.yaml`, yaml({ ...fields, aliases }));
  }
  for (const [index, [id, { desk: _, ...fields }]] of Object.entries(CATEGORIES).entries()) {
    folder.write(`categories/${id}.yaml`, yaml({ ...fields, order: (index + 1) * 10 }));
  }
  for (const [id, { name, ...fields }] of Object.entries(desks)) {
    folder.write(`authors/${id}.yaml`, yaml({ name, kind: 'desk', ...fields }));
  }
  for (const page of ['en/about.md', 'es/acerca-de.md']) {
    folder.write(`pages/${page}`, dataFile(`pages/${page}`).replace('{updated}', isoInstant(updated)));
  }
  return { articleCount, byLocale, byCategory, first, last, tagCount: tags.size, placeCount: places.size };
}

/** `articles/en/2026/cocoa-review.md`, by the year of the site's clock. */
function articleFile({ locale, pubDate, fileName }: DatedArticle, slug: string): string {
  return `articles/${locale}/${isoInstant(pubDate).slice(0, 4)}/${fileName ?? slug}.md`;
}

function articleText(article: DatedArticle, slug: string): string {
  const fields: FrontMatter = {
    title: article.title,
    description: article.description,
    pubDate: article.pubDate,
    authors: [...article.authors],
    categories: [...article.categories],
    ...(article.tags.length > 0 && { tags: article.tags.map(({ id }) => id) }),
    ...(article.dateline && { dateline: article.dateline }),
    ...(article.places.length > 0 && { places: [...article.places] }),
    ...(article.fileName && { slug }),
    ...article.extras?.(article.pubDate),
  };
  return `---\n${yaml(fields)}---\n\n${article.body}\n`;
}

function yaml(fields: object): string {
  return yamlText(fields as Readonly<Record<string, YamlValue>>, isoInstant);
}

/** The most characters of an article's slug, its number included. */
const LONGEST_SLUG = 70;

/** Hands out slugs, each once in a language: the second article of a title gets `-2`, the third `-3`. */
export class Slugs {
  readonly #taken = new Set<string>();
  readonly #nextNumber = new Map<string, number>();

  claim(locale: Locale, title: string): string {
    const base = usableSlug(title, 'story', LONGEST_SLUG) || 'story';
    for (let number = this.#nextNumber.get(`${locale} ${base}`) ?? 1; ; number += 1) {
      const ending = number === 1 ? '' : `-${number}`;
      const slug = `${slugify(base, LONGEST_SLUG - ending.length)}${ending}`;
      if (this.#taken.has(`${locale} ${slug}`)) continue;
      this.#taken.add(`${locale} ${slug}`);
      this.#nextNumber.set(`${locale} ${base}`, number + 1);
      return slug;
    }
  }
}
