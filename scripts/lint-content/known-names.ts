import { withoutAccents } from '#src/schemas/plain-letters.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { tagSlips } from '#src/rules/newsroom/tag-slips.ts';
import { placeOfFile } from '#src/reading/place-of-file.ts';
import { SLUG_PATTERN } from '#src/schemas/shared-fields.ts';
import type { NameFinder } from './fix-front-matter.ts';

/** What an article may name, and which of its words can only mean one of them. */
export class KnownNames {
  readonly #names: Readonly<Record<string, ReadonlySet<string>>>;
  readonly #slips: ReadonlyMap<string, string>;
  readonly #addresses: ReadonlySet<string>;

  constructor(newsroom: Newsroom) {
    const ids = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id));
    const { articles, pages } = newsroom;
    const places = ids(newsroom.places);
    this.#names = {
      authors: ids(newsroom.authors),
      categories: ids(newsroom.categories),
      places,
      dateline: places,
      tags: new Set([...ids(newsroom.tags), ...articles.flatMap(({ tags }) => tags)]),
      translationKey: new Set([...articles, ...pages].flatMap(({ translationKey }) => translationKey ?? [])),
    };
    this.#slips = new Map(tagSlips(newsroom).flatMap(({ tag, meant, isCertain }) => (isCertain ? [[tag, meant]] : [])));
    this.#addresses = new Set([...articles, ...pages].map(addressKey));
  }

  /** Whether any of these tags is certainly a misspelling. */
  hasSlip(tags: readonly string[]): boolean {
    return tags.some((tag) => this.#slips.has(tag));
  }

  /** Finds names for the fields of one file. */
  finderFor(file: string): NameFinder {
    const { collection, locale } = placeOfFile(file);
    return (field, written) => {
      const known = this.#names[field];
      const folded = slugFrom(written);
      if (folded === undefined || collection !== 'articles') return undefined;
      if (field === 'tags' && this.#slips.has(written)) return this.#slips.get(written);
      if (field === 'slug') {
        const isTaken = locale && this.#addresses.has(addressKey({ collection, locale, slug: folded }));
        return isTaken ? undefined : folded;
      }
      return known && !known.has(written) && known.has(folded) ? folded : undefined;
    };
  }
}

function addressKey(
  text: { locale: string; slug: string; collection?: string } | { locale: string; slug: string; file: string },
) {
  const kind = 'file' in text ? text.file.split('/', 1)[0] : text.collection;
  return `${kind} ${text.locale} ${text.slug}`;
}

/** A slug from words that differ from it in case, accents and spaces alone; undefined if there is none. */
export function slugFrom(written: string): string | undefined {
  const slug = withoutAccents(written)
    .toLowerCase()
    .trim()
    .replace(/[\s_-]+/g, '-');
  return SLUG_PATTERN.test(slug) && slug.length <= 80 ? slug : undefined;
}
