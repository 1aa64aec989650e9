import { isoInstant, typeset } from '#src/i18n/format.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import { placesOf, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';
import type { IndexedArticle } from './index-format.ts';

/** An article as it is indexed. */
export interface SearchRecord extends IndexedArticle {
  /** How much of the text, in UTF-16 units, is the standfirst. */
  standfirst: number;
  /** The facets. Their values are part of shared addresses (`?section=Food`), so they are readers' words. */
  facets: { section: readonly string[]; place: readonly string[] };
}

/** The part of an article's search record that does not need its body. */
export interface SearchFacts extends Omit<SearchRecord, 'text' | 'standfirst'> {
  language: Locale;
  standfirst: string;
}

/**
 * The facts of an article with its text, which come from the same edition as its page: what readers cannot see cannot be
 * found.
 * @param markdown the article's body
 */
export function searchRecord({ standfirst, language, ...facts }: SearchFacts, markdown: string): SearchRecord {
  const body = asSentences(plainText(renderBody(markdown, { locale: language })));
  return { ...facts, standfirst: standfirst.length, text: `${standfirst} ${body}`.trim() };
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
export interface SearchedNames {
  categories: ReadonlyMap<string, string>;
  authors: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
  /** With all names of each place, in both languages: PDC finds Playa del Carmen. */
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

/**
 * What is indexed of an article besides its body: made only of its fields and the names in them, so it need not be made again
 * while these are unchanged.
 */
export function searchFacts(locale: Locale, fields: SearchedFields, names: SearchedNames): SearchFacts {
  const named = (ids: readonly string[], known: ReadonlyMap<string, string>) => ids.map((id) => known.get(id) ?? id);
  const categories = named(fields.categories, names.categories);
  const places = fields.places.map((id) => names.places.get(id) ?? { name: id, names: [] });
  return {
    url: articleUrl({ locale, slug: fields.slug }),
    language: locale,
    title: typeset(fields.title),
    standfirst: asSentences(typeset(fields.description)),
    date: isoInstant(fields.pubDate),
    section: categories[0] ?? '',
    names: [
      ...places.map((place) => [...new Set([place.name, ...place.names])]),
      ...[...named(fields.tags, names.tags), ...categories, ...named(fields.authors, names.authors)].map((name) => [
        name,
      ]),
    ],
    facets: { section: categories, place: places.map(({ name }) => name) },
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
