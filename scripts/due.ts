/**
 * Asks the published site whether it is to be made again, for a workflow that starts every ten minutes: `node scripts/due.ts` prints
 * `is-due=…` and `live=<commit>`, for the file in which GitHub Actions keeps a step's outputs.
 *
 * It runs on Node 24 alone: nothing is installed yet, and mostly need not be.
 */
import { siteConfig } from '#src/site.config.ts';
import { absoluteUrl, nextChangeUrl, statusUrl } from '#src/urls.ts';

const { NEWSROOM_SITE, GITHUB_SHA } = process.env;
const site = NEWSROOM_SITE ?? siteConfig.url;
const now = new Date();

/** How long the host may take to answer. */
const PATIENCE_MS = 30_000;

/** A publish that failed is tried again once an hour: each failure sends a mail. */
const isTimeToTryAgain = now.getUTCMinutes() < 10;

/** A file of the site as JSON; undefined if it is not there, or the host does not answer. */
async function published(path: string): Promise<Record<string, unknown> | undefined> {
  try {
    // Hosts keep copies for some minutes, by the whole address.
    const answer = await fetch(`${absoluteUrl(site, path)}?${now.getTime()}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? ((await answer.json()) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What is to be done, and why. */
function decide(next: Date | undefined, live: string | undefined): [isDue: boolean, why: string] {
  if (new URL(site).hostname.endsWith('.example'))
    return [false, `${site} is an example. “npm run setup” gives the paper its own address.`];
  if (!next)
    return [isTimeToTryAgain, `${site} says nothing of its next change: it has not been published, or is not there.`];
  if (next <= now) return [true, `The site was to change at ${next.toISOString()}.`];
  if (live !== undefined && GITHUB_SHA !== undefined && live !== GITHUB_SHA)
    return [isTimeToTryAgain, `The site is from commit ${live}, and not from ${GITHUB_SHA}.`];
  return [false, `Nothing is due before ${next.toISOString()}.`];
}

const [change, status] = await Promise.all([published(nextChangeUrl()), published(`${statusUrl()}status.json`)]);
const at = new Date(String(change?.['at']));
const { commit } = (status?.['live'] ?? {}) as { commit?: { id?: unknown } };
const live = /^[0-9a-f]{40,64}$/.exec(String(commit?.id))?.[0];
const [isDue, why] = decide(Number.isNaN(at.getTime()) ? undefined : at, live);
console.log(`is-due=${isDue}\nlive=${live ?? ''}`);
console.error(why);
