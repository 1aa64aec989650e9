import { UsageError } from '#src/publish/usage-error.ts';
import { eventTime } from '#src/schemas/event-time.ts';
import { messageOf, messageText } from '#src/schemas/message.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { NOTICE_KINDS, NOTICE_LEVELS } from '#src/schemas/notice.ts';
import { instantOption, editionOption, nowOption, textOption, type Values } from '../shared/command-line.ts';
import { CONTENT_OPTION, contentRootOption } from '../shared/content-root.ts';

const KINDS = ['article', 'event', 'notice', 'page', 'author', 'category', 'tag', 'place', 'event-kind'] as const;
export type Kind = (typeof KINDS)[number];

export const command = {
  call: 'npm run new --',
  summary:
    `Writes a valid file for a new ${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)}, and says what to fill in.\n` +
    'An article, event or notice is a draft at first, which readers do not see.',
  words: `<${KINDS.join('|')}> "<title, name or text>"`,
  options: {
    lang: {
      value: '<en|es>',
      help: 'the language of the article, event or page, or of the name or text (default: en)',
    },
    content: CONTENT_OPTION,
    slug: { value: '<slug>', help: 'the file’s name, instead of one made from the title' },
    author: { value: '<slug>', help: 'who signs the article (default: the desk that signs most)' },
    category: {
      formerly: 'section',
      value: '<slug>',
      help: 'the article’s category (default: the first in the navigation)',
    },
    translates: {
      value: '<slug>',
      help: 'the article or event in the other language that this translates: copies its authors, categories, dates …',
    },
    at: { value: '<lat,long>', help: 'where the place is, in decimal degrees: 20.6296,-87.0739' },
    state: { value: '<name>', help: 'the state of the place (default: Quintana Roo)' },
    start: { value: '<time>', help: 'when the event begins: 2026-12-05T20:00, or a day for all day' },
    place: { value: '<slug>', help: 'where the event is' },
    kind: {
      value: '<slug>',
      help: `the event’s kind, such as music; what the notice is about: ${NOTICE_KINDS.join(', ')}`,
    },
    level: { value: '<level>', help: `how urgent the notice is: ${NOTICE_LEVELS.join(', ')}` },
    until: { value: '<instant>', help: 'when the notice ends (default: a day after it begins)' },
    now: {
      value: '<instant>',
      help: 'the date of the article, of the event’s announcement, or the notice’s beginning (default: now)',
    },
  },
} as const;

export interface DraftRequest {
  kind: Kind;
  title: string;
  locale: Locale;
  /** Absolute path. */
  contentRoot: string;
  /** To the minute: no one dates an article by its seconds. */
  now: Date;
  slug: string | undefined;
  author: string | undefined;
  category: string | undefined;
  translates: string | undefined;
  /** As {@link eventTime} reads it. */
  start: string | undefined;
  place: string | undefined;
  /** Of an event or a notice. */
  eventKind: string | undefined;
  level: string | undefined;
  until: Date | undefined;
  /** Decimal degrees. */
  at: { latitude: number; longitude: number } | undefined;
  state: string;
}

/** @throws UsageError if the command was called wrongly */
export function readRequest(values: Values<keyof typeof command.options>, words: readonly string[]): DraftRequest {
  const text = (name: keyof typeof command.options) => textOption(values, name);
  const [kind, title, ...others] = words;
  if (kind === undefined || !isKind(kind)) {
    throw new UsageError(`${kind ?? 'Nothing'}: expected ${KINDS.join(', ')}, then its title in quotation marks`);
  }
  if (title === undefined || title.trim() === '' || others.length > 0) {
    throw new UsageError(`expected one title in quotation marks: ${command.call} ${kind} "The title"`);
  }
  const locale = editionOption('lang', text('lang'));
  const now = nowOption(values);
  const at = text('at');
  const until = text('until');
  const coordinates = at === undefined ? undefined : readCoordinates(at);
  if (kind === 'place' && !coordinates) {
    throw new UsageError('--at is missing: the place’s decimal degrees, such as --at 20.6296,-87.0739');
  }
  return {
    kind,
    title: title.trim(),
    locale,
    contentRoot: contentRootOption(text('content')),
    now: new Date(Math.floor(now.getTime() / 60_000) * 60_000),
    slug: text('slug'),
    author: text('author'),
    category: text('category'),
    translates: text('translates'),
    start: startOption(text('start')),
    place: text('place'),
    eventKind: text('kind'),
    level: text('level'),
    until: until === undefined ? undefined : instantOption('until', until),
    at: coordinates,
    state: text('state') ?? 'Quintana Roo',
  };
}

/** @throws UsageError if it is no time */
function startOption(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const { data, error } = eventTime.safeParse(written);
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  const { reason, remedy } = messageText(messageOf(issue ?? { message: '' }), 'en');
  throw new UsageError(`--start ${written}: ${reason}; ${remedy}`);
}

function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}

function readCoordinates(text: string): { latitude: number; longitude: number } {
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (latitude !== undefined && longitude !== undefined) {
    return { latitude: Number(latitude), longitude: Number(longitude) };
  }
  throw new UsageError(`--at ${text}: expected latitude and longitude in decimal degrees, such as 20.6296,-87.0739`);
}
