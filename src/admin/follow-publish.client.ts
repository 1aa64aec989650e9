/** Tells who saved a story whether readers have it, by the status that each publish writes beside the form. */
import type { Locale } from '#src/schemas/locale.ts';
import { parseStatus, type PublishStatus } from '#src/status/publish-status.ts';
import { savedState } from '#src/status/saved-state.ts';
import { formWord } from './form-words.ts';
import { isNoteOpen, showNote } from './note.client.ts';

/** Below the form's own address. */
const STATUS = './status/';

const ASK_EVERY_MS = 3_000;

/** Workflows start every ten minutes: after half an hour, the page of the status says more. */
const GIVE_UP_AFTER_MS = 30 * 60_000;

/** A file that was saved. */
export interface SavedFile {
  /** Within the content root. */
  file: string;
  /** Its page; undefined if it has none of its own. */
  page: string | undefined;
  /** What else is to be said of it. */
  notes: readonly string[];
}

let followed = 0;

/** Follows a file until readers have it, or it is known why they do not; a later save ends that. */
export async function followPublish({ file, page, notes }: SavedFile, locale: Locale): Promise<void> {
  const own = (followed += 1);
  const begun = performance.now();
  let savedAt: Date | undefined;
  let isFirst = true;
  while (performance.now() - begun < GIVE_UP_AFTER_MS) {
    const answer = await currentStatus();
    if (own !== followed || !answer) return;
    // By the clock of the server; its header says no more than the second.
    savedAt ??= new Date(answer.at.getTime() + 1000);
    const { text, isLive, isSettled } = savedState(locale, answer.status, file, savedAt);
    // Who has closed the note does not want to hear more.
    if (!isFirst && !isNoteOpen()) return;
    isFirst = false;
    const link = isLive && page !== undefined ? { href: page, words: formWord('seeIt', locale) } : undefined;
    const status = { href: STATUS, words: formWord('statusPage', locale) };
    showNote(text, notes, formWord('close', locale), link ?? status);
    if (isSettled) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** @returns undefined if there is no status, or it cannot be read */
async function currentStatus(): Promise<{ status: PublishStatus; at: Date } | undefined> {
  try {
    const response = await fetch(new URL(`${STATUS}status.json`, document.baseURI), { cache: 'no-store' });
    if (!response.ok) return undefined;
    const date = response.headers.get('date');
    return { status: parseStatus(await response.text()), at: date === null ? new Date() : new Date(date) };
  } catch {
    return undefined;
  }
}
