import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { UNREADABLE_RULE } from '#src/rules/files/file-rules.ts';
import type { NewsroomView } from '#src/rules/newsroom-view.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { compareProblems } from '#src/schemas/problem.ts';
import { publishablePart, type FaultyFile, type LastPublished } from './publishable-part.ts';
import { readAhead } from './read-ahead.ts';
import { readNewsroom, type ReadOptions } from './read-newsroom.ts';
import { readPictures, type KnownPictures } from './read-pictures.ts';
import { surveyNewsroom } from './survey-newsroom.ts';

/** A newsroom with its pictures, and everything that is wrong with it. */
export interface LoadedNewsroom {
  newsroom: Newsroom;
  /** Whether it can be published: it has no errors, or what has is left out. */
  isPublishable: boolean;
  /** Sorted by file and line. */
  problems: readonly ContentProblem[];
  /** What readers see of each file with errors, sorted by file; empty unless mistakes are left out. */
  faulty: readonly FaultyFile[];
  /** Content files seen, good or bad. */
  fileCount: number;
  /** Every file of the newsroom, pictures included, within the content root. */
  files: readonly string[];
  /** The links of bodies, by file, with their places. */
  links: NewsroomView['links'];
}

export interface LoadOptions extends ReadOptions {
  /**
   * Leave out what has mistakes, so that the rest can be published. Earlier versions that are shown instead are written to
   * the folder, which is emptied first; without a folder, there are none.
   */
  leaveOut?: { earlierFolder?: string; last?: LastPublished | undefined } | undefined;
}

/**
 * The one way from files to a newsroom: reads every content file, opens every picture, asks every rule. Build, deploy,
 * linter, live preview and Astro's content collections all start here.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 */
export async function loadNewsroom(contentRoot: string, options: LoadOptions = {}): Promise<LoadedNewsroom> {
  const survey = surveyNewsroom(contentRoot);
  const { memory, onFile } = options;
  const isAhead = memory !== undefined && (await readAhead(contentRoot, survey, memory, { onFile }));
  const reading = readNewsroom(contentRoot, { ...options, ...(isAhead && { onFile: undefined }) }, survey);
  const known: KnownPictures = new Map();
  const pictures = await readPictures({ contentRoot }, reading.newsroom, known);
  const problems = [...reading.problems, ...pictures.problems].sort(compareProblems);
  const { fileCount, view } = reading;
  const whole = { newsroom: pictures.newsroom, problems, faulty: [], fileCount, files: view.files, links: view.links };
  const errors = problems.filter(({ severity }) => severity === 'error');
  const { leaveOut } = options;
  if (!leaveOut) return { ...whole, isPublishable: errors.length === 0 };
  // What is in a folder that cannot be read is not known: half a newspaper would be missing, and no editor can help it.
  const isPublishable = !errors.some(({ file, rule }) => file.endsWith('/') && rule === UNREADABLE_RULE.id);
  if (!isPublishable) return { ...whole, isPublishable };
  const part = await publishablePart(
    { contentRoot, ...leaveOut },
    { ...reading, newsroom: pictures.newsroom, problems },
    known,
  );
  return { ...whole, isPublishable, ...part };
}

/**
 * The diagnostics channel on which Astro's loader announces every {@link LoadedNewsroom}: Astro loads the loader's module
 * apart from its configuration, so that integrations share nothing else with it.
 */
export const LOADED_CHANNEL = 'newsroom:loaded';
