import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { checkBytes } from '#src/rules/run-rules.ts';
import { authorSchema } from '#src/schemas/author.ts';
import { categorySchema } from '#src/schemas/category.ts';
import { articleSchema } from '#src/schemas/article.ts';
import { eventKindSchema } from '#src/schemas/event-kind.ts';
import { FALSE_SPACE } from '#src/schemas/false-space.ts';
import { eventSchema } from '#src/schemas/event.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { newsletterSchema } from '#src/schemas/newsletter.ts';
import { placeSchema } from '#src/schemas/place.ts';
import { lineOfText, webAddress } from '#src/schemas/shared-fields.ts';
import { tagSchema } from '#src/schemas/tag.ts';
import { AROUND, STORY, writeFiles } from './temporary-folder.ts';

/** Special spaces around an address, which the linter refuses. */
const FALSE_EDGE = new RegExp(`^\\s*${FALSE_SPACE.source}|${FALSE_SPACE.source}\\s*$`);

/** Stories in each language: enough for each hostile string of ours to be a headline once. */
const STORIES = 80;
/** Events in each language. */
const EVENTS = 40;
/** Issues of the newsletter in each language. */
const ISSUES = 6;
/** What of a story can be a list holds as much as this, so that thousands of strings need no thousands of pages. */
const IN_A_LIST = 60;

/**
 * Writes a newsroom that has hostile strings in every text that its schemas let in: headlines, standfirsts, captions, credits,
 * corrections, sources, sponsors, names, biographies, descriptions, addresses, and in bodies each string of all.
 * @param folder is emptied
 * @param written those that a field refuses are left out there; each is in some body, but for what no file may hold (characters
 *   that turn the direction of writing) and what no body may (a picture from elsewhere)
 * @param picture the path of a picture's file, which stories show
 * @param count how many stories there are in each language
 */
export function writeHostileNewsroom(
  folder: string,
  written: readonly string[],
  picture: string,
  count = STORIES,
): void {
  const strings = written.filter(mayStandInAFile);
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string) => writeFiles(folder, { [path]: text });
  mkdirSync(join(folder, 'pictures'), { recursive: true });
  cpSync(picture, join(folder, 'pictures', 'x.webp'));

  const known = new Map<number, readonly string[]>();
  const lines = (longest: number) => {
    const fitting = known.get(longest) ?? strings.filter((text) => lineOfText(longest).safeParse(text).success);
    known.set(longest, fitting);
    return fitting;
  };
  const addresses = strings
    .flatMap((text) => [text, `https://x.example/${text}`, `https://x.example/?q=${text}`])
    .filter((text) => webAddress.safeParse(text).success && !FALSE_EDGE.test(text));
  const mails = strings.map((text) => `${text}@x.example`).filter((text) => z.email().safeParse(text).success);
  /** Goes round a list, from another beginning in each field. */
  const from = <Item>(list: readonly Item[], at: number): Item => {
    const item = list[at % list.length];
    if (item === undefined) throw new Error('every string was refused');
    return item;
  };
  const both = (longest: number, at: number) => ({ en: from(lines(longest), at), es: from(lines(longest), at + 1) });
  const range = (length: number) => Array.from({ length }, (_, index) => index);
  // JSON is YAML.
  const file = <Schema extends z.ZodType>(path: string, schema: Schema, fields: z.input<Schema>, body?: string) => {
    schema.parse(fields);
    const text = JSON.stringify(fields, null, 1);
    write(path, body === undefined ? text : `---\n${text}\n---\n${body}\n`);
  };

  for (const at of range(8)) {
    file(`authors/author-${at}.yaml`, authorSchema(plainImageFile), {
      name: both(80, at * 2),
      role: both(80, at * 2 + 7),
      biography: both(600, at * 2 + 13),
      ...(mails.length > 0 && { email: from(mails, at) }),
      website: from(addresses, at),
    });
    file(`categories/section-${at}.yaml`, categorySchema, {
      title: both(40, at * 2),
      description: both(240, at * 2 + 5),
      order: at,
    });
    file(`places/place-${at}.yaml`, placeSchema, {
      name: both(80, at * 2),
      state: from(lines(80), at + 3),
      country: from(lines(80), at + 4),
      latitude: 20,
      longitude: -87,
      aliases: range(IN_A_LIST).map((more) => from(lines(80), at * IN_A_LIST + more)),
      description: both(240, at * 2 + 11),
    });
    if (at < 3)
      file(`event-kinds/kind-${at}.yaml`, eventKindSchema, { title: both(40, at * 2), description: both(240, at) });
    file(`tags/tag-${at}.yaml`, tagSchema, { title: both(60, at * 2), description: both(240, at * 2 + 17) });
  }

  const bodies = acceptedBodies(strings.map(quoted), picture);
  // With a hostile title and picture, where they can be written so.
  const embeds = acceptedBodies(
    range(count).map((at) => embedOf(from(lines(140), at), from(lines(300), at + 1))),
    picture,
  );
  const perBody = Math.ceil(bodies.length / count);
  for (const locale of ['en', 'es'] as const) {
    for (const at of range(count)) {
      const body = bodies.slice(at * perBody, (at + 1) * perBody).join('\n\n');
      file(
        `articles/${locale}/2026/story-${at}.md`,
        articleSchema(plainImageFile),
        {
          title: from(lines(140), at),
          description: from(lines(320), at + 1),
          pubDate: `2026-10-${String(1 + (at % 28)).padStart(2, '0')}`,
          authors: [`author-${at % 8}`],
          categories: [`section-${at % 8}`],
          tags: [`tag-${at % 8}`],
          dateline: `place-${at % 8}`,
          picture: {
            src: '/pictures/x.webp',
            alt: from(lines(300), at + 2),
            caption: from(lines(400), at + 3),
            credit: from(lines(120), at + 4),
          },
          corrections: range(IN_A_LIST).map((more) => ({
            // Issues name the corrections since this day's midnight: those of one story, not thousands.
            date: at === 0 ? '2026-10-31' : '2026-10-30',
            kind: 'correction' as const,
            text: from(lines(600), at * IN_A_LIST + more),
          })),
          sources: range(IN_A_LIST).map((more) => ({
            title: from(lines(200), at * IN_A_LIST + more),
            url: from(addresses, at * IN_A_LIST + more),
          })),
          ...(at % 3 === 0 && { sponsor: { name: from(lines(120), at), url: from(addresses, at) } }),
          translationKey: `story-${at}`,
        },
        [body, embeds[at % Math.max(1, embeds.length)] ?? ''].join('\n\n'),
      );
    }
    for (const at of range(EVENTS)) {
      file(
        `events/${locale}/2026/event-${at}.md`,
        eventSchema(plainImageFile),
        {
          title: from(lines(140), at * 3),
          description: from(lines(320), at * 3 + 1),
          start: `2026-12-${String(1 + (at % 28)).padStart(2, '0')}T20:00`,
          duration: '2h',
          ...(at % 2 === 0 && {
            repeats: {
              every: 'day' as const,
              count: 3,
              cancelled: [{ date: `2026-12-${String(1 + (at % 28)).padStart(2, '0')}`, reason: from(lines(240), at) }],
            },
          }),
          place: `place-${at % 8}`,
          kinds: [`kind-${at % 3}`],
          venue: { name: from(lines(120), at), address: from(lines(200), at + 1) },
          organiser: {
            name: from(lines(120), at + 2),
            url: from(addresses, at),
            ...(mails.length > 0 && { email: from(mails, at) }),
          },
          price: from(lines(120), at + 3),
          tickets: from(addresses, at + 1),
          online: from(addresses, at + 2),
          access: from(lines(400), at + 4),
          changes: [{ date: '2026-10-30', text: from(lines(400), at + 5) }],
          translationKey: `event-${at}`,
        },
        bodies[at % bodies.length] ?? '',
      );
    }
    for (const at of range(ISSUES)) {
      file(
        `newsletters/${locale}/2026/issue-${at}.md`,
        newsletterSchema,
        {
          subject: from(lines(120), at * 5),
          preheader: from(lines(160), at * 5 + 1),
          kind: at % 3 === 0 ? 'breaking' : 'weekly',
          date: `2026-11-${String(1 + at).padStart(2, '0')}`,
          since: '2026-10-30',
          articles: range(8).map((more) => `story-${at * 8 + more}`),
          events: [`event-${at}`],
        },
        bodies[at % bodies.length] ?? '',
      );
    }
    write(
      `pages/${locale}/about.md`,
      `---\n${JSON.stringify({ title: from(lines(80), 1), description: from(lines(240), 2), translationKey: 'about', updatedDate: '2026-10-01' })}\n---\n${bodies.slice(0, 200).join('\n\n')}\n`,
    );
  }
}

/** In a quote of its own: what is never closed reaches no further, and the next string is tried as well. */
function quoted(text: string): string {
  return text.replace(/^/gm, '> ');
}

function embedOf(title: string, alt: string): string {
  return `::document{url="https://x.example/" title="${title}" picture="/pictures/x.webp" alt="${alt}"}`;
}

function mayStandInAFile(text: string): boolean {
  return checkBytes('', { bytes: Buffer.from(text), text }).every(({ severity }) => severity === 'warning');
}

/** What the reader refuses in a body (a picture from elsewhere, a dead link) would stop the build, as it should: it is asked. */
function acceptedBodies(bodies: readonly string[], picture: string): string[] {
  const fileOf = (index: number) => `articles/en/2026/body-${index}.md`;
  const folder = mkdtempSync(join(tmpdir(), 'hostile-bodies-'));
  try {
    writeFiles(folder, {
      ...AROUND,
      ...Object.fromEntries(bodies.map((body, index) => [fileOf(index), `${STORY}\n${body}\n\nWords that follow.\n`])),
    });
    mkdirSync(join(folder, 'pictures'));
    cpSync(picture, join(folder, 'pictures', 'x.webp'));
    const { problems } = readNewsroom(folder, { now: new Date('2026-11-20T12:00:00Z') });
    const refused = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    return bodies.filter((_, index) => !refused.has(fileOf(index)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
