import type { Event, Newsroom } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { compareText } from '#src/schemas/problem.ts';
import { writtenInstant, type ContentFields } from '#src/writing/content-file.ts';
import { requireKnown, suggestion } from '../shared/require-known.ts';
import { PLACEHOLDERS, type Draft } from './draft.ts';
import type { DraftRequest } from './options.ts';

const WEEK_MS = 7 * 86_400_000;

/** @throws UsageError if an option names something that the newsroom does not have, or it has no place or kind of event */
export function eventDraft(request: DraftRequest, newsroom: Newsroom): Draft {
  const { title, locale, now, start, translates } = request;
  const original = translates === undefined ? undefined : originalOf(translates, request, newsroom);
  if (request.place !== undefined) requireKnown('place', request.place, 'places', newsroom);
  if (request.eventKind !== undefined) requireKnown('kind', request.eventKind, 'event-kinds', newsroom);
  const place = request.place ?? original?.place ?? first('places', newsroom);
  const kinds =
    request.eventKind === undefined ? (original?.kinds ?? [first('event-kinds', newsroom)]) : [request.eventKind];
  const fields: ContentFields = {
    title,
    description: PLACEHOLDERS[locale].event,
    pubDate: now,
    ...(original
      ? sharedFields(original)
      : { start: start ?? `${writtenInstant(new Date(now.getTime() + WEEK_MS)).slice(0, 10)}T20:00`, duration: '2h' }),
    place,
    kinds,
    draft: true,
  };
  const toDo = [
    'description: what happens there, in a sentence or two',
    ...(original
      ? []
      : [`start and duration: on the clock of the place; a day alone is all day${start ? '' : '. Now a week ahead'}`]),
    `place: ${place}${request.place || original ? '' : ', for now'}`,
    `kinds: ${kinds.join(', ')}${request.eventKind || original ? '' : ', for now'}`,
    'repeats, for what comes again: { every: week, on: [friday], until: 2027-03-26 }',
    'draft: remove the line to publish',
  ];
  return { fields, body: '', toDo };
}

/** What a translation takes over from its original: everything that both languages say alike. */
function sharedFields({ start, end, duration, zone, repeats, translationKey }: Event): ContentFields {
  return {
    start,
    end,
    duration: duration === undefined ? undefined : `${Math.floor(duration / 60)}h${duration % 60 || ''}`,
    zone,
    repeats: repeats && {
      every: repeats.every,
      interval: repeats.interval > 1 ? repeats.interval : undefined,
      on: repeats.on.length > 0 ? repeats.on : undefined,
      day: repeats.day,
      until: repeats.until,
      count: repeats.count,
      except: repeats.except.length > 0 ? repeats.except : undefined,
      also: repeats.also.length > 0 ? repeats.also : undefined,
    },
    translationKey,
  };
}

/** The event to translate, which must have a key that the two can share. */
function originalOf(slug: string, { locale }: DraftRequest, { events }: Newsroom): Event {
  const others = events.filter((event) => event.locale !== locale);
  const original = others.find((event) => event.slug === slug);
  const slugs = others.map((other) => other.slug);
  if (!original)
    throw new UsageError(
      `--translates ${slug}: there is no such event in the other language${suggestion(slug, slugs)}`,
    );
  if (!original.translationKey)
    throw new UsageError(
      `--translates ${slug}: ${original.file} has no translationKey yet. Add one there, such as translationKey: ${slug}, and try again`,
    );
  return original;
}

function first(collection: 'places' | 'event-kinds', newsroom: Newsroom): string {
  const [id] = newsroom[collection].map((one) => one.id).sort(compareText);
  if (id !== undefined) return id;
  const what =
    collection === 'places'
      ? 'place yet: write one with npm run new -- place "A name" --at 20.6,-87.1'
      : 'kind of event yet: write one, such as event-kinds/music.yaml';
  throw new UsageError(`The newsroom has no ${what}`);
}
