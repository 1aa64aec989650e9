import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { readChecksummedJson, writeChecksummedJson } from '#src/disk/checksummed-file.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { shortDigest } from '#src/keys/digest.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, isFeedFile } from '#src/urls.ts';
import { pingHub } from './ping-hub.ts';

/** A site that was uploaded to its host. */
export interface UploadedSite {
  /** What was uploaded. */
  folder: string;
  site: Pick<Site, 'hub' | 'url'>;
  cacheFolder: string;
}

/** How the host is waited for. */
export interface Waiting {
  /** How often it is asked. */
  times: number;
  /** Between two questions. */
  pause: () => Promise<void>;
}

/** Some hosts show a new site minutes after they have taken it. */
const TEN_MINUTES: Waiting = { times: 40, pause: () => pauseFor(15_000) };

/** A host that answers later than this is asked again. */
const TIMEOUT_MS = 30_000;

/**
 * Tells the paper's hub which feeds of an uploaded site have changed since it was last told, once the site's address shows them: a
 * hub that is told too early reads the old ones, and does not ask again. If the hub or the host fails, nothing is held back: the hub is
 * told the next time.
 */
export async function tellHub({ folder, site, cacheFolder }: UploadedSite, waiting = TEN_MINUTES): Promise<void> {
  const { hub, url } = site;
  if (hub === undefined) return;
  const record = join(cacheFolder, 'hub', 'told.json');
  // Another hub was told nothing.
  const format = `hub told 1 ${shortDigest(`${hub} ${url}`)}`;
  const told = (readChecksummedJson(record, format) ?? {}) as Readonly<Record<string, string>>;
  const feeds = filesBelow(folder).filter(isFeedFile);
  const digests = Object.fromEntries(feeds.map((file) => [file, hash('sha256', readFileSync(join(folder, file)))]));
  const [first, ...others] = feeds.filter((file) => told[file] !== digests[file]);
  if (first === undefined) return;
  const address = absoluteUrl(url, `/${first}`);
  if (!(await isShown(address, digests[first] ?? '', waiting))) {
    console.error(
      `${address} is not yet the feed that was uploaded, so the hub ${hub} was not told. It is told after the next upload; feed readers ` +
        'see what is new when they next ask. If this happens again, see whether “url” in src/site.config.ts is where the host shows the site.',
    );
    return;
  }
  const addresses = [first, ...others].map((file) => absoluteUrl(url, `/${file}`));
  if (!(await pingHub(hub, addresses))) return;
  mkdirSync(join(cacheFolder, 'hub'), { recursive: true });
  writeChecksummedJson(record, format, digests);
}

/** Whether an address shows some bytes, by their SHA-256, while it is waited for. */
async function isShown(address: string, digest: string, { times, pause }: Waiting): Promise<boolean> {
  for (let asked = 0; asked < times; asked += 1) {
    if (asked === 1) console.log(`Waiting until ${address} shows the feed that was uploaded …`);
    if (asked > 0) await pause();
    // Hosts keep copies for some minutes, by the whole address.
    const bytes = await bytesAt(`${address}?${digest.slice(0, 12)}${asked}`);
    if (bytes && hash('sha256', bytes) === digest) return true;
  }
  return false;
}

async function bytesAt(address: string): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
