import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { systemRefusal } from '../shared/system-refusal.ts';
import { CACHE_FOLDER } from '../shared/cache-folder.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';

/** What was found in a newsroom. */
export interface LintResult {
  problems: readonly ContentProblem[];
  /** Content files, good or bad. */
  files: number;
  newsroom: Newsroom;
}

/**
 * Checks a newsroom with every rule. It shares the reading cache with builds: each file of the cache is written whole and
 * trusted only as far as it fits the disk, so that no lock is needed beside a build.
 * @param now the instant at which links are checked
 */
export async function lintNewsroom(
  contentRoot: string,
  now: Date,
  onFile?: (done: number, total: number) => void,
): Promise<LintResult> {
  const memory = new ReadingCache({ cacheFolder: CACHE_FOLDER, contentRoot });
  const { newsroom, problems, fileCount } = await loadNewsroom(contentRoot, { memory, now, ...(onFile && { onFile }) });
  try {
    memory.save();
  } catch (error) {
    // What was found is reported all the same; the next run only reads everything again.
    console.error(`Nothing was cached: ${systemRefusal(error) ?? String(error)}`);
  }
  return { problems, files: fileCount, newsroom };
}
