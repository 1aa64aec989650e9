import type { NewsroomOptions } from './options.ts';
import { spreadDates } from './spread-dates.ts';
import type { StoryDraft } from './story-draft.ts';
import { MappingTally, readingLines, writtenLines } from './summary.ts';
import { surveyWire } from './survey-wire.ts';
import { syntheticStories } from './synthetic-stories.ts';
import { wireStories } from './wire-stories.ts';
import { writeNewsroom } from './write-newsroom.ts';

const DEFAULT_INVENTED = 300;

/** Told how far the work is. */
export interface ProgressListener {
  stage(label: string): void;
  update(done: number, total?: number): void;
}

/** Where the stories come from, and what there is to say of them. */
interface StorySource {
  count: number;
  drafts: AsyncIterable<StoryDraft>;
  /** Lines for the head of the summary. */
  origin: readonly string[];
  /** Lines for its end, once the stories are written. */
  account(): string[];
}

/**
 * Writes a newsroom.
 * @returns the summary, for a person to read
 * @throws ContentError where the file of stories has bad lines or none; nothing has been written then
 */
export async function makeNewsroom(options: NewsroomOptions, progress: ProgressListener): Promise<string> {
  const { from, years, now, out } = options;
  const source = from === undefined ? inventedSource(options) : await wireSource(options, from, progress);
  progress.stage('Writing stories');
  const dated = spreadDates(source.drafts, { count: source.count, years, now });
  const written = await writeNewsroom(out, dated, now, (done) => {
    progress.update(done, source.count);
  });
  return [...source.origin, ...writtenLines(out, written), ...source.account()].join('\n');
}

async function wireSource(
  { count, seed }: NewsroomOptions,
  file: string,
  progress: ProgressListener,
): Promise<StorySource> {
  progress.stage('Reading stories');
  const survey = await surveyWire(file, (done) => {
    progress.update(done);
  });
  const wanted = count ?? survey.storyCount;
  const tally = new MappingTally();
  return {
    count: wanted,
    drafts: wireStories(file, survey, wanted, seed, (remarks) => {
      tally.add(remarks);
    }),
    origin: readingLines({ file, ...survey }, wanted),
    account: () => tally.lines(),
  };
}

function inventedSource({ count = DEFAULT_INVENTED, seed, now }: NewsroomOptions): StorySource {
  return {
    count,
    drafts: syntheticStories(count, seed, now),
    origin: [`Invented ${count.toLocaleString('en')} stories from seed ${seed}.`],
    account: () => [],
  };
}
