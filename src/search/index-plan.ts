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

/**
 * What readers can narrow a search by: the name in the address and index → the story's values, as readers read them.
 */
const FACETS = {
  section: (edition, article) => article.categories.map((id) => edition.category.get(id)?.title[edition.locale] ?? id),
  place: (edition, article) => placesOf(article).map((id) => edition.place.get(id)?.name[edition.locale] ?? id),
  year: (_, article) => [isoInstant(article.pubDate).slice(0, 4)],
} satisfies Record<string, (edition: Edition, article: Article) => string[]>;

/** All of a story's search record that is known before its body is read and rendered. */
export interface SearchFacts extends Omit<SearchRecord, 'content'> {
  /** The sentences before the body's. */
  standfirst: string;
}

/**
 * A story's search record, from the same edition as its page: what readers cannot see cannot be found. It is made of
 * {@link searchFacts}, the body and nothing else, so that whoever knows that both are unchanged need not make it again.
 * @param markdown the story's body
 */
export function searchRecord(edition: Edition, article: Article, markdown: string): SearchRecord {
  const { standfirst, ...facts } = searchFacts(edition, article);
  const body = asSentences(plainText(renderBody(markdown, { locale: facts.language })));
  return { ...facts, content: `${standfirst} ${body}` };
}

/** What a story's search record is made of beside its body; cheap enough to be asked of a whole archive. */
export function searchFacts(edition: Edition, article: Article): SearchFacts {
  const { locale } = edition;
  const places = placesOf(article).flatMap((id) => edition.place.get(id) ?? []);
  const [section = ''] = FACETS.section(edition, article);
  return {
    url: articleUrl(article),
    language: locale,
    standfirst: asSentences(typeset(article.description)),
    meta: {
      title: typeset(article.title),
      section,
      date: isoInstant(article.pubDate),
      authors: article.authors.map((id) => edition.author.get(id)?.name[locale] ?? id).join(', '),
      topics: article.tags.map((id) => edition.tag.get(id)?.title[locale] ?? id).join(', '),
      // Other names of its places, in both languages: “PDC” finds what happened in Playa del Carmen.
      places: places.flatMap((place) => [place.name.en, place.name.es, ...place.aliases]).join(', '),
    },
    filters: {
      section: FACETS.section(edition, article),
      place: FACETS.place(edition, article),
      year: FACETS.year(edition, article),
    },
    // Pagefind sorts numbers as numbers; a story without the key would vanish from a list sorted by it.
    sort: { date: String(Math.floor(article.pubDate.getTime() / 60_000)) },
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
