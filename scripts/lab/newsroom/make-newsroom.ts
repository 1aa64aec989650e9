import type { NewsroomOptions } from './options.ts';
import { spreadDates } from './spread-dates.ts';
import { MappingTally, readingLines, writtenLines } from './summary.ts';
import { syntheticArticles } from './synthetic-articles.ts';
import { surveyWire, wireArticles } from './wire-articles.ts';
import { writeNewsroom } from './write-newsroom.ts';

const DEFAULT_INVENTED = 300;

/** Shows how far the work is. */
export interface ProgressListener {
  stage(label: string): void;
  update(done: number, total?: number): void;
}

/**
 * Writes a newsroom.
 * @returns the summary, for a person to read
 * @throws ContentError if the file of articles has bad lines or none; nothing has been written then
 */
export async function makeNewsroom(options: NewsroomOptions, progress: ProgressListener): Promise<string> {
  const { years, now, out } = options;
  const { count, drafts, origin, mapped } = await articleSource(options, progress);
  progress.stage('Writing articles');
  const dated = spreadDates(drafts, { count, years, now });
  const written = await writeNewsroom(out, dated, now, (done) => progress.update(done, count));
  return [...origin, ...writtenLines(out, written), ...(mapped?.lines() ?? [])].join('\n');
}

/** The drafts, how many will come, the first lines of the summary, and what was mapped once the drafts have been read. */
async function articleSource({ from, count, seed, now }: NewsroomOptions, progress: ProgressListener) {
  if (from === undefined) {
    const invented = count ?? DEFAULT_INVENTED;
    const origin = [`Invented ${invented.toLocaleString('en')} articles from seed ${seed}.`];
    return { count: invented, drafts: syntheticArticles(invented, seed, now), origin };
  }
  progress.stage('Reading articles');
  const survey = await surveyWire(from, (done) => progress.update(done));
  const wanted = count ?? survey.articleCount;
  const mapped = new MappingTally();
  const drafts = wireArticles(from, survey, wanted, seed, (remarks) => mapped.add(remarks));
  return { count: wanted, drafts, origin: readingLines(from, survey, wanted), mapped };
}
