import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { subscribeAddresses } from '#src/newsroom/subscribe-pages.ts';
import type { Home } from '#src/rules/newsroom-view.ts';
import type { Site } from '#src/schemas/site.ts';
import { parseSite } from '#src/site.ts';

/** Its files are published as they are. */
const PUBLIC_FOLDER = 'public';

/**
 * What rules know of a site besides its newsroom. A site that is built for another address (`--site`) is still the publisher's:
 * links to the configured address lead to it as well.
 */
export function homeOf(site: Site): Home {
  return {
    sites: [site.url, parseSite().url],
    articlesPerPage: site.lists.articlesPerPage,
    files: new Set(publicFiles()),
    pages: new Set(subscribeAddresses(site)),
  };
}

function publicFiles(): string[] {
  try {
    return readdirSync(PUBLIC_FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(PUBLIC_FOLDER, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
  } catch {
    // A project may have no such folder.
    return [];
  }
}
