import { absoluteUrl, isFeedFile } from '#src/urls.ts';
import type { Site } from '#src/schemas/site.ts';
import { currentId, type Target } from '../shared/target.ts';
import { readRecord } from './record.ts';

/** Feeds in one request: hubs take a list, but no endless one. */
const AT_ONCE = 20;

/** A hub that answers later than this is left alone. */
const TIMEOUT_MS = 10_000;

/**
 * Does a piece of work that may switch to another release, and tells the paper's hub which feeds are others, as hubs since
 * PubSubHubbub 0.4 ask it (section 7); WebSub leaves it open (w3.org/TR/websub, section 6). A hub that fails holds nothing back.
 * @param work returns the exit code
 * @returns its exit code
 */
export async function withPing(
  target: Target,
  { hub, url }: Pick<Site, 'hub' | 'url'>,
  work: () => number | Promise<number>,
): Promise<number> {
  const before = hub === undefined ? new Map<string, string>() : feedsOf(target);
  const code = await work();
  if (hub === undefined) return code;
  const changed = [...feedsOf(target)].flatMap(([path, digest]) =>
    before.get(path) === digest ? [] : absoluteUrl(url, `/${path}`),
  );
  if (changed.length > 0) await pingHub(hub, changed);
  return code;
}

/**
 * Tells a hub of feeds that changed, and the terminal how that went.
 * @param feeds their full addresses
 * @returns whether the hub took it
 */
export async function pingHub(hub: string, feeds: readonly string[]): Promise<boolean> {
  const failure = await tell(hub, feeds);
  if (failure === undefined) console.log(`The hub ${hub} was told of ${counted(feeds.length)}.`);
  else
    console.error(
      `The hub ${hub} could not be told of ${counted(feeds.length)} (${failure}). The site is published; feed readers see what is new ` +
        'when they next ask. If this happens again, see whether “hub” in src/site.config.ts is right.',
    );
  return failure === undefined;
}

/** The digests of the served release's feeds. */
function feedsOf(target: Target): Map<string, string> {
  const id = currentId(target);
  const files = id === undefined ? {} : (readRecord(target, id)?.files ?? {});
  return new Map(Object.entries(files).flatMap(([path, { sha256 }]) => (isFeedFile(path) ? [[path, sha256]] : [])));
}

/** @returns why the hub did not take it; undefined if it did */
async function tell(hub: string, feeds: readonly string[]): Promise<string | undefined> {
  try {
    for (let at = 0; at < feeds.length; at += AT_ONCE) {
      const topics = feeds.slice(at, at + AT_ONCE).map((feed): [string, string] => ['hub.url', feed]);
      const body = new URLSearchParams([['hub.mode', 'publish'], ...topics]);
      const { ok, status } = await fetch(hub, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!ok) return `it answered ${status}`;
    }
    return undefined;
  } catch (error) {
    const { cause, message } = error as Error;
    return cause instanceof Error ? cause.message : message;
  }
}

const counted = (count: number) => (count === 1 ? 'a feed that changed' : `${count} feeds that changed`);
