import type { Locale } from '#src/schemas/locale.ts';
import { usableSlug } from '#src/writing/slugify.ts';
import { seeded } from '../random.ts';
import type { ArticleDraft, NamedTag } from './article-draft.ts';
import { cleanText, oneLine } from '#src/writing/clean-text.ts';
import { parseDateline, placeOfDateline } from './gazetteer.ts';
import { bodyText } from './markdown-text.ts';
import { openingSentences, shorten } from './opening-sentences.ts';
import type { WireArticle } from './read-wire.ts';
import { sentenceCase } from './sentence-case.ts';
import { CATEGORIES, COUNTRIES, EXCHANGES, ORGANISATIONS, TOPICS } from './tables.ts';

const DAY_MS = 86_400_000;
const LONGEST_TITLE = 140;
const LONGEST_DESCRIPTION = 320;
/** A description reads best at about this many characters. */
const DESCRIPTION_AIM = 200;
/** A title made from an article's first words. */
const LONGEST_MADE_TITLE = 70;
const LONGEST_TAG_ID = 80;
const LONGEST_TAG_TITLE = 60;

/** Used if the wire has no title or no text. */
const PLACEHOLDERS: Readonly<Record<Locale, { title: string; body: string }>> = {
  en: { title: 'Untitled story', body: 'The wire carried only a headline for this story.' },
  es: { title: 'Nota sin título', body: 'El cable trajo solo el título de esta nota.' },
};

/** The wire's last word, in the forms in which it signs off; removed from the end of an article only. */
const SIGN_OFF = /(?:^|\s+)(?:REUTERS?|[Rr]euter)(?:\.{3})?$/;

/** What became of a code or a dateline of the wire; `to` is for a person to read, undefined if nothing could be made of it. */
export interface Mapping {
  from: string;
  to: string | undefined;
}

/** What is mapped one by one. */
export type MappedKind = 'topics' | 'places' | 'people' | 'organisations' | 'exchanges' | 'datelines';

/** Everything about one article's mapping that the summary has to report. */
export interface Remarks {
  mappings: Readonly<Record<MappedKind, readonly Mapping[]>>;
  hasTitle: boolean;
  hasText: boolean;
  isTitleShortened: boolean;
  /** Control characters removed from title and text. */
  removedCharacters: number;
  hadSignOff: boolean;
}

/**
 * Makes a draft from an article of the wire.
 * @param datelinePlaces ids of the places that a dateline may become
 * @param seed decides the hour of an article without a date
 */
export function mapArticle(
  article: WireArticle,
  datelinePlaces: ReadonlySet<string>,
  seed: string,
): { draft: ArticleDraft; remarks: Remarks } {
  const { paragraphs, ...removals } = cleanParagraphs(article.paragraphs);
  const lines = paragraphs.map(oneLine).filter(Boolean);
  const title = cleanText(article.title);
  const casedTitle = sentenceCase(oneLine(title.text), lines);
  const category = TOPICS.get(article.topics[0] ?? '')?.category || 'general';
  const tags = {
    topics: article.topics.map((code) => tagOf(code, TOPICS.get(code))),
    people: article.people.map((code) => tagOf(code)),
    organisations: article.orgs.map((code) => tagOf(code, ORGANISATIONS.get(code))),
    exchanges: article.exchanges.map((code) => tagOf(code, EXCHANGES.get(code))),
  };
  const allTags = Object.values(tags).flatMap((coded) => coded.flatMap(({ tag }) => tag ?? []));
  const places = article.places.map((from) => ({ from, to: COUNTRIES.has(from) ? from : undefined }));
  const datelines = datelineMapping(article.dateline, datelinePlaces);
  const placeholder = PLACEHOLDERS[article.locale];
  const mappingsOf = (coded: typeof tags.topics) => coded.map(({ from, tag }) => ({ from, to: tag?.title.en }));
  return {
    draft: {
      locale: article.locale,
      timeOfDayMs: timeOfDay(article, seed),
      title: shorten(casedTitle, LONGEST_TITLE) || shorten(lines[0] ?? '', LONGEST_MADE_TITLE) || placeholder.title,
      description: openingSentences(lines, DESCRIPTION_AIM, LONGEST_DESCRIPTION) || placeholder.body,
      body: bodyText(paragraphs) || placeholder.body,
      authors: [CATEGORIES[category].desk],
      categories: [category],
      tags: [...new Map(allTags.map((tag) => [tag.id, tag])).values()],
      dateline: datelines[0]?.to,
      places: [...new Set(places.flatMap(({ to }) => to ?? []))],
    },
    remarks: {
      mappings: {
        topics: mappingsOf(tags.topics),
        people: mappingsOf(tags.people),
        organisations: mappingsOf(tags.organisations),
        exchanges: mappingsOf(tags.exchanges),
        places,
        datelines,
      },
      hasTitle: casedTitle !== '',
      hasText: lines.length > 0,
      isTitleShortened: casedTitle.length > LONGEST_TITLE,
      removedCharacters: title.removed + removals.removedCharacters,
      hadSignOff: removals.hadSignOff,
    },
  };
}

function cleanParagraphs(raw: readonly string[]) {
  const cleaned = raw.map(cleanText);
  const paragraphs = cleaned.map(({ text }) => text.trimEnd());
  const last = paragraphs.pop();
  const signedOff = last?.replace(SIGN_OFF, '');
  return {
    paragraphs: signedOff === undefined ? paragraphs : [...paragraphs, signedOff],
    removedCharacters: cleaned.reduce((sum, { removed }) => sum + removed, 0),
    hadSignOff: signedOff !== last,
  };
}

/** The tag of a code, titled from the code itself (`james-baker` → `James Baker`) unless a table knows its titles. */
function tagOf(from: string, known?: { en: string; es: string }): { from: string; tag: NamedTag | undefined } {
  const id = usableSlug(from, 'tag', LONGEST_TAG_ID);
  // A code may hold no letter or digit to name a tag with.
  if (id === '') return { from, tag: undefined };
  const words = id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const made = shorten(words.join(' '), LONGEST_TAG_TITLE);
  return { from, tag: { id, title: known ? { en: known.en, es: known.es } : { en: made, es: made } } };
}

function datelineMapping(dateline: string, places: ReadonlySet<string>): Mapping[] {
  const line = oneLine(cleanText(dateline).text);
  if (line === '') return [];
  const { city, region } = parseDateline(line);
  const from = [city, region].filter(Boolean).join(', ') || line;
  const place = placeOfDateline(line);
  return [{ from, to: place !== undefined && places.has(place) ? place : undefined }];
}

/** The article's own hour, as if the wire's clock were the site's; without a date, one that depends on its id alone. */
function timeOfDay({ date, id, title }: WireArticle, seed: string): number {
  return date ? Date.parse(date) % DAY_MS : seeded(`${seed}/${id ?? title}`).whole(6 * 3600, 21 * 3600) * 1000;
}
