import type { Locale } from '#src/schemas/locale.ts';
import { seeded, type Random } from '../random.ts';
import type { ArticleDraft, FrontMatter, NamedTag } from './article-draft.ts';
import en from './data/vocabulary.en.json' with { type: 'json' };
import es from './data/vocabulary.es.json' with { type: 'json' };
import { placeFields } from './gazetteer.ts';
import { CATEGORIES, CATEGORY_IDS, COUNTRIES, TOPICS, type CategoryId } from './tables.ts';

/**
 * The words of both languages. They have as many of each kind, in the same order: the same choices made in both are
 * translations of each other. `{subject}` and the like are filled with {@link SentenceParts}.
 */
export const VOCABULARIES: Readonly<Record<Locale, typeof en>> = { en, es };

const HOUR_MS = 3_600_000;
const COUNTRY_IDS = [...COUNTRIES.keys()];
const CITY_IDS = 'london tokyo mexico-city bogota nairobi hamburg lima chicago osaka santiago'.split(' ');

/** Tags of articles in no category of their own. */
const GENERAL_TAGS: readonly NamedTag[] = [
  { id: 'libraries', title: { en: 'Libraries', es: 'Bibliotecas' }, slug: { en: 'libraries', es: 'bibliotecas' } },
  {
    id: 'night-trains',
    title: { en: 'Night trains', es: 'Trenes nocturnos' },
    slug: { en: 'night-trains', es: 'trenes-nocturnos' },
  },
];

/** What fills the templates; figures change from sentence to sentence. */
interface SentenceParts {
  /** A singular noun with its article, in lower case: “the wheat harvest”, “la cosecha de trigo”. */
  subject: string;
  place: string;
  /** Who says so: “the ministry”. */
  speaker: string;
  cause: string;
  percent: string;
  amount: string;
}

/**
 * Invented articles, every third in Spanish. Each field of the front matter is used by a few of any two hundred.
 * @param seed the same seed and number make the same article, however many there are
 * @param now no article is corrected, updated or withdrawn later
 */
export async function* syntheticArticles(count: number, seed: string, now: Date): AsyncGenerator<ArticleDraft> {
  for (let index = 0; index < count; index += 1) yield syntheticArticle(index, seed, now);
}

function syntheticArticle(index: number, seed: string, now: Date): ArticleDraft {
  const locale: Locale = index % 3 === 2 ? 'es' : 'en';
  const pair = pairOf(index);
  // The same choices in both languages make an article and its translation.
  const random = seeded(`${seed}/${pair ?? index}`);
  const category = random.pick(CATEGORY_IDS);
  const places = [
    ...new Set([random.pick(COUNTRY_IDS), ...(random.whole(1, 3) === 1 ? [random.pick(COUNTRY_IDS)] : [])]),
  ];
  const words = VOCABULARIES[locale];
  const constant = {
    subject: random.pick(words.subjects[category]),
    place: placeFields(random.pick(places))?.name[locale] ?? '',
    speaker: random.pick(words.speakers),
    cause: random.pick(words.causes),
  };
  const write = (template: string) =>
    sentence(locale, template, {
      ...constant,
      percent: `${random.whole(1, 12)}.${random.whole(1, 9)}`,
      amount: String(random.whole(2, 900)),
    });
  const opening = write(random.pick(words.openings));
  const { desk } = CATEGORIES[category];
  return {
    locale,
    timeOfDayMs: random.whole(6 * 60, 22 * 60) * 60_000,
    title: write(random.pick(words.titles)),
    description: opening,
    body: syntheticBody(words, opening, write, random),
    authors: [desk, ...(isEvery(17, index) && desk !== 'news-desk' ? ['news-desk'] : [])],
    categories: [category, ...(isEvery(13, index) && category !== 'general' ? ['general'] : [])],
    tags: tagsOf(category, random),
    dateline: isEvery(2, index) ? random.pick(CITY_IDS) : undefined,
    places,
    extras: (pubDate) => extrasOf(index, words, pubDate, now),
    fileName: isEvery(37, index) ? `filed-${index}` : undefined,
  };
}

/**
 * A template with its placeholders filled, and what joining words leaves wrong corrected: the first letter, and Spanish
 * articles that merge with “de” and “a”.
 */
export function sentence(locale: Locale, template: string, parts: SentenceParts): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name) => parts[name as keyof SentenceParts]);
  const text = locale === 'es' ? filled.replace(/\bde el\b/g, 'del').replace(/\ba el\b/g, 'al') : filled;
  const first = text.search(/\p{L}/u);
  return text.slice(0, first) + text.charAt(first).toUpperCase() + text.slice(first + 1);
}

/** The opening, a few paragraphs, and now and then a subheading, a list, a quotation, a table or a footnote. */
function syntheticBody(words: typeof en, opening: string, write: (template: string) => string, random: Random): string {
  let unused: string[] = [];
  const next = () => {
    // No sentence comes again before all have had their turn.
    if (unused.length === 0) unused = [...words.sentences];
    const template = random.pick(unused);
    unused = unused.filter((other) => other !== template);
    return write(template);
  };
  const paragraph = () => Array.from({ length: random.whole(2, 4) }, next).join(' ');
  const specials: readonly (() => string)[] = [
    () => `## ${random.pick(words.headings)}\n\n${paragraph()}`,
    () => Array.from({ length: random.whole(2, 4) }, () => `- ${next()}`).join('\n'),
    () => `> ${words.quotation}`,
    () => tableText(words.tableHeads, random),
    () => `${paragraph()}[^1]\n\n[^1]: ${words.footnote}`,
  ];
  const blocks = [opening, ...Array.from({ length: random.whole(2, 6) }, paragraph)];
  if (random.whole(1, 3) === 1) blocks.splice(random.whole(1, blocks.length), 0, random.pick(specials)());
  return blocks.join('\n\n');
}

function tableText(heads: readonly string[], random: Random): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = Array.from({ length: 4 }, (_, index) => [
    String(index + 1),
    String(random.whole(100, 9000)),
    `${random.whole(1, 9)}.${random.whole(0, 9)}`,
  ]);
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}

function tagsOf(category: CategoryId, random: Random): NamedTag[] {
  if (category === 'general') return [random.pick(GENERAL_TAGS)];
  const topics = [...TOPICS.values()].filter((topic) => topic.category === category);
  const chosen = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(topics)));
  return [...chosen].map(({ code, en, es }) => ({ id: code, title: { en, es } }));
}

/** What only some articles have, by their number, so that every kind is sure to be there. */
function extrasOf(index: number, words: typeof en, pubDate: Date, now: Date): Partial<FrontMatter> {
  const after = (hours: number) => pubDate.getTime() + hours * HOUR_MS;
  /** Nothing has happened to an article later than now. */
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

/** The key of an article and its translation, which is the one after it: two articles in twelve. */
function pairOf(index: number): string | undefined {
  return index % 12 === 1 || index % 12 === 2 ? `pair-${Math.floor(index / 12)}` : undefined;
}

/** True for one number in `period`, never the first. */
function isEvery(period: number, index: number): boolean {
  return index % period === period - 1;
}
