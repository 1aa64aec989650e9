import { setTimeout as pause } from 'node:timers/promises';
import type { IssueMail } from '#src/newsletter/issue-mail.ts';
import type { Progress } from '#src/publish/progress.ts';
import type { Ledger } from './ledger.ts';
import type { Recipient } from './read-list.ts';
import { recipientMail, type Sending } from './recipient-mail.ts';
import { StopSending, type MailSender } from './senders/sender.ts';

/** Whether to send again to those who may or may not have got the issue from a killed run, and to those whose server has refused it. */
export interface Again {
  unsure: boolean;
  refused: boolean;
}

/** How often, and after how long, a server is asked again that has answered “later” (4xx): greylisting, a full queue. */
export interface Patience {
  /** How many more times. */
  retries: number;
  /** The first pause, in seconds; each one is twice as long as the one before. */
  waitSeconds: number;
}

export interface Delivery {
  issue: IssueMail;
  recipients: readonly Recipient[];
  ledger: Ledger;
  sender: MailSender;
  sending: Sending;
  again: Again;
  patience: Patience;
  progress: Progress;
  clock: () => Date;
  /** Ends the work early, after the mails that are on their way. */
  signal: AbortSignal;
}

/** Somebody who has not got the issue: the line of the list, and what the server said. */
export interface Missed {
  line: number;
  code: string;
}

export interface DeliveryReport {
  /** How many got it now, and before. */
  sent: number;
  before: number;
  /** Of those, or of the missed: how many a killed run may have sent to already. */
  unsure: number;
  refused: Missed[];
  /** Those whose server said “later” to the end. */
  later: Missed[];
  /** Why the run ended before everybody was asked. */
  stopped: string | undefined;
  /** How many were not asked. */
  left: number;
}

/** So many refusals one after the other, and nothing sent between them, are no bounces: the server wants none of our mails. */
const REFUSALS_IN_A_ROW = 20;

/** Who is still to get an issue. */
export function restOf(
  { recipients, again }: Pick<Delivery, 'recipients' | 'again'>,
  stateOf: (recipient: Recipient) => string | undefined,
): { rest: Recipient[]; before: number; unsure: number; refused: number } {
  const counts = { before: 0, unsure: 0, refused: 0 };
  const rest = recipients.filter((recipient) => {
    const state = stateOf(recipient);
    if (state === 'sent') counts.before += 1;
    if (state === 'intent') counts.unsure += 1;
    if (state === 'refused') counts.refused += 1;
    return (
      state === undefined ||
      state === 'later' ||
      (state === 'intent' && again.unsure) ||
      (state === 'refused' && again.refused)
    );
  });
  return { rest, ...counts };
}

/**
 * Sends an issue to everybody who has not got it, and notes each step in the ledger: the intent before a mail is handed over, and
 * then what became of it.
 * @throws Error if the ledger cannot be written: nothing is sent without a note
 */
export async function deliverIssue(delivery: Delivery): Promise<DeliveryReport> {
  const { ledger, sending, again, patience, progress, signal } = delivery;
  const hashOf = ({ key }: Recipient) => sending.key.hashOf(key);
  const { rest, before, unsure } = restOf(delivery, (recipient) => ledger.of(hashOf(recipient))?.state);
  const report: DeliveryReport = { sent: 0, before, unsure, refused: [], later: [], stopped: undefined, left: 0 };
  for (const recipient of delivery.recipients) {
    const known = ledger.of(hashOf(recipient));
    if (known?.state === 'refused' && !again.refused) report.refused.push({ line: recipient.line, code: known.code });
  }

  const run = new Run(delivery, report, rest.length);
  let queue = rest;
  for (let round = 0; queue.length > 0 && run.mayGoOn; round += 1) {
    report.later = [];
    queue = await run.round(queue);
    if (queue.length === 0 || round === patience.retries || !run.mayGoOn) break;
    const seconds = patience.waitSeconds * 2 ** round;
    progress.stage(`${queue.length} servers said “later”: asking again in ${seconds} s`);
    await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
    if (!run.mayGoOn) break;
  }
  if (signal.aborted) report.stopped ??= 'It was told to stop.';
  report.left = rest.length - report.sent - report.later.length - run.refused;
  return report;
}

/** The work on the queue of one issue. */
class Run {
  refused = 0;
  readonly #delivery: Delivery;
  readonly #report: DeliveryReport;
  readonly #total: number;
  #refusalsInARow = 0;
  #isStopped = false;

  constructor(delivery: Delivery, report: DeliveryReport, total: number) {
    this.#delivery = delivery;
    this.#report = report;
    this.#total = total;
  }

  get mayGoOn(): boolean {
    return !this.#isStopped && !this.#delivery.signal.aborted;
  }

  /** Asks each once. @returns those whose server said “later” */
  async round(queue: readonly Recipient[]): Promise<Recipient[]> {
    const { sender, progress } = this.#delivery;
    progress.stage('Sending');
    const later: Recipient[] = [];
    let next = 0;
    const work = async () => {
      while (this.mayGoOn && next < queue.length) {
        const recipient = queue[next] as Recipient;
        next += 1;
        if (await this.#deliver(recipient)) later.push(recipient);
        progress.update(this.#report.sent + this.refused, this.#total);
      }
    };
    await Promise.all(Array.from({ length: sender.atOnce }, work));
    return later;
  }

  /** @returns whether to ask again */
  async #deliver(recipient: Recipient): Promise<boolean> {
    const { issue, ledger, sender, sending, clock } = this.#delivery;
    const hash = sending.key.hashOf(recipient.key);
    await this.#noting(() => ledger.note(hash, 'intent'));
    try {
      const outcome = await sender.deliver(recipientMail(issue, recipient, sending, clock()));
      const code = outcome.is === 'sent' ? '' : outcome.code;
      await this.#noting(() => ledger.note(hash, outcome.is, code));
      if (outcome.is === 'later') {
        this.#report.later.push({ line: recipient.line, code });
        return true;
      }
      if (outcome.is === 'sent') {
        this.#report.sent += 1;
        this.#refusalsInARow = 0;
        return false;
      }
      this.refused += 1;
      this.#report.refused.push({ line: recipient.line, code });
      this.#refusalsInARow += 1;
      if (this.#refusalsInARow >= REFUSALS_IN_A_ROW)
        this.#stop(
          `The mail server refused ${REFUSALS_IN_A_ROW} mails one after the other (${code}): it seems to want none of ours. ` +
            'When that is settled, run it again with --refused again.',
        );
      return false;
    } catch (error) {
      if (!(error instanceof StopSending)) throw error;
      // Nothing was handed over.
      await this.#noting(() => ledger.note(hash, 'later', 'stopped'));
      this.#stop(error.message);
      return false;
    }
  }

  #stop(why: string): void {
    this.#isStopped = true;
    this.#report.stopped ??= why;
  }

  /** Without a note nothing more is sent: the others stop, too. */
  async #noting(note: () => Promise<void>): Promise<void> {
    try {
      await note();
    } catch (error) {
      this.#isStopped = true;
      throw error;
    }
  }
}
