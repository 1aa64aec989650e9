import { isoInstant } from '#src/i18n/format.ts';
import type { MappedKind, Remarks } from './map-story.ts';
import { LEAST_STORIES_FOR_A_CITY } from './survey-wire.ts';
import { Tally } from './tally.ts';
import type { WrittenNewsroom } from './write-newsroom.ts';

const MOST_NAMES_SHOWN = 10;

/** The kinds of words in the order of the summary, and what they became. */
const KINDS: Readonly<Record<MappedKind, string>> = {
  topics: 'tags and sections',
  places: 'places',
  people: 'tags',
  organisations: 'tags',
  exchanges: 'tags',
  datelines: `places (a city has one where the table knows it and the file has ${LEAST_STORIES_FOR_A_CITY} stories from it)`,
};

/** Adds up what became of every story that was written from the wire. */
export class MappingTally {
  readonly #mapped = tallies();
  readonly #unmapped = tallies();
  #titleStandIns = 0;
  #bodyStandIns = 0;
  #shortenedTitles = 0;
  #removedCharacters = 0;
  #storiesWithRemovals = 0;
  #signOffs = 0;

  add(remarks: Remarks): void {
    for (const kind of kinds()) {
      for (const { from, to } of remarks.mappings[kind]) {
        if (to === undefined) this.#unmapped[kind].add(from);
        else this.#mapped[kind].add(from === to ? from : `${from} → ${to}`);
      }
    }
    this.#titleStandIns += Number(!remarks.hasTitle);
    this.#bodyStandIns += Number(!remarks.hasText);
    this.#shortenedTitles += Number(remarks.isTitleShortened);
    this.#removedCharacters += remarks.removedCharacters;
    this.#storiesWithRemovals += Number(remarks.removedCharacters > 0);
    this.#signOffs += Number(remarks.hadSignOff);
  }

  /** The account as lines of text, for a person to read. */
  lines(): string[] {
    return [
      ...kinds().flatMap((kind) => kindLines(kind, this.#mapped[kind], this.#unmapped[kind])),
      `Titles shortened: ${number(this.#shortenedTitles)}. Stories without a title: ${number(this.#titleStandIns)}; without text: ${number(this.#bodyStandIns)}.`,
      `Control characters removed: ${number(this.#removedCharacters)}, from ${number(this.#storiesWithRemovals)} stories. Sign-offs “REUTER” removed: ${number(this.#signOffs)}.`,
    ];
  }
}

/** What was read of a file. */
export interface FileFacts {
  file: string;
  storyCount: number;
  unreadFields: ReadonlyMap<string, number>;
}

/** How the stories of a file became the stories of the newsroom. */
export function readingLines({ file, storyCount, unreadFields }: FileFacts, written: number): string[] {
  return [
    `Read ${number(storyCount)} stories from ${file}.`,
    written < storyCount
      ? `Sampled: ${number(written)} of them, evenly over the file; ${number(storyCount - written)} left out.`
      : written > storyCount
        ? `Repeated: ${number(written - storyCount)} stories are there again, with dates and slugs of their own.`
        : 'Each is there once.',
    ...(unreadFields.size > 0
      ? [`Fields that have no place in a story, and the stories that had them: ${named([...unreadFields])}.`]
      : []),
  ];
}

/** What stands in the content root. */
export function writtenLines(out: string, written: WrittenNewsroom): string[] {
  const { first, last } = written;
  const dates = first && last ? `, dated ${isoInstant(first).slice(0, 10)} to ${isoInstant(last).slice(0, 10)}` : '';
  return [
    `Wrote ${number(written.storyCount)} stories (${counts(written.storiesByLocale)})${dates}, ${number(written.tagCount)} tags and ${number(written.placeCount)} places to ${out}.`,
    `Sections: ${counts(written.storiesBySection)}.`,
  ];
}

function kindLines(kind: MappedKind, mapped: Tally, unmapped: Tally): string[] {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return [
    `${name}: ${number(mapped.total)} mentions of ${number(mapped.distinct)} became ${KINDS[kind]}${most(mapped)}.`,
    `  Not mapped: ${number(unmapped.total)}${unmapped.total > 0 ? ` mentions of ${number(unmapped.distinct)}${most(unmapped)}` : ''}.`,
  ];
}

/** The commonest names with their counts. */
function most(tally: Tally): string {
  if (tally.total === 0) return '';
  return `: ${named(tally.top(MOST_NAMES_SHOWN))}${tally.distinct > MOST_NAMES_SHOWN ? ', …' : ''}`;
}

/** Every name with its count. */
function counts(tally: Tally): string {
  return named(tally.top(tally.distinct));
}

function named(entries: readonly (readonly [name: string, count: number])[]): string {
  return entries.map(([name, count]) => `${name} ${number(count)}`).join(', ');
}

function kinds(): MappedKind[] {
  return Object.keys(KINDS) as MappedKind[];
}

function tallies(): Record<MappedKind, Tally> {
  return Object.fromEntries(kinds().map((kind) => [kind, new Tally()])) as Record<MappedKind, Tally>;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
