import { resolve } from 'node:path';
import { isLocale, LOCALES, type Locale } from '#src/schemas/locale.ts';
import { instantOption, textOption } from '../shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';

/** What can be begun, by the word for one of it. */
export const KINDS = ['article', 'page', 'author', 'tag', 'place'] as const;
export type Kind = (typeof KINDS)[number];

export const command = {
  call: 'npm run new --',
  summary:
    'Begins a story, a standing page, an author, a topic or a place: writes one valid file and says what to fill in.\n' +
    'A story is begun as a draft, which no reader sees.',
  words: '<article|page|author|tag|place> "<title or name>"',
  options: {
    lang: {
      type: 'string',
      value: '<en|es>',
      help: 'the language of a story or page, or of the name given (default: en)',
    },
    content: { type: 'string', value: '<dir>', help: 'the newsroom’s folder (default: src/content)' },
    slug: { type: 'string', value: '<slug>', help: 'the file’s name, in place of one made from the title' },
    author: { type: 'string', value: '<slug>', help: 'who signs the story (default: the desk that signs most)' },
    section: { type: 'string', value: '<slug>', help: 'the story’s section (default: the first in the section bar)' },
    translates: {
      type: 'string',
      value: '<slug>',
      help: 'the story in the other language that it translates: takes over its byline, sections, picture …',
    },
    at: { type: 'string', value: '<lat,long>', help: 'where the place is, in decimal degrees: 20.6296,-87.0739' },
    state: { type: 'string', value: '<name>', help: 'the state in which the place lies (default: Quintana Roo)' },
    now: { type: 'string', value: '<instant>', help: 'the story’s date (default: now)' },
  },
} as const;

/** What the command was told. */
export interface Order {
  kind: Kind;
  title: string;
  locale: Locale;
  /** Absolute path. */
  contentRoot: string;
  now: Date;
  slug: string | undefined;
  author: string | undefined;
  section: string | undefined;
  translates: string | undefined;
  /** Decimal degrees. */
  at: { latitude: number; longitude: number } | undefined;
  state: string;
}

/**
 * Reads the words and options.
 * @throws UsageError where the command cannot be carried out as it was called
 */
export function readOrder(
  values: Partial<Record<keyof typeof command.options, string | boolean>>,
  words: readonly string[],
): Order {
  const text = (name: keyof typeof command.options) => textOption(values, name);
  const [kind, title, ...others] = words;
  if (kind === undefined || !isKind(kind)) {
    throw new UsageError(`${kind ?? 'Nothing'}: expected ${KINDS.join(', ')}, then its title in quotation marks`);
  }
  if (title === undefined || title.trim() === '' || others.length > 0) {
    throw new UsageError(`expected one title in quotation marks: ${command.call} ${kind} "The title"`);
  }
  const locale = text('lang') ?? 'en';
  if (!isLocale(locale)) throw new UsageError(`--lang ${locale}: expected ${LOCALES.join(' or ')}`);
  const now = text('now');
  const at = text('at');
  const coordinates = at === undefined ? undefined : readCoordinates(at);
  if (kind === 'place' && !coordinates) {
    throw new UsageError(
      '--at is missing: where is the place? Write its decimal degrees, such as --at 20.6296,-87.0739',
    );
  }
  return {
    kind,
    title: title.trim(),
    locale,
    contentRoot: resolve(text('content') ?? 'src/content'),
    now: now === undefined ? new Date() : instantOption('now', now),
    slug: text('slug'),
    author: text('author'),
    section: text('section'),
    translates: text('translates'),
    at: coordinates,
    state: text('state') ?? 'Quintana Roo',
  };
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
