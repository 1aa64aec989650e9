import { incomingText, noteText, type Note } from '#src/calendars/incoming/note.ts';
import type { IncomingCalendar } from '#src/calendars/incoming/read-calendar.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { formatWithoutPlace } from '#src/schemas/problem.ts';
import { PARTLY } from '../shared/command-line.ts';
import { MOST_MB, type CalendarFile } from './calendar-files.ts';
import type { Difference, Outcome } from './plan-import.ts';

/** Of what a file says again and again, so many are enough. */
const MOST_ALIKE = 5;

const KINDS = ['written', 'updated', 'same', 'edited', 'gone', 'refused'] as const;
type Kind = (typeof KINDS)[number];

/** What an import says when it is done: each event of each file, and what could not be kept, by file and line. */
export class ImportReport {
  readonly #locale: Locale;
  readonly #isDryRun: boolean;
  readonly #lines: string[] = [];
  readonly #counts = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
  #calendars = 0;
  #unread = 0;
  /** Of the files that were written. */
  mistakes: readonly ContentProblem[] = [];

  constructor(locale: Locale, isDryRun: boolean) {
    this.#locale = locale;
    this.#isDryRun = isDryRun;
  }

  /** A file that could not be read. */
  unread({ name }: CalendarFile, problem: string): void {
    this.#unread += 1;
    const why =
      problem === 'too-large'
        ? this.#text('tooLarge', { most: MOST_MB })
        : this.#text('unreadable', { reason: problem });
    this.#lines.push(`${name}  ${why}`);
  }

  noCalendar({ name }: CalendarFile): void {
    this.#lines.push(`${name}  ${this.#text('noCalendar')}`);
  }

  /** A calendar. @param outcomes of its events, in their order */
  add({ name }: CalendarFile, { events, refused, notes }: IncomingCalendar, outcomes: readonly Outcome[]): void {
    this.#calendars += 1;
    const alike = new Map<string, number>();
    const note = (one: Note, indent: string) => {
      const text = noteText(this.#locale, one);
      const count = (alike.get(text) ?? 0) + 1;
      alike.set(text, count);
      if (count <= MOST_ALIKE) this.#lines.push(`${indent}${name}:${one.line}  ${text}`);
    };
    this.#lines.push(name);
    for (const one of notes) note(one, '  ');
    for (const [index, { fields, line, notes: own }] of events.entries()) {
      const outcome = outcomes[index];
      if (!outcome) continue;
      this.#outcome(outcome, `${name}:${line}`, fields.title);
      if (outcome.kind === 'written' || outcome.kind === 'updated') for (const one of own) note(one, '    ');
    }
    for (const { line, title, why } of refused) {
      this.#count('refused');
      const what = title === '' ? this.#text('untitled') : noteTitle(title);
      this.#lines.push(`  ${this.#text('refused')}  ${name}:${line}  ${what}: ${noteText(this.#locale, why)}`);
    }
    for (const [text, count] of alike)
      if (count > MOST_ALIKE) this.#lines.push(`  ${text} (${this.#text('times', { count: count - MOST_ALIKE })})`);
  }

  #outcome(outcome: Outcome, place: string, title: string): void {
    if (outcome.file === undefined) {
      this.#count('refused');
      this.#lines.push(`  ${this.#text('refused')}  ${place}  ${noteTitle(title)}: ${this.#text(outcome.kind)}`);
      return;
    }
    const { kind, file } = outcome;
    this.#count(kind === 'faulty' ? 'edited' : kind);
    const would = { written: 'wouldWrite', updated: 'wouldUpdate' } as const;
    const word = this.#isDryRun && (kind === 'written' || kind === 'updated') ? would[kind] : kind;
    this.#lines.push(`  ${this.#text(word)}  ${file}  ${noteTitle(title)}`);
    if (kind !== 'edited') return;
    for (const difference of outcome.differences) this.#lines.push(`    ${place}  ${this.#difference(difference)}`);
  }

  #difference({ field, here, now }: Difference): string {
    if (field === '') return this.#text('textDiffers');
    const nothing = this.#text('nothing');
    return this.#text('difference', { field, now: now ?? nothing, here: here ?? nothing });
  }

  /** The report in full. */
  text(): string {
    const mistakes = this.mistakes.map(
      (problem) =>
        `${problem.file}  ${this.#text('draftMistake', { problem: formatWithoutPlace(problem, this.#locale) })}`,
    );
    const counts = Object.fromEntries([...this.#counts].map(([kind, count]) => [kind, count.toLocaleString('en')]));
    const hasDrafts = (this.#counts.get('written') ?? 0) + (this.#counts.get('updated') ?? 0) > 0;
    return [
      ...this.#lines,
      ...mistakes,
      this.#text('summary', { ...counts, calendars: this.#calendars }),
      ...(this.#isDryRun ? [this.#text('dryRun')] : hasDrafts ? [this.#text('next')] : []),
    ].join('\n');
  }

  /** 0 if everything is in the newsroom as the calendars say, 1 if there was no calendar, 3 if something needs a person. */
  exitCode(): number {
    if (this.#calendars === 0) return 1;
    const open = (this.#counts.get('refused') ?? 0) + (this.#counts.get('edited') ?? 0) + this.#unread;
    return open + this.mistakes.length > 0 ? PARTLY : 0;
  }

  #count(kind: Kind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  #text(key: Parameters<typeof incomingText>[1], values: Parameters<typeof incomingText>[2] = {}): string {
    return incomingText(this.#locale, key, values);
  }
}

/** “A night of trova” */
const noteTitle = (title: string) => `“${title}”`;
