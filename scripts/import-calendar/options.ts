import { resolve } from 'node:path';
import type { ImportWishes } from '#src/calendars/incoming/incoming-event.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import { editionOption, nowOption, textOption, type Values } from '../shared/command-line.ts';
import { CONTENT_OPTION, contentRootOption } from '../shared/content-root.ts';
import { requireKnown } from '../shared/require-known.ts';

export const command = {
  call: 'npm run import:calendar --',
  summary:
    'Makes drafts of the events of a calendar (.ics), such as a town’s or a venue’s, and reports what could not be kept.\n' +
    'Called again, it knows what it has imported: it updates drafts that no one has edited since, and writes over no others.',
  words: '<file.ics|folder>',
  options: {
    lang: { value: '<en|es>', help: 'the language of the events and of the report (default: en)' },
    place: {
      value: '<slug>',
      help: 'where all of them are (default: the place of the paper that each one’s location names)',
    },
    kind: { value: '<slug>', help: 'their kind, such as music (default: as their categories say)' },
    content: CONTENT_OPTION,
    now: { value: '<instant>', help: 'the date of the events’ announcement (default: now)' },
    'dry-run': { help: 'only say what would be written' },
  },
} as const;

export interface ImportRequest {
  /** The file or folder, absolute. */
  source: string;
  /** Absolute. */
  contentRoot: string;
  locale: Locale;
  /** To the minute. */
  now: Date;
  place: string | undefined;
  kind: string | undefined;
  isDryRun: boolean;
}

/** @throws UsageError if the command was called wrongly */
export function readRequest(values: Values<keyof typeof command.options>, words: readonly string[]): ImportRequest {
  const [source, ...others] = words;
  if (source === undefined || source === '' || others.length > 0)
    throw new UsageError(`expected one file or folder: ${command.call} town.ics`);
  if (/^(?:https?|webcal):/i.test(source))
    throw new UsageError(`${source}: download the calendar first, and give the name of its file`);
  return {
    source: resolve(source),
    contentRoot: contentRootOption(textOption(values, 'content')),
    locale: editionOption('lang', textOption(values, 'lang')),
    now: new Date(Math.floor(nowOption(values).getTime() / 60_000) * 60_000),
    place: textOption(values, 'place'),
    kind: textOption(values, 'kind'),
    isDryRun: values['dry-run'] === true,
  };
}

/** @throws UsageError if an option names something that the newsroom does not have, or it has no place or kind of event */
export function wishesOf(request: ImportRequest, newsroom: Newsroom): ImportWishes {
  const { locale, now, place, kind } = request;
  if (place !== undefined) requireKnown('place', place, 'places', newsroom);
  if (kind !== undefined) requireKnown('kind', kind, 'event-kinds', newsroom);
  const places = newsroom.places.toSorted((a, b) => compareText(a.id, b.id));
  const kinds = newsroom['event-kinds'].toSorted((a, b) => a.order - b.order || compareText(a.id, b.id));
  // Always the same one, since another would be a change at the next import.
  const placeForNow = place ?? places[0]?.id;
  const kindForNow = kind ?? kinds[0]?.id;
  if (placeForNow === undefined)
    throw new UsageError('The newsroom has no place yet: write one with npm run new -- place "A name" --at 20.6,-87.1');
  if (kindForNow === undefined)
    throw new UsageError('The newsroom has no kind of event yet: write one with npm run new -- event-kind "Music"');
  return { locale, now, places, kinds, place, kind, placeForNow, kindForNow };
}
