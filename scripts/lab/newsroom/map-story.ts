import type { Locale } from '#src/schemas/locale.ts';
import { bodyText } from './body-text.ts';
import { cleanText, oneLine } from './clean-text.ts';
import { parseDateline } from './datelines.ts';
import { isCountry, placeOfDateline } from './gazetteer.ts';
import { mapTags, type MappedTag, type TagKind } from './map-tags.ts';
import { openingSentences } from './opening-sentences.ts';
import { seeded } from '../random.ts';
import type { WireStory } from './read-wire.ts';
import { SECTIONS, type SectionId } from './sections.ts';
import { sentenceCase } from './sentence-case.ts';
import { shorten } from './shorten.ts';
import type { NamedTag, StoryDraft } from './story-draft.ts';
import { TOPICS } from './topics-table.ts';

const DAY_MS = 86_400_000;
const LONGEST_TITLE = 140;
const LONGEST_DESCRIPTION = 320;
/** A description reads best at about this many characters. */
const DESCRIPTION_AIM = 200;
/** A title made from a story's first words. */
const LONGEST_STAND_IN_TITLE = 70;

/** What stands where the wire has nothing. */
const STAND_INS: Readonly<Record<Locale, { title: string; body: string }>> = {
  en: { title: 'Untitled story', body: 'The wire carried only a headline for this story.' },
  es: { title: 'Nota sin título', body: 'El cable trajo solo el título de esta nota.' },
};

/** The wire's last word, in the forms in which it signs off; taken from the end of a story only. */
const SIGN_OFF = /(?:^|\s+)(?:REUTERS?|[Rr]euter)(?:\.{3})?$/;

/** What a word of the wire became. */
export interface Mapping {
  /** As the wire writes it. */
  from: string;
  /** Where it led, for a person to read; undefined where nothing could be made of it. */
  to: string | undefined;
}

/** Kinds of words that are mapped one by one. */
export type MappedKind = TagKind | 'places' | 'datelines';

/** Everything about one story's mapping that a summary has to own up to. */
export interface Remarks {
  mappings: Readonly<Record<MappedKind, readonly Mapping[]>>;
  hasTitle: boolean;
  hasText: boolean;
  isTitleShortened: boolean;
  /** Control characters removed from title and text. */
  removedCharacters: number;
  /** Whether the wire's sign-off was taken from the end. */
  hadSignOff: boolean;
}

/**
 * Makes a story of the newsroom from a story of the wire.
 * @param datelinePlaces ids of the places that a dateline may become
 * @param seed decides the hour of a story without a date
 */
export function mapStory(
  story: WireStory,
  datelinePlaces: ReadonlySet<string>,
  seed: string,
): { draft: StoryDraft; remarks: Remarks } {
  const { paragraphs, ...removals } = cleanParagraphs(story.paragraphs);
  const lines = paragraphs.map(oneLine).filter(Boolean);
  const title = cleanText(story.title);
  const casedTitle = sentenceCase(oneLine(title.text), lines);
  const section = sectionOf(story.topics);
  const tags = mapTags(story);
  const places = story.places.map((from) => ({ from, to: isCountry(from) ? from : undefined }));
  const datelines = datelineMapping(story.dateline, datelinePlaces);
  const standIn = STAND_INS[story.locale];
  return {
    draft: {
      locale: story.locale,
      timeOfDayMs: timeOfDay(story, seed),
      title: shorten(casedTitle, LONGEST_TITLE) || titleFrom(lines) || standIn.title,
      description: openingSentences(lines, DESCRIPTION_AIM, LONGEST_DESCRIPTION) || standIn.body,
      body: bodyText(paragraphs) || standIn.body,
      authors: [SECTIONS[section].desk],
      categories: [section],
      tags: distinctTags(tags),
      dateline: datelines[0]?.to,
      places: [...new Set(places.flatMap(({ to }) => to ?? []))],
    },
    remarks: {
      mappings: { ...tagMappings(tags), places, datelines },
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

function titleFrom([firstLine = '']: readonly string[]): string {
  return shorten(firstLine, LONGEST_STAND_IN_TITLE);
}

function sectionOf([first = '']: readonly string[]): SectionId {
  return TOPICS.get(first)?.[0] ?? 'general';
}

function datelineMapping(dateline: string, places: ReadonlySet<string>): Mapping[] {
  const line = oneLine(cleanText(dateline).text);
  if (line === '') return [];
  const { city, region } = parseDateline(line);
  const from = [city, region].filter(Boolean).join(', ') || line;
  const place = placeOfDateline(line);
  return [{ from, to: place !== undefined && places.has(place) ? place : undefined }];
}

function distinctTags(tags: readonly MappedTag[]): NamedTag[] {
  return [...new Map(tags.flatMap(({ tag }) => (tag ? [[tag.id, tag] as const] : []))).values()];
}

function tagMappings(tags: readonly MappedTag[]): Record<TagKind, Mapping[]> {
  const of = (wanted: TagKind) =>
    tags.filter(({ kind }) => kind === wanted).map(({ from, tag }) => ({ from, to: tag?.title.en }));
  return { topics: of('topics'), people: of('people'), organisations: of('organisations'), exchanges: of('exchanges') };
}

/** The story's own hour, as if the wire's clock were the site's; without a date, one that depends on its id alone. */
function timeOfDay({ date, id, title }: WireStory, seed: string): number {
  return date ? Date.parse(date) % DAY_MS : seeded(`${seed}/${id ?? title}`).whole(6 * 3600, 21 * 3600) * 1000;
}
