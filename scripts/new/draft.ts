import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { NOTICE_KINDS, NOTICE_LEVELS } from '#src/schemas/notice.ts';
import type { ContentFields } from '#src/writing/content-file.ts';
import type { Kind, DraftRequest } from './options.ts';

/** The first content of a new file. */
export interface Draft {
  fields: ContentFields;
  body?: string;
  /** What its writer still has to do, a line each. */
  toDo: readonly string[];
}

/** The text of a required field until someone writes it. */
export const PLACEHOLDERS: Readonly<Record<Locale, Readonly<Record<'article' | 'event' | 'page' | 'other', string>>>> =
  {
    en: {
      article: 'To be written: what the story tells, in a sentence or two.',
      event: 'To be written: what happens there, in a sentence or two.',
      page: 'To be written: what the page is about, in a sentence or two.',
      other: 'To be written.',
    },
    es: {
      article: 'Por escribir: de qué trata la nota, en una o dos frases.',
      event: 'Por escribir: qué pasa ahí, en una o dos frases.',
      page: 'Por escribir: de qué trata la página, en una o dos frases.',
      other: 'Por escribir.',
    },
  };

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English (en)', es: 'Spanish (es)' };

/** A text in the language of each edition. */
const inEach = (textIn: (locale: Locale) => string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, textIn(locale)]));
const otherText = inEach((locale) => PLACEHOLDERS[locale].other);

const inAll = LOCALES.length > 1 ? ', in every language' : '';

/** What is to be done about a text that the draft has in one language: to write it in those of the other editions. */
const toTranslate = (what: string, locale: Locale): string[] =>
  LOCALES.filter((other) => other !== locale).map((other) => `${what} in ${LANGUAGE_NAMES[other]}`);

/** The drafts of everything but articles and events. */
export const OTHER_DRAFTS: Readonly<
  Record<Exclude<Kind, 'article' | 'event'>, (request: DraftRequest, slug: string, newsroom: Newsroom) => Draft>
> = {
  page: ({ title, locale, now }, slug) => ({
    fields: { title, description: PLACEHOLDERS[locale].page, translationKey: slug, updatedDate: now },
    body: PLACEHOLDERS[locale].other,
    toDo: [
      'description, and the text below the second ---: a page cannot be a draft, and is in the next build',
      'translationKey: the same in the page’s translation, if there is one',
    ],
  }),
  author: ({ title }) => ({
    fields: { name: title, role: otherText, biography: otherText },
    toDo: [
      `role and biography${inAll}`,
      'kind: desk, if this is not a person; its name may be another in each language: { en: "…", es: "…" }',
    ],
  }),
  notice: ({ title, locale, now, until, level, eventKind }) => ({
    fields: {
      text: inEach(() => title),
      level: choice('level', level, NOTICE_LEVELS) ?? 'notice',
      kind: choice('kind', eventKind, NOTICE_KINDS) ?? 'other',
      since: now,
      until: until ?? new Date(now.getTime() + DAY_MS),
      draft: true,
    },
    toDo: [
      ...toTranslate('text: what it says', locale),
      ...(level === undefined ? [`level: notice, for now; or ${NOTICE_LEVELS.slice(0, -1).join(' or ')}`] : []),
      ...(eventKind === undefined ? [`kind: other, for now; or ${NOTICE_KINDS.slice(0, -1).join(', ')}`] : []),
      ...(until === undefined ? ['until: a day after it begins, for now'] : []),
      'source: { title: "…", url: "https://…" }, if somebody has announced it',
      'draft: remove the line to publish',
    ],
  }),
  category: ({ title, locale }, _, { categories }) => ({
    fields: { title: inEach(() => title), description: otherText, order: orderAfter(categories) },
    toDo: [
      ...toTranslate('title: its name', locale),
      `description${inAll}`,
      'order: its place in the navigation, now the last; a category cannot be a draft, and is in the next build',
    ],
  }),
  'event-kind': ({ title, locale }, _, { 'event-kinds': kinds }) => ({
    fields: { title: inEach(() => title), order: orderAfter(kinds) },
    toDo: [...toTranslate('title: its name', locale), 'order: its place among the kinds, now the last'],
  }),
  tag: ({ title, locale }) => ({
    fields: { title: inEach(() => title) },
    toDo: toTranslate('title: its name', locale),
  }),
  place: ({ title, locale, at, state }) => ({
    fields: { name: inEach(() => title), state, ...at },
    toDo: [
      ...toTranslate('name: its name', locale),
      `state: ${state}`,
      'aliases: other names that readers search for, if it has any',
    ],
  }),
};

const DAY_MS = 86_400_000;

/** The place behind all others, with room between. */
const orderAfter = (entries: readonly { order: number }[]) => Math.max(0, ...entries.map(({ order }) => order)) + 10;

/** @throws UsageError if an option is none of its choices */
function choice(option: string, given: string | undefined, choices: readonly string[]): string | undefined {
  if (given === undefined || choices.includes(given)) return given;
  throw new UsageError(`--${option} ${given}: expected one of ${choices.join(', ')}`);
}
