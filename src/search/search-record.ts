import { capitalised } from '#src/i18n/capitalised.ts';
import { isoInstant, typeset } from '#src/i18n/format.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import { placesOf, type Edition } from '#src/newsroom/edition.ts';
import { EVENT_STATES, formatDay, repeatWords } from '#src/i18n/event-words.ts';
import type { EventStatus } from '#src/schemas/event.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Article, Event } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { articleUrl, eventUrl } from '#src/urls.ts';
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
  event?: SearchedEvent;
}

/** What only an event has. */
interface SearchedEvent {
  /** The first day, in words: its next dates would change the index by themselves. */
  day: string;
  /** Of a series: “every Friday, until 27 March 2027”. */
  repeats?: string;
  status: EventStatus;
  kinds: readonly string[];
}

/** The names that readers see for ids in {@link SearchedFields}. */
export interface SearchedNames {
  categories: ReadonlyMap<string, string>;
  authors: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
  kinds: ReadonlyMap<string, string>;
  /** With all names of each place, in both languages: PDC finds Playa del Carmen. */
  places: ReadonlyMap<string, { name: string; names: readonly string[] }>;
}

/** Cheap enough to call for a whole archive at each build. */
export function searchedFields(text: Article | Event): SearchedFields {
  const { slug, title, description, bodyDigest } = text;
  const pubDate = searchedDate(text);
  if (isEvent(text)) {
    const { locale, start, repeats, status, kinds } = text;
    const day = start.slice(0, 10);
    const event = {
      day: formatDay(locale, day, 'weekday'),
      ...(repeats && { repeats: repeatWords(locale, repeats, day) }),
      status,
      kinds,
    };
    return {
      slug,
      title,
      description,
      pubDate,
      bodyDigest,
      categories: [],
      authors: [],
      tags: [],
      places: [text.place],
      event,
    };
  }
  const article = text;
  const { categories, authors, tags } = article;
  return { slug, title, description, pubDate, bodyDigest, categories, authors, tags, places: placesOf(article) };
}

/** Whether a text is an event. */
export function isEvent(text: Article | Event): text is Event {
  return 'start' in text;
}

/** The date by which a text is sorted: when it was published, or when the event is. */
export function searchedDate(text: Article | Event): Date {
  return text.pubDate ?? new Date(`${isEvent(text) ? text.start.slice(0, 10) : ''}T12:00:00Z`);
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
    kinds: named(
      ({ event }) => event?.kinds ?? [],
      (id) => edition.events.kind.get(id)?.title[locale] ?? id,
    ),
    places: named(
      ({ places }) => places,
      (id) => {
        const place = edition.place.get(id);
        return {
          name: place?.name[locale] ?? id,
          names: place ? [...Object.values(place.name), ...place.aliases] : [],
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
  const { event } = fields;
  const t = translator(locale);
  const categories = event ? [t('events')] : named(fields.categories, names.categories);
  const state = event && EVENT_STATES[event.status];
  const places = fields.places.map((id) => names.places.get(id) ?? { name: id, names: [] });
  return {
    url: (event ? eventUrl : articleUrl)({ locale, slug: fields.slug }),
    language: locale,
    title: typeset(fields.title),
    standfirst: asSentences(
      typeset(event?.repeats ? `${capitalised(event.repeats)}.\n${fields.description}` : fields.description),
    ),
    date: isoInstant(fields.pubDate),
    section: categories[0] ?? '',
    names: [
      ...places.map((place) => [...new Set([place.name, ...place.names])]),
      ...[
        ...named(fields.tags, names.tags),
        ...named(event?.kinds ?? [], names.kinds),
        ...categories,
        ...named(fields.authors, names.authors),
        // A result of a series says its next date, and the text how it repeats.
        ...(event && !event.repeats ? [event.day] : []),
      ].map((name) => [name]),
    ],
    facets: { section: event ? [] : categories, place: places.map(({ name }) => name) },
    ...(event && { event: state ? { state: t(state) } : {} }),
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
