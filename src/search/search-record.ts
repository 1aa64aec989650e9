import { isoInstant, typeset } from '#src/i18n/format.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import { placesOf, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';

/** An article as the search index holds it, in the form of Pagefind's `addCustomRecord`. */
interface SearchRecord {
  url: string;
  language: Locale;
  /** The text that is searched and excerpted. */
  content: string;
  /** Searched too, and returned with a hit. */
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** The part of an article's search record that does not need its body. */
interface SearchFacts extends Omit<SearchRecord, 'content'> {
  /** Comes before the body in `content`. */
  standfirst: string;
}

/**
 * An article's search record, from the same edition as its page: what readers cannot see cannot be found. It is made only
 * of {@link searchedFields}, {@link searchedNames} and the body, so it need not be made again while these are unchanged.
 * @param markdown the article's body
 */
export function searchRecord(edition: Edition, article: Article, markdown: string): SearchRecord {
  const { standfirst, ...facts } = searchFacts(edition, article);
  const body = asSentences(plainText(renderBody(markdown, { locale: facts.language })));
  return { ...facts, content: `${standfirst} ${body}` };
}

/** The fields of an article that are searched besides its body. Categories, authors, tags and places are ids. */
export interface SearchedFields {
  slug: string;
  title: string;
  description: string;
  pubDate: Date;
  bodyDigest: string;
  categories: readonly string[];
  authors: readonly string[];
  tags: readonly string[];
  places: readonly string[];
}

/** The names that readers see for ids in {@link SearchedFields}. */
interface SearchedNames {
  categories: ReadonlyMap<string, string>;
  authors: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
  /** With all names of each place, in both languages: “PDC” finds Playa del Carmen. */
  places: ReadonlyMap<string, { name: string; names: readonly string[] }>;
}

/** Cheap enough to call for a whole archive at each build. */
export function searchedFields(article: Article): SearchedFields {
  const { slug, title, description, pubDate, bodyDigest, categories, authors, tags } = article;
  return { slug, title, description, pubDate, bodyDigest, categories, authors, tags, places: placesOf(article) };
}

/** Looks up the names of everything that some articles refer to, each once. */
export function searchedNames(edition: Edition, articles: readonly SearchedFields[]): SearchedNames {
  const { locale } = edition;
  const named = <Name>(idsOf: (article: SearchedFields) => readonly string[], nameOf: (id: string) => Name) =>
    new Map([...new Set(articles.flatMap(idsOf))].map((id) => [id, nameOf(id)]));
  return {
    categories: named(
      ({ categories }) => categories,
      (id) => edition.category.get(id)?.title[locale] ?? id,
    ),
    authors: named(
      ({ authors }) => authors,
      (id) => edition.author.get(id)?.name[locale] ?? id,
    ),
    tags: named(
      ({ tags }) => tags,
      (id) => edition.tag.get(id)?.title[locale] ?? id,
    ),
    places: named(
      ({ places }) => places,
      (id) => {
        const place = edition.place.get(id);
        return {
          name: place?.name[locale] ?? id,
          names: place ? [place.name.en, place.name.es, ...place.aliases] : [],
        };
      },
    ),
  };
}

/** An article's search record without the body's text. */
export function searchFacts(edition: Edition, article: Article): SearchFacts {
  const { locale } = edition;
  const fields = searchedFields(article);
  const names = searchedNames(edition, [fields]);

  const categories = [...names.categories.values()];
  const places = [...names.places.values()];
  const date = isoInstant(fields.pubDate);
  return {
    url: articleUrl({ locale, slug: fields.slug }),
    language: locale,
    standfirst: asSentences(typeset(fields.description)),
    meta: {
      title: typeset(fields.title),
      section: categories[0] ?? '',
      date,
      authors: [...names.authors.values()].join(', '),
      topics: [...names.tags.values()].join(', '),
      places: places.flatMap((place) => place.names).join(', '),
    },
    // The facets. Their names and values are part of shared addresses (`?section=Food`), so they are readers' words.
    filters: { section: categories, place: places.map(({ name }) => name), year: [date.slice(0, 4)] },
    // Pagefind sorts numeric values as numbers, and drops records without the key from results sorted by it.
    sort: { date: String(Math.floor(fields.pubDate.getTime() / 60_000)) },
  };
}

/** Ends headings, list items and table cells like sentences, so that excerpts do not run them into the next text. */
function asSentences(text: string): string {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => (/[.!?:;…”’»)]$/.test(line) ? line : `${line}.`))
    .join(' ');
}
