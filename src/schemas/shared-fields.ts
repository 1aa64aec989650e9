/**
 * Fields that several schemas share. Each has its own error message for editors: what was expected and how to fix it.
 * {@link file://./explain.ts} adds the place and the value.
 */
import { z } from 'zod';
import { withoutAccents } from './plain-letters.ts';
import { decodedAddress } from './decoded-address.ts';
import { focusField } from './focus.ts';
import { isLocale, LANGUAGES, type Locale } from './locale.ts';
import { withError, zodMessage, type MessageKey } from './message.ts';
import { SITE_ZONE } from './site-zone.ts';
import { instantOf, withColon } from './zone-time.ts';
import { group } from './shared-shapes.ts';

/** Lower-case ASCII words joined by single hyphens: safe in a path, an address and a file name on every system. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Names reserved by Windows, by the site's own addresses or by folders of a built site. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  ...['con', 'prn', 'aux', 'nul'],
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].flatMap((number) => [`com${number}`, `lpt${number}`]),
  ...['page', 'pagina', 'index', '404', 'es', 'en', 'admin'],
  'maps',
]);

export const slugField = z
  .string({
    // YAML reads 2024 as a number and true as a boolean, though both are valid slugs.
    error: ({ input }) =>
      (typeof input === 'number' || typeof input === 'boolean') && SLUG_PATTERN.test(String(input))
        ? zodMessage('slug-unquoted')
        : zodMessage('slug'),
  })
  .regex(SLUG_PATTERN, withError('slug-characters'))
  .max(80, withError('slug-too-long'))
  .refine((slug) => !RESERVED_SLUGS.has(slug), withError('reserved-slug'));

/** Control characters other than tab and line feed are illegal in XML 1.0 (section 2.2) and would break every feed. */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/;

/**
 * Text on one line, trimmed, without control characters.
 * @param longest the maximum number of characters
 * @param what what to write, for the message if it is missing
 */
export const lineOfText = (longest: number, expected: MessageKey = 'text') =>
  z
    .string({
      error: ({ input }) => zodMessage(input === undefined || input === null ? expected : 'text-unquoted'),
    })
    .trim()
    .min(1, withError('empty-text'))
    .max(longest, withError('too-long', { most: longest }))
    .refine((text) => !text.includes('\n'), withError('several-lines'))
    .refine((text) => !CONTROL_CHARACTERS.test(text) && text.isWellFormed(), withError('escaped-control-character'));

/**
 * A value for each edition. One in a language without an edition may be given, and is never read: the type says it is there
 * because code that goes through the editions never asks for it.
 */
const inEachEdition = <Value extends z.ZodType>(value: Value) =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, isLocale(language) ? value : value.optional()]),
  ) as unknown as Record<Locale, Value>;

/** One text in each language of the site: names, biographies, descriptions. */
export const bilingualText = (longest: number) => group('bilingual-text', inEachEdition(lineOfText(longest)));

/** The last part of an address in each language of the site. */
export const bilingualSlug = group('bilingual-slug', inEachEdition(slugField));

/** An absolute http(s) address. Other schemes (javascript:, data:) are refused. */
export const webAddress = z
  .string(withError('web-address'))
  .refine((text) => /^https?:\/\//i.test(text) && /^https?:$/.test(protocolOf(text)), withError('full-web-address'))
  .refine((text) => !namesUser(text), withError('user-in-address'));

export const emailField = z.email(withError('email'));

/** `https://bank.example@evil.example/` deceives readers; `https://editor:secret@…` gives away a password. */
function namesUser(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.username !== '' || url.password !== '');
}

/** The scheme of an absolute address with its colon; '' if the text is not an absolute address. */
function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

export const latitudeField = z
  .number(withError('latitude'))
  .min(-90, withError('latitude-range'))
  .max(90, withError('latitude-range'));

export const longitudeField = z
  .number(withError('longitude'))
  .min(-180, withError('longitude-range'))
  .max(180, withError('longitude-range'));

export const INSTANT_PATTERN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,3})?))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Parses a date, or a date and time, as an editor writes it.
 * @param text `2026-10-14`, `2026-10-14T07:30`, `2026-10-14 07:30:15`, each optionally with `Z` or `±hh:mm`
 * @param zone that of a text without an offset; normally the paper's
 * @returns the instant, of a date alone that day's beginning; undefined if the text is not a date or names a day that does not exist
 * @see RFC 3339, section 5.6: this is a subset of it, plus the rule for the time zone
 */
export function parseInstant(text: string, zone = SITE_ZONE): Date | undefined {
  const [, day, clock = '00:00', seconds = '00', offset] = INSTANT_PATTERN.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  // RFC 3339 has no hour 24, but `new Date` reads it as the next midnight.
  if (clock.startsWith('24')) return undefined;
  const instant = new Date(`${day}T${clock}:${seconds}${withColon(offset ?? 'Z')}`);
  if (Number.isNaN(instant.getTime())) return undefined;
  // `new Date` turns 30 February into 2 March, so check that the day survives the round trip.
  if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return undefined;
  if (offset !== undefined) return instant;
  const minute = instantOf(zone, `${day}T${clock}`);
  return new Date(minute.getTime() + Number(seconds) * 1000);
}

/** An instant: text in files, a `Date` in the program. */
export const instantField = z.union([z.string(), z.date()], withError('date')).transform((value, context) => {
  const instant = value instanceof Date ? value : parseInstant(value);
  if (instant) return instant;
  context.issues.push({ code: 'custom', input: value, message: zodMessage('not-a-date') });
  return z.NEVER;
});

/** Pictures are beside the article or in the newsroom's `pictures/` folder. */
export const PICTURE_PATH_PATTERN = /^(?:\.\/|\/pictures\/)(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:jpe?g|png|webp|avif)$/i;

export const picturePath = z
  .string(withError('picture-path'))
  .regex(PICTURE_PATH_PATTERN, { error: ({ input }) => pictureNameMessage(String(input)) });

/** A space or another sign in a picture's name is named as the trouble, with a name that can be written. */
function pictureNameMessage(written: string): string {
  const renamed = renamedPicture(written);
  if (!renamed) return zodMessage('picture-path-form');
  return zodMessage(renamed.hasSpace ? 'picture-path-space' : 'picture-path-signs', { path: renamed.path });
}

/** The path of a picture whose file has a name that can be written; undefined if its name is not what is wrong. */
export function renamedPicture(written: string): { path: string; hasSpace: boolean } | undefined {
  const [, folder = '', name = '', extension = ''] = /^(\.\/|\/pictures\/)?(.*)(\.\w+)$/s.exec(written.trim()) ?? [];
  const plain = plainPicturePath(decodedAddress(name) ?? name);
  const path = `${folder || '/pictures/'}${plain}${extension}`;
  if (plain === name || /[:\\]/.test(name) || !PICTURE_PATH_PATTERN.test(path)) return undefined;
  return { path, hasSpace: /\s|%20/.test(name) };
}

/** A picture's path as it could be: without spaces, accents and other signs that no path of a picture may have. */
export function plainPicturePath(path: string): string {
  return withoutAccents(path)
    .split('/')
    .map((part) => part.replace(/[^\w.-]+/g, '-').replace(/^-+|-+(?=\.|$)/g, ''))
    .join('/');
}

/**
 * A picture with its texts, its credit, and the point that stays in sight where it is cropped.
 * @param imageFile the schema of its path
 */
export const pictureField = <Image extends z.ZodType>(imageFile: Image) =>
  group('picture', {
    src: imageFile,
    focus: focusField.optional(),
    alt: lineOfText(300, 'picture-alt'),
    caption: lineOfText(400).optional(),
    credit: lineOfText(120, 'picture-credit'),
  });
