import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import { compareText } from '#src/schemas/problem.ts';
import { syncFolder } from './write-durably.ts';

/**
 * What the ledger knows of a recipient: `intent` is written before a mail is handed over, the others after it. The last one
 * counts. If the last line is an intent, the process was killed: no one here knows whether the mail went out.
 */
export type LedgerState = 'intent' | 'sent' | 'refused' | 'later';

export interface LedgerEntry {
  state: LedgerState;
  /** What the server answered, if it was a refusal: `550 5.1.1`. */
  code: string;
}

const FORMAT = 'newsletter-ledger 1';

const LINE = /^(\S+) ([0-9a-f]{32}) (intent|sent|refused|later)(?: ([\w. ]+))?$/;

/**
 * The record of one issue: who has got it. It is a file of its own, which only grows, in a folder beside the list. A line is on the disk
 * before the next step is taken, so that a kill at any moment loses nothing that was decided. Recipients are named by hashes.
 */
export class Ledger {
  readonly #file: FileHandle;
  readonly #entries: Map<string, LedgerEntry>;
  readonly #clock: () => Date;
  #waiting: { line: string; done: () => void; failed: (error: unknown) => void }[] = [];
  #isWriting = false;

  private constructor(file: FileHandle, entries: Map<string, LedgerEntry>, clock: () => Date) {
    this.#file = file;
    this.#entries = entries;
    this.#clock = clock;
  }

  /**
   * Opens the record of an issue, which no one else may have open; the caller holds a lock.
   * @param folder made if it is not there
   * @param issue `en/2026-11-30-daily`
   * @param keyMark of the key that hashes the addresses
   * @throws UsageError if it is damaged, or of another key
   */
  static async open({ folder, issue, keyMark }: LedgerPlace, clock: () => Date): Promise<Ledger> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = ledgerFile(folder, issue);
    const { entries, whole } = readLedger({ folder, issue, keyMark });
    // A line that was cut off by a kill was never acted upon.
    if (existsSync(path)) truncateSync(path, whole);
    const file = await open(path, 'a', 0o600);
    const ledger = new Ledger(file, entries, clock);
    if (whole === 0) await ledger.#write(`${headOf(issue, keyMark)}\n`);
    syncFolder(folder);
    return ledger;
  }

  of(hash: string): LedgerEntry | undefined {
    return this.#entries.get(hash);
  }

  /** Resolves when it is on the disk; lines of the same moment are written together. */
  async note(hash: string, state: LedgerState, code = ''): Promise<void> {
    const line = `${this.#clock().toISOString()} ${hash} ${state}${code ? ` ${code}` : ''}\n`;
    await this.#write(line);
    this.#entries.set(hash, { state, code });
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  #write(line: string): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ line, done, failed });
      if (!this.#isWriting) void this.#writeWaiting();
    });
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#file.appendFile(batch.map(({ line }) => line).join(''));
        await this.#file.datasync();
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#isWriting = false;
  }
}

interface LedgerPlace {
  folder: string;
  issue: string;
  keyMark: string;
}

/** The file of an issue: `en-2026-11-30-daily.txt`. */
const ledgerFile = (folder: string, issue: string) => join(folder, `${issue.replace(/[^\w-]/g, '-')}.txt`);

const headOf = (issue: string, keyMark: string) => `${FORMAT} ${issue} ${keyMark}`;

/**
 * Reads the record of an issue, without changing it.
 * @returns what it knows, and the length in bytes of its complete lines
 * @throws UsageError if it is damaged, or of another key
 */
export function readLedger({ folder, issue, keyMark }: LedgerPlace): {
  entries: Map<string, LedgerEntry>;
  whole: number;
} {
  const path = ledgerFile(folder, issue);
  const entries = new Map<string, LedgerEntry>();
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const whole = bytes.lastIndexOf('\n') + 1;
  const [head, ...lines] = bytes.toString('utf8', 0, Math.max(whole - 1, 0)).split('\n');
  if (whole === 0) return { entries, whole };
  if (head !== headOf(issue, keyMark))
    throw new UsageError(
      `${path}:1: this record was made with another secret or for another issue, so that it does not say who has got this one. ` +
        'Bring back the secret (the file that ends with .key) from a backup; nothing was sent.',
      1,
    );
  for (const [index, line] of lines.entries()) {
    const [, , hash, state, code = ''] = LINE.exec(line) ?? [];
    if (hash === undefined)
      throw new UsageError(
        `${path}:${index + 2}: this line is damaged, so it is not known who has got the issue. Bring the file back from a backup; nothing was sent.`,
        1,
      );
    entries.set(hash, { state: state as LedgerState, code });
  }
  return { entries, whole };
}

/**
 * The hashes of those whose mailbox the last answer of any record calls gone (RFC 3463: 5.1.1 no such mailbox, 5.1.2 no such host,
 * 5.1.6 moved, 5.1.10 takes no mail; of servers without such codes 550 and 553).
 */
export function goneMailboxes(folder: string): Set<string> {
  const last = new Map<string, { at: string; isGone: boolean }>();
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  for (const name of files.sort(compareText)) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const [, at = '', hash, state, code = ''] = LINE.exec(line) ?? [];
      if (hash === undefined || (state !== 'sent' && state !== 'refused')) continue;
      if ((last.get(hash)?.at ?? '') > at) continue;
      const isGone = /^\d{3} 5\.1\.(?:1|2|6|10)$/.test(code) || /^55[03]$/.test(code);
      last.set(hash, { at, isGone: state === 'refused' && isGone });
    }
  }
  return new Set([...last].flatMap(([hash, { isGone }]) => (isGone ? [hash] : [])));
}
