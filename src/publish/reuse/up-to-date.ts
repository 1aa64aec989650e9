import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readChecksummedJson, writeChecksummedJson } from '#src/disk/checksummed-file.ts';
import type { FaultyFile } from '#src/reading/publishable-part.ts';
import type { BuildInputs } from './build-inputs.ts';
import { checkFiles, type RunningFileCheck } from './check-files.ts';
import { readSiteRecord, writeSiteRecord, type SitePlace } from './site-record.ts';

/** What a build reports of its site. */
export interface SiteReport {
  /** All pages, feeds and maps among them. */
  pages: number;
  /** Published articles, by language: `19,042 en, 12 es`. */
  articles: string;
  /** Articles that are not shown, by reason: `2 embargoed`. */
  withheld: readonly string[];
  /** How many old addresses redirect or are gone; '' if there are none. */
  oldAddresses: string;
  /** When the site changes though no one edits anything: ISO 8601. */
  nextChange: string;
  /** What editors should know of the newsroom, though it could be built: all mistakes and warnings, in words. */
  problems: readonly string[];
  /** What readers see of files that have mistakes. */
  faulty: readonly FaultyFile[];
}

/** What a report was made from. */
export interface ReportInputs extends BuildInputs {
  /** The key of what was last published, if that is known. It matters only if anything has mistakes. */
  last: string | undefined;
}

interface Remembered {
  inputs: string;
  /** '' if nothing was known of what was published. */
  last: string;
  /** The instant the site was built for, ISO 8601. */
  now: string;
  report: SiteReport;
}

const FORMAT = 'up to date 2';

/**
 * The up-to-date check: the report of a site that a build would only make again. It was made from the same inputs, the
 * clock has passed no instant at which anything changes by itself, and every file is as it was written.
 * @param at the time of the check, in milliseconds since 1970
 * @returns undefined if there is something to build, or if it cannot be told
 */
export async function upToDateReport(
  place: SitePlace,
  { digest, last: lastPublished = '' }: ReportInputs,
  now: Date,
  fileCheck: RunningFileCheck,
  at: number,
): Promise<SiteReport | undefined> {
  const last = readChecksummedJson(fileOf(place), FORMAT) as Remembered | undefined;
  if (!last || digest === undefined || last.inputs !== digest) return undefined;
  if (last.report.faulty.length > 0 && last.last !== lastPublished) return undefined;
  if (now < new Date(last.now) || now >= new Date(last.report.nextChange)) return undefined;
  const record = readSiteRecord(place);
  if (!record || record.leftovers.length > 0) return undefined;
  const { damaged, updated } = (await fileCheck.finished) ?? checkFiles(place.out, record, at);
  if (damaged.size > 0) return undefined;
  // What was written a moment before the last build ended had to be hashed; it need not be again.
  if (updated.size > 0) writeSiteRecord(place, { ...record, groups: new Map([...record.groups, ...updated]) });
  return last.report;
}

/** Remembers what a site was made from, after its last file is in place. */
export function rememberUpToDate(place: SitePlace, inputs: ReportInputs, now: Date, report: SiteReport): void {
  const { digest, last = '' } = inputs;
  if (digest === undefined) return;
  const remembered: Remembered = { inputs: digest, last, now: now.toISOString(), report };
  writeChecksummedJson(fileOf(place), FORMAT, remembered);
}

/** Before a site is written to: if the build is killed, nothing is known of it. */
export function forgetUpToDate(place: SitePlace): void {
  rmSync(fileOf(place), { force: true });
}

function fileOf({ records }: SitePlace): string {
  return join(records, 'up-to-date');
}
