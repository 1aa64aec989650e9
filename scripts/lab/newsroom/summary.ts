import { isoInstant } from '#src/i18n/format.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { MappedKind, Remarks } from './map-article.ts';
import { LEAST_ARTICLES_FOR_A_CITY, type WireSurvey } from './wire-articles.ts';
import type { WrittenNewsroom } from './write-newsroom.ts';

const MOST_NAMES_SHOWN = 10;

/** What is mapped, in the order of the summary, and what it became. */
const KINDS: Readonly<Record<MappedKind, string>> = {
  topics: 'tags and categories',
  places: 'places',
  people: 'tags',
  organisations: 'tags',
  exchanges: 'tags',
  datelines: `places (a city has one if the table knows it and the file has ${LEAST_ARTICLES_FOR_A_CITY} articles from it)`,
};
const KIND_NAMES = Object.keys(KINDS) as MappedKind[];

/** Counts how often each of many names occurs. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Occurrences of all names. */
  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Different names. */
  get distinct(): number {
    return this.#counts.size;
  }

  /** The names that occur most, the commonest first, each with its count; equal ones in order of name. */
  top(most = this.distinct): string {
    const sorted = [...this.#counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    return named(sorted.slice(0, most));
  }
}

/** Adds up what became of every article that was written from the wire. */
export class MappingTally {
  readonly #mapped = tallies();
  readonly #unmapped = tallies();
  #madeTitles = 0;
  #madeBodies = 0;
  #shortenedTitles = 0;
  #removedCharacters = 0;
  #articlesWithRemovals = 0;
  #signOffs = 0;

  add(remarks: Remarks): void {
    for (const kind of KIND_NAMES) {
      for (const { from, to } of remarks.mappings[kind]) {
        if (to === undefined) this.#unmapped[kind].add(from);
        else this.#mapped[kind].add(from === to ? from : `${from} → ${to}`);
      }
    }
    this.#madeTitles += Number(!remarks.hasTitle);
    this.#madeBodies += Number(!remarks.hasText);
    this.#shortenedTitles += Number(remarks.isTitleShortened);
    this.#removedCharacters += remarks.removedCharacters;
    this.#articlesWithRemovals += Number(remarks.removedCharacters > 0);
    this.#signOffs += Number(remarks.hadSignOff);
  }

  /** The sums as lines of text, for a person to read. */
  lines(): string[] {
    return [
      ...KIND_NAMES.flatMap((kind) => kindLines(kind, this.#mapped[kind], this.#unmapped[kind])),
      `Titles shortened: ${number(this.#shortenedTitles)}. Articles without a title: ${number(this.#madeTitles)}; without text: ${number(this.#madeBodies)}.`,
      `Control characters removed: ${number(this.#removedCharacters)}, from ${number(this.#articlesWithRemovals)} articles. Sign-offs “REUTER” removed: ${number(this.#signOffs)}.`,
    ];
  }
}

/** How the articles of a file became the articles of the newsroom. */
export function readingLines(file: string, { articleCount, unreadFields }: WireSurvey, written: number): string[] {
  return [
    `Read ${number(articleCount)} articles from ${file}.`,
    written < articleCount
      ? `Sampled: ${number(written)} of them, evenly over the file; ${number(articleCount - written)} left out.`
      : written > articleCount
        ? `Repeated: ${number(written - articleCount)} articles are there again, with dates and slugs of their own.`
        : 'Each is there once.',
    ...(unreadFields.size > 0 ? [`Unknown fields, and the articles that had them: ${named([...unreadFields])}.`] : []),
  ];
}

/** What the content root holds. */
export function writtenLines(out: string, written: WrittenNewsroom): string[] {
  const { first, last } = written;
  const dates = first && last ? `, dated ${isoInstant(first).slice(0, 10)} to ${isoInstant(last).slice(0, 10)}` : '';
  return [
    `Wrote ${number(written.articleCount)} articles (${written.byLocale.top()})${dates}, ${number(written.tagCount)} tags and ${number(written.placeCount)} places to ${out}.`,
    `Categories: ${written.byCategory.top()}.`,
  ];
}

function kindLines(kind: MappedKind, mapped: Tally, unmapped: Tally): string[] {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return [
    `${name}: ${number(mapped.total)} mentions of ${number(mapped.distinct)} became ${KINDS[kind]}${commonest(mapped)}.`,
    `  Not mapped: ${number(unmapped.total)}${unmapped.total > 0 ? ` mentions of ${number(unmapped.distinct)}${commonest(unmapped)}` : ''}.`,
  ];
}

function commonest(tally: Tally): string {
  if (tally.total === 0) return '';
  return `: ${tally.top(MOST_NAMES_SHOWN)}${tally.distinct > MOST_NAMES_SHOWN ? ', …' : ''}`;
}

function named(entries: readonly (readonly [name: string, count: number])[]): string {
  return entries.map(([name, count]) => `${name} ${number(count)}`).join(', ');
}

function tallies(): Record<MappedKind, Tally> {
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, new Tally()])) as Record<MappedKind, Tally>;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
