import { publishedLists, type ListFiles } from '#src/admin/published-list.ts';
import { homeOf } from '#src/reading/home-of.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import type { Site } from '#src/schemas/site.ts';
import { CACHE_FOLDER } from '../shared/cache-folder.ts';

/** What the form must know of a newsroom beside what it reads itself: what readers can see of it now. */
export function readLists(contentRoot: string, site: Site, now: Date): ListFiles {
  const home = homeOf(site);
  const memory = new ReadingCache({ cacheFolder: CACHE_FOLDER, contentRoot });
  const { newsroom, problems, view } = readNewsroom(contentRoot, { memory, home });
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return publishedLists(newsroom, { home, now, anchors: view.anchors, faulty });
}
