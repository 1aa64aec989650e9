import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { compareProblems } from '#src/schemas/problem.ts';
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
  const memory = new ReadingCache(contentRoot);
  const { newsroom, problems, fileCount } = readNewsroom(contentRoot, { memory, now, ...(onFile && { onFile }) });
  memory.save();
  const pictures = await readPictures(contentRoot, newsroom);
  return { problems: [...problems, ...pictures.problems].sort(compareProblems), files: fileCount, newsroom };
}
