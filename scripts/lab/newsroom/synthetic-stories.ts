import type { Locale } from '#src/schemas/locale.ts';
import { placeFields } from './gazetteer.ts';
import { COUNTRIES } from './places-table.ts';
import { seeded, type Random } from '../random.ts';
import { SECTIONS, type SectionId } from './sections.ts';
import type { FrontMatter, NamedTag, StoryDraft } from './story-draft.ts';
import { syntheticBody, syntheticSentence } from './synthetic-body.ts';
import { VOCABULARIES, type SentenceParts } from './synthetic-vocabulary.ts';
import { TOPICS } from './topics-table.ts';

const HOUR_MS = 3_600_000;
const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];
const COUNTRY_IDS = [...COUNTRIES.keys()];
const CITY_IDS = [
  'london',
  'tokyo',
  'mexico-city',
  'bogota',
  'nairobi',
  'hamburg',
  'lima',
  'chicago',
  'osaka',
  'santiago',
];

/** Tags of stories in no section of their own, with slugs in both languages. */
const GENERAL_TAGS: readonly NamedTag[] = [
  { id: 'libraries', title: { en: 'Libraries', es: 'Bibliotecas' }, slug: { en: 'libraries', es: 'bibliotecas' } },
  {
    id: 'night-trains',
    title: { en: 'Night trains', es: 'Trenes nocturnos' },
    slug: { en: 'night-trains', es: 'trenes-nocturnos' },
  },
];

/**
 * Invented stories, every third in Spanish. Each field of a story's front matter is used by a few of any two hundred.
 * @param seed the same seed and number make the same story, however many there are
 * @param now no story is corrected, updated or withdrawn later
 */
export async function* syntheticStories(count: number, seed: string, now: Date): AsyncGenerator<StoryDraft> {
  for (let index = 0; index < count; index += 1) yield syntheticStory(index, seed, now);
}

function syntheticStory(index: number, seed: string, now: Date): StoryDraft {
  const locale: Locale = index % 3 === 2 ? 'es' : 'en';
  const pair = pairOf(index);
  // The same choices in both languages make a story and its translation.
  const random = seeded(`${seed}/${pair ?? index}`);
  const section = random.pick(SECTION_IDS);
  const places = [
    ...new Set([random.pick(COUNTRY_IDS), ...(random.whole(1, 3) === 1 ? [random.pick(COUNTRY_IDS)] : [])]),
  ];
  const words = VOCABULARIES[locale];
  const constant = constantParts(locale, section, places, random);
  const parts = (): SentenceParts => ({
    ...constant,
    percent: `${random.whole(1, 12)}.${random.whole(1, 9)}`,
    amount: String(random.whole(2, 900)),
  });
  const opening = syntheticSentence(locale, random.pick(words.openings)(parts()));
  return {
    locale,
    timeOfDayMs: random.whole(6 * 60, 22 * 60) * 60_000,
    title: syntheticSentence(locale, random.pick(words.titles)(parts())),
    description: opening,
    body: syntheticBody(locale, opening, parts, random),
    authors: [
      SECTIONS[section].desk,
      ...(isEvery(17, index) && SECTIONS[section].desk !== 'news-desk' ? ['news-desk'] : []),
    ],
    categories: [section, ...(isEvery(13, index) && section !== 'general' ? ['general'] : [])],
    tags: tagsOf(section, random),
    dateline: isEvery(2, index) ? random.pick(CITY_IDS) : undefined,
    places,
    extras: (pubDate) => extrasOf(index, locale, pubDate, now),
    fileName: isEvery(37, index) ? `filed-${index}` : undefined,
  };
}

/** What a whole story is about; figures change from sentence to sentence. */
function constantParts(locale: Locale, section: SectionId, places: readonly string[], random: Random) {
  const words = VOCABULARIES[locale];
  return {
    subject: random.pick(words.subjects[section]),
    place: placeFields(random.pick(places))?.name[locale] ?? '',
    speaker: random.pick(words.speakers),
    cause: random.pick(words.causes),
  };
}

function tagsOf(section: SectionId, random: Random): NamedTag[] {
  if (section === 'general') return [random.pick(GENERAL_TAGS)];
  const topics = [...TOPICS].filter(([, [topicSection]]) => topicSection === section);
  const chosen = new Map(Array.from({ length: random.whole(1, 3) }, () => random.pick(topics)));
  return [...chosen].map(([id, [, en, es]]) => ({ id, title: { en, es } }));
}

/** What only some stories have, by their number, so that every kind is sure to be there. */
function extrasOf(index: number, locale: Locale, pubDate: Date, now: Date): Partial<FrontMatter> {
  const words = VOCABULARIES[locale];
  const after = (hours: number) => pubDate.getTime() + hours * HOUR_MS;
  /** What has happened to a story has happened by now. */
  const later = (hours: number) => new Date(Math.min(after(hours), now.getTime()));
  const kinds = ['correction', 'clarification', 'update', 'retraction'] as const;
  return {
    ...(isEvery(19, index) && { updatedDate: later(5) }),
    ...(isEvery(23, index) && {
      updatedDate: later(30),
      corrections: [
        { date: later(30), kind: kinds[Math.floor(index / 23) % kinds.length] ?? 'correction', text: words.correction },
      ],
    }),
    ...(isEvery(29, index) && { featured: isEvery(2, Math.floor(index / 29)) ? 'lead' : 'top' }),
    ...(isEvery(31, index) && { sources: [{ title: words.source, url: 'https://statistics.example/bulletin/' }] }),
    ...(isEvery(41, index) && { aliases: [`/old/${index}.html`] }),
    ...(isEvery(43, index) && { sponsor: { name: words.sponsor, url: 'https://freight.example/' } }),
    ...(isEvery(47, index) && { expiryDate: new Date(after(24 * 30)) }),
    ...(isEvery(53, index) && { draft: true }),
    ...(isEvery(59, index) && { withdrawn: { date: later(48), reason: words.withdrawal } }),
    translationKey: pairOf(index),
  };
}

/** The key of a story and its translation, which is the one after it: two stories in twelve. */
function pairOf(index: number): string | undefined {
  return index % 12 === 1 || index % 12 === 2 ? `pair-${Math.floor(index / 12)}` : undefined;
}

/** True for one number in `period`, never the first. */
function isEvery(period: number, index: number): boolean {
  return index % period === period - 1;
}
