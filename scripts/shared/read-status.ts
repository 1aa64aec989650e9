import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '#src/publish/usage-error.ts';
import { parseStatus, type PublishStatus } from '#src/status/publish-status.ts';
import { absoluteUrl, statusUrl } from '#src/urls.ts';
import type { Target } from './target.ts';

export const STATUS_FILE = 'status.json';

/** Where a target's status is: beside its releases, not in the site, because it names articles that are withheld. */
export const statusFolder = ({ folder }: Target): string => join(folder, 'status');

/** @returns undefined if nothing is known, or it cannot be read */
export function readStatus(target: Target): PublishStatus | undefined {
  try {
    return parseStatus(readFileSync(join(statusFolder(target), STATUS_FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** How long a host may take to answer. */
const PATIENCE_MS = 30_000;

/**
 * The status that a host serves with the site, which names nothing withheld.
 * @param site the site's address
 * @returns undefined if the host has none
 * @throws UsageError if the host does not answer
 */
export async function fetchStatus(site: string): Promise<PublishStatus | undefined> {
  const address = absoluteUrl(site.endsWith('/') ? site : `${site}/`, `${statusUrl()}${STATUS_FILE}`);
  let answer: Response;
  try {
    // Hosts keep copies for some minutes, by the whole address.
    answer = await fetch(`${address}?${Date.now()}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new UsageError(`--to ${site}: the host does not answer; is the address right?`, 1);
  }
  try {
    return answer.ok ? parseStatus(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}
