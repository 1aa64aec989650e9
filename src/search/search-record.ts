import { isoInstant, typeset } from '#src/i18n/format.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import { placesOf, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';

/** A story as the search index holds it, in the form of Pagefind's `addCustomRecord`. */
export interface SearchRecord {
  url: string;
  language: Locale;
  /** The words that are searched and from which excerpts are cut. */
  content: string;
  /** Searched as well, and returned with a hit. */
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** All of a story's search record that is known before its body is read and rendered. */
export interface SearchFacts extends Omit<SearchRecord, 'content'> {
  /** The sentences before the body's. */
  standfirst: string;
}

/**
 * A story's search record, from the same edition as its page: what readers cannot see cannot be found. It is made of
 * {@link searchedFields}, {@link searchedNames}, the body and nothing else, so that whoever knows that these are unchanged
 * need not make it again.
 * @param markdown the story's body
 */
export function searchRecord(edition: Edition, article: Article, markdown: string): SearchRecord {
  const { standfirst, ...facts } = searchFacts(edition, article);
  const body = asSentences(plainText(renderBody(markdown, { locale: facts.language })));
  return { ...facts, content: `${standfirst} ${body}` };
}

/** What of a story is searched beside its body, as its file has it: what it names, by id. */
export interface SearchedFields {
  slug: string;
  title: string;
  description: string;
  pubDate: Date;
  bodyDigest: string;
  sections: readonly string[];
  authors: readonly string[];
  topics: readonly string[];
  places: readonly string[];
}

/** How readers of an edition read what stories name, by id. */
export interface SearchedNames {
  sections: ReadonlyMap<string, string>;
  authors: ReadonlyMap<string, string>;
  topics: ReadonlyMap<string, string>;
  /** With the other names of each, in both languages: “PDC” finds what happened in Playa del Carmen. */
  places: ReadonlyMap<string, { name: string; names: readonly string[] }>;
}

/** Gathers what of a story is searched; cheap enough to be asked of a whole archive at each build. */
export function searchedFields(article: Article): SearchedFields {
  const { slug, title, description, pubDate, bodyDigest, categories, authors, tags } = article;
  return {
    slug,
    title,
    description,
    pubDate,
    bodyDigest,
    sections: categories,
    authors,
    topics: tags,
    places: placesOf(article),
  };
}

/** Looks up what some stories name, each once. */
export function searchedNames(edition: Edition, stories: readonly SearchedFields[]): SearchedNames {
  const { locale } = edition;
  const named = <Name>(idsOf: (story: SearchedFields) => readonly string[], nameOf: (id: string) => Name) =>
    new Map([...new Set(stories.flatMap(idsOf))].map((id) => [id, nameOf(id)]));
  return {
    sections: named(
      ({ sections }) => sections,
      (id) => edition.category.get(id)?.title[locale] ?? id,
    ),
    authors: named(
      ({ authors }) => authors,
      (id) => edition.author.get(id)?.name[locale] ?? id,
    ),
    topics: named(
      ({ topics }) => topics,
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

/** What stands in a story's search record beside its text. */
export function searchFacts(edition: Edition, article: Article): SearchFacts {
  const { locale } = edition;
  const fields = searchedFields(article);
  const names = searchedNames(edition, [fields]);

  const sections = [...names.sections.values()];
  const places = [...names.places.values()];
  const date = isoInstant(fields.pubDate);
  return {
    url: articleUrl({ locale, slug: fields.slug }),
    language: locale,
    standfirst: asSentences(typeset(fields.description)),
    meta: {
      title: typeset(fields.title),
      section: sections[0] ?? '',
      date,
      authors: [...names.authors.values()].join(', '),
      topics: [...names.topics.values()].join(', '),
      places: places.flatMap((place) => place.names).join(', '),
    },
    // What readers can narrow a search by: the name in the address and index → the values, as readers read them.
    filters: { section: sections, place: places.map(({ name }) => name), year: [date.slice(0, 4)] },
    // Pagefind sorts numbers as numbers; a story without the key would vanish from a list sorted by it.
    sort: { date: String(Math.floor(fields.pubDate.getTime() / 60_000)) },
  };
}

/** Headings, list items and cells end like sentences, or an excerpt would run them into the text that follows. */
function asSentences(text: string): string {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => (/[.!?:;…”’»)]$/.test(line) ? line : `${line}.`))
    .join(' ');
}
