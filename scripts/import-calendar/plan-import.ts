import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { given, type IncomingEvent } from '#src/calendars/incoming/incoming-event.ts';
import { calendarMonth } from '#src/i18n/format.ts';
import type { Event, Newsroom } from '#src/newsroom/newsroom.ts';
import { eventSchema, type EventFrontMatter } from '#src/schemas/event.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { isTakenByEvents } from '#src/urls.ts';
import { contentFile, writtenInstant } from '#src/writing/content-file.ts';
import { LONGEST_SLUG, slugify, usableSlug } from '#src/writing/slugify.ts';
import { digestOfText, importedKey, type Imported, type ImportedEvent } from './imported-events.ts';
import type { ImportRequest } from './options.ts';

/** A draft to be written. */
export interface PlannedDraft {
  /** Within the content root. */
  file: string;
  text: string;
  /** Whether it takes the place of the one that was written before. */
  isUpdate: boolean;
}

/** A field of which a calendar now says something else than an edited file. */
export interface Difference {
  field: string;
  here: string | undefined;
  now: string | undefined;
}

/** What becomes of an event. */
export type Outcome =
  | { kind: 'written' | 'updated' | 'same' | 'gone' | 'faulty'; file: string }
  | { kind: 'edited'; file: string; differences: readonly Difference[] }
  /** An event of this paper, or one that another of the calendars has in a newer version. */
  | { kind: 'own' | 'again'; file?: never };

/** Where a plan begins. */
export type PlanFacts = Pick<ImportRequest, 'contentRoot' | 'locale' | 'now'> & {
  newsroom: Newsroom;
  imported: Imported;
  /** The part of the paper's own UIDs that is behind the @. */
  identity: string;
};

/** What an import will write. Nothing is written before all is planned. */
export interface ImportPlan {
  drafts: readonly PlannedDraft[];
  /** What the newsroom has imported, with what is planned. */
  imported: Imported;
  /** What becomes of each event, in the order of the calendars. */
  outcomes: readonly (readonly Outcome[])[];
}

const SCHEMA = eventSchema(plainImageFile);

/** What a calendar says of an event; the rest of a file is its editor's. What was changed and when follows from these. */
const FROM_CALENDAR = [
  ...(['title', 'description', 'start', 'end', 'zone', 'repeats', 'place', 'venue', 'organiser'] as const),
  ...(['kinds', 'online', 'status'] as const),
];

/** @param calendars the events of each of them */
export function planImport(
  { contentRoot, locale, now, newsroom, imported, identity }: PlanFacts,
  calendars: readonly (readonly IncomingEvent[])[],
): ImportPlan {
  const newest = newestOf(calendars.flat());
  const drafts: PlannedDraft[] = [];
  const events = new Map(imported.events);
  const byFile = new Map(newsroom.events.map((event) => [event.file, event]));
  const taken = new Set(
    newsroom.events.filter((event) => event.locale === locale).flatMap(({ file, slug }) => [slug, stemOf(file)]),
  );
  for (const { file } of events.values()) taken.add(stemOf(file));
  const numbers = new Map<string, number>();
  const folder = `events/${locale}/${calendarMonth(now).year}`;

  const claim = (title: string): string => {
    const base = usableSlug(title, 'event', LONGEST_SLUG) || 'event';
    for (let number = numbers.get(base) ?? 1; ; number += 1) {
      const ending = number === 1 ? '' : `-${number}`;
      const slug = `${slugify(base, LONGEST_SLUG - ending.length)}${ending}`;
      const isFree =
        !taken.has(slug) && !isTakenByEvents(locale, slug) && !existsSync(join(contentRoot, folder, `${slug}.md`));
      if (!isFree) continue;
      taken.add(slug);
      numbers.set(base, number + 1);
      return slug;
    }
  };

  const plan = ({ fields, body }: IncomingEvent, file: string, pubDate: string, key: string, isUpdate: boolean) => {
    const text = contentFile('events', { ...fields, pubDate: dateOf(pubDate), draft: true }, body);
    drafts.push({ file, text, isUpdate });
    events.set(key, { file, text: digestOfText(text), pubDate, fields: plain(fields), body: digestOfText(body) });
  };

  const outcomeOf = (event: IncomingEvent): Outcome => {
    if (event.uid.endsWith(`@${identity}`)) return { kind: 'own' };
    if (newest.get(event.uid) !== event) return { kind: 'again' };
    const key = importedKey(locale, event.uid);
    const known = events.get(key);
    const isThere = known !== undefined && existsSync(join(contentRoot, known.file));
    if (!known || (!isThere && imported.isUnfinished)) {
      const file = known?.file ?? `${folder}/${claim(event.fields.title)}.md`;
      plan(event, file, known?.pubDate ?? writtenInstant(now), key, false);
      return { kind: 'written', file };
    }
    const { file, pubDate } = known;
    if (!isThere) return { kind: 'gone', file };
    const isSame = saysTheSame(known, event);
    const isEdited = digestOfText(readFileSync(join(contentRoot, file), 'utf8')) !== known.text;
    if (!isEdited) {
      if (isSame) return { kind: 'same', file };
      plan(event, file, pubDate, key, true);
      return { kind: 'updated', file };
    }
    const here = byFile.get(file);
    if (!here) return { kind: 'faulty', file };
    const differences = isSame ? [] : differencesOf(known, event, here);
    return differences.length > 0 ? { kind: 'edited', file, differences } : { kind: 'same', file };
  };

  const outcomes = calendars.map((incoming) => incoming.map(outcomeOf));
  return { drafts, imported: { isUnfinished: false, events }, outcomes };
}

/** Of each event its newest version; of several the first. */
function newestOf(events: readonly IncomingEvent[]): ReadonlyMap<string, IncomingEvent> {
  const newest = new Map<string, IncomingEvent>();
  for (const event of events) {
    const known = newest.get(event.uid);
    if (!known || event.version > known.version) newest.set(event.uid, event);
  }
  return newest;
}

const stemOf = (file: string) => file.replace(/^.*\/|\.md$/g, '');
const dateOf = (written: string) => new Date(`${written.length === 10 ? `${written}T00:00` : written}-05:00`);
const plain = (fields: IncomingEvent['fields']) => JSON.parse(JSON.stringify(given(fields))) as Record<string, unknown>;

/** Whether a calendar says what it said. When something was changed there is not asked. */
function saysTheSame(known: ImportedEvent, { fields, body }: IncomingEvent): boolean {
  const { changes: _, ...before } = known.fields;
  const { changes: __, ...after } = plain(fields);
  return JSON.stringify(before) === JSON.stringify(after) && known.body === digestOfText(body);
}

/** Fields of which the calendar has changed its mind, and the edited file does not say the same already. */
function differencesOf(known: ImportedEvent, incoming: IncomingEvent, here: Event): Difference[] {
  const before = SCHEMA.safeParse(known.fields).data;
  const after = SCHEMA.parse(given(incoming.fields));
  const fields = FROM_CALENDAR.flatMap((field): Difference[] => {
    const [old, now, own] = [before, after, here].map((event) => shown(event?.[field]));
    return now === old || now === own ? [] : [{ field, here: own, now }];
  });
  const isOtherText = known.body !== digestOfText(incoming.body);
  return isOtherText ? [...fields, { field: '', here: undefined, now: undefined }] : fields;
}

function shown(value: EventFrontMatter[keyof EventFrontMatter]): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
