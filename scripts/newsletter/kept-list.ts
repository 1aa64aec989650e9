import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '#src/publish/usage-error.ts';
import { compareText } from '#src/schemas/problem.ts';
import { goneMailboxes } from './ledger.ts';
import type { ListFiles } from './list-files.ts';
import { listKey, type ListKey } from './list-key.ts';
import { readList, type Recipient } from './read-list.ts';
import { readRemoved, writeRemoved } from './removed-list.ts';
import { writeDurably } from './write-durably.ts';

/** What is kept of somebody. */
type Kept = Pick<Recipient, 'address' | 'key' | 'consented'>;

const HEAD = 'email,consented';

/** What changed. Addresses are counted, not named. */
export interface ListChange {
  added: number;
  /** How many were on the list already. */
  known: number;
  removed: number;
  /** How many were not on the list. */
  unknown: number;
  /** How many have left the list before, and were therefore not taken in again. */
  left: number;
}

/** A list that is kept with `npm run newsletter -- list`: in order, each address once, with the day of consent. The caller holds its lock. */
export class KeptList {
  readonly #path: string;
  readonly #files: ListFiles;
  readonly #key: ListKey;
  readonly #people: Map<string, Kept>;
  /** The comments at its beginning. */
  readonly #comments: string;
  readonly #left: Set<string>;

  /** @throws UsageError if the list holds what would be lost when it is written */
  constructor(path: string, files: ListFiles) {
    this.#path = path;
    this.#files = files;
    this.#key = listKey(files.key);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const { recipients, faults } = readList(text);
    const [fault] = faults;
    if (fault)
      throw new UsageError(`${path}:${fault.line}: this line ${fault.reason}. Correct it first: it would be lost.`, 1);
    this.#comments = /^(?:#.*\n|\s*\n)*/.exec(text)?.[0] ?? '';
    const [head = ''] = text.slice(this.#comments.length).split('\n');
    if (!head.includes('@') && head.trim() !== '' && !/^\ufeff?"?[^,;\t]+"?(?:,consented)?\r?$/.test(head))
      throw new UsageError(
        `${path}: this table has columns that would be lost. Import it into a new list: npm run newsletter -- list import ${path} --list <new file>`,
        1,
      );
    this.#people = new Map(recipients.map((person) => [person.key, person]));
    this.#left = readRemoved(files.removed, this.#key);
  }

  get count(): number {
    return this.#people.size;
  }

  /** How many have left the list. */
  get leftCount(): number {
    return this.#left.size;
  }

  /** How many on the list have a mailbox that servers call gone. */
  get goneCount(): number {
    const gone = goneMailboxes(this.#files.ledger);
    return [...this.#people.keys()].filter((key) => gone.has(this.#key.hashOf(key))).length;
  }

  /** Takes people in who have asked for it now, also those who have left before. */
  add(people: readonly Kept[], day: string): ListChange {
    for (const { key } of people) this.#left.delete(this.#key.hashOf(key));
    return this.#takeIn(people.map((person) => ({ ...person, consented: person.consented ?? day })));
  }

  /** Takes people in from another list, but for those who have left this one. */
  import(people: readonly Kept[]): ListChange {
    const wanted = people.filter(({ key }) => !this.#left.has(this.#key.hashOf(key)));
    return { ...this.#takeIn(wanted), left: people.length - wanted.length };
  }

  remove(keys: readonly string[]): ListChange {
    const change = noChange();
    for (const key of keys) {
      if (this.#people.delete(key)) change.removed += 1;
      else change.unknown += 1;
      this.#left.add(this.#key.hashOf(key));
    }
    return change;
  }

  /** Removes the person whose link has this token. */
  removeToken(token: string): ListChange {
    const key = [...this.#people.keys()].find((one) => this.#key.tokenOf(one) === token);
    return key === undefined ? { ...noChange(), unknown: 1 } : this.remove([key]);
  }

  /** Removes those whose mailbox servers call gone. */
  removeGone(): ListChange {
    const gone = goneMailboxes(this.#files.ledger);
    return this.remove([...this.#people.keys()].filter((key) => gone.has(this.#key.hashOf(key))));
  }

  /** Writes the list, and before it those who have left: if the process is killed between the two, no one gets mail against their will. */
  write(): void {
    if (this.#left.size > 0 || existsSync(this.#files.removed))
      writeRemoved(this.#files.removed, this.#key, this.#left);
    const people = [...this.#people.values()].sort((a, b) => compareText(a.key, b.key));
    const rows = people.map(({ address, consented = '' }) => `${address},${consented}\n`);
    writeDurably(this.#path, `${this.#comments}${HEAD}\n${rows.join('')}`);
  }

  #takeIn(people: readonly Kept[]): ListChange {
    const change = noChange();
    for (const person of people) {
      if (this.#people.has(person.key)) change.known += 1;
      else {
        this.#people.set(person.key, person);
        change.added += 1;
      }
    }
    return change;
  }
}

const noChange = (): ListChange => ({ added: 0, known: 0, removed: 0, unknown: 0, left: 0 });
