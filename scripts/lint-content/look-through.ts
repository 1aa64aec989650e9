import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { CACHE_FOLDER } from '../shared/cache-folder.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';

/** What a look at a newsroom found. */
export interface Look {
  problems: readonly ContentProblem[];
  /** Content files, good or bad. */
  files: number;
  newsroom: Newsroom;
}

/**
 * Asks every rule about a newsroom. What builds have read is known, and what is read here the next build knows: each file of
 * the cache is written whole and believed only as far as it fits the disk, so that no lock is needed beside a build.
 * @param now the instant at which links are judged
 */
export async function lookThrough(
  contentRoot: string,
  now: Date,
  onFile?: (done: number, total: number) => void,
): Promise<Look> {
  const memory = new ReadingCache({ cacheFolder: CACHE_FOLDER, contentRoot });
  const { newsroom, problems, fileCount } = await loadNewsroom(contentRoot, { memory, now, ...(onFile && { onFile }) });
  memory.save();
  return { problems, files: fileCount, newsroom };
}
