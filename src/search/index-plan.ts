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
 * {@link searchSources}, the body and nothing else, so that whoever knows that both are unchanged need not make it again.
 * @param markdown the story's body
 */
export function searchRecord(edition: Edition, article: Article, markdown: string): SearchRecord {
  const { standfirst, ...facts } = searchFacts(edition, article);
  const body = asSentences(plainText(renderBody(markdown, { locale: facts.language })));
  return { ...facts, content: `${standfirst} ${body}` };
}

/** What a story's search record is made of beside its body, as the newsroom has it. */
export interface SearchSources {
  slug: string;
  title: string;
  description: string;
  pubDate: Date;
  sections: readonly string[];
  authors: readonly string[];
  topics: readonly string[];
  /** Names as readers of this edition read them. */
  places: readonly string[];
  /** Other names of its places, in both languages: “PDC” finds what happened in Playa del Carmen. */
  placeNames: readonly string[];
}

/** Gathers what a story's search record is made of; cheap enough to be asked of a whole archive at each build. */
export function searchSources(edition: Edition, article: Article): SearchSources {
  const { locale } = edition;
  const { slug, title, description, pubDate } = article;
  const places = placesOf(article);
  return {
    slug,
    title,
    description,
    pubDate,
    sections: article.categories.map((id) => edition.category.get(id)?.title[locale] ?? id),
    authors: article.authors.map((id) => edition.author.get(id)?.name[locale] ?? id),
    topics: article.tags.map((id) => edition.tag.get(id)?.title[locale] ?? id),
    places: places.map((id) => edition.place.get(id)?.name[locale] ?? id),
    placeNames: places.flatMap((id) => {
      const place = edition.place.get(id);
      return place ? [place.name.en, place.name.es, ...place.aliases] : [];
    }),
  };
}

/** What stands in a story's search record beside its text. */
export function searchFacts(edition: Edition, article: Article): SearchFacts {
  const { locale } = edition;
  const { slug, title, description, pubDate, sections, authors, topics, places, placeNames } = searchSources(
    edition,
    article,
  );
  const date = isoInstant(pubDate);
  return {
    url: articleUrl({ locale, slug }),
    language: locale,
    standfirst: asSentences(typeset(description)),
    meta: {
      title: typeset(title),
      section: sections[0] ?? '',
      date,
      authors: authors.join(', '),
      topics: topics.join(', '),
      places: placeNames.join(', '),
    },
    // What readers can narrow a search by: the name in the address and index → the values, as readers read them.
    filters: { section: [...sections], place: [...places], year: [date.slice(0, 4)] },
    // Pagefind sorts numbers as numbers; a story without the key would vanish from a list sorted by it.
    sort: { date: String(Math.floor(pubDate.getTime() / 60_000)) },
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
