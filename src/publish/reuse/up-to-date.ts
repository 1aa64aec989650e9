import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildInputs } from './build-inputs.ts';
import { lookAtFiles, type Looking } from './check-files.ts';
import { readSealedJson, writeSealedJson } from '#src/disk/checksummed-file.ts';
import { readSiteRecord, siteRecordFolder, writeSiteRecord } from './site-record.ts';

/** What a build tells of its site. */
export interface SiteReport {
  /** All pages, feeds and maps among them. */
  pages: number;
  /** Published stories, by language: `19,042 en, 12 es`. */
  stories: string;
  /** Stories that are not shown, by reason: `2 embargoed`. */
  withheld: readonly string[];
  /** How many old addresses lead on or are gone; '' where there are none. */
  oldAddresses: string;
  /** When the site changes though nobody edits anything: ISO 8601. */
  nextChange: string;
  /** What editors should know of the newsroom, though it could be built. */
  warnings: readonly string[];
  /** Files that were left out for their mistakes. */
  rejected: readonly string[];
}

interface Standing {
  inputs: string;
  /** The instant the site was built for, ISO 8601. */
  now: string;
  report: SiteReport;
}

const FORM = 'standing site 2';

/**
 * The report of the site that stands in a folder, where a build would only make it again: it was made from the same
 * inputs, the clock has passed no instant at which anything changes by itself, and every file is as it was written.
 * @param out absolute, after all links
 * @param looking at what has become of that site
 * @returns undefined where there is something to build, or where nobody can say
 */
export async function standingSite(
  out: string,
  { digest }: BuildInputs,
  now: Date,
  looking: Looking,
): Promise<SiteReport | undefined> {
  const standing = readSealedJson(fileOf(out), FORM) as Standing | undefined;
  if (!standing || digest === undefined || standing.inputs !== digest) return undefined;
  if (now < new Date(standing.now) || now >= new Date(standing.report.nextChange)) return undefined;
  const record = readSiteRecord(out);
  if (!record || record.leftovers.length > 0) return undefined;
  const { damaged, restamped } = (await looking.finished) ?? lookAtFiles(out, record);
  if (damaged.size > 0) return undefined;
  // What was written a moment before the last build ended had to be read; it need not be again.
  if (restamped.size > 0) writeSiteRecord(out, { ...record, groups: new Map([...record.groups, ...restamped]) });
  return standing.report;
}

/** Remembers what a site was made from, after its last file is in place. */
export function rememberStanding(out: string, { digest }: BuildInputs, now: Date, report: SiteReport): void {
  if (digest === undefined) return;
  const standing: Standing = { inputs: digest, now: now.toISOString(), report };
  writeSealedJson(fileOf(out), FORM, standing);
}

/** Before a site is written to: if the build is killed, nothing is known of it. */
export function forgetStanding(out: string): void {
  rmSync(fileOf(out), { force: true });
}

function fileOf(out: string): string {
  return join(siteRecordFolder(out), 'standing');
}
