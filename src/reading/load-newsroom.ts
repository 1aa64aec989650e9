import type { Newsroom } from '#src/newsroom/newsroom.ts';
import type { NewsroomView } from '#src/rules/newsroom-view.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { compareProblems } from '#src/schemas/problem.ts';
import { quarantine } from './quarantine.ts';
import { readNewsroom, type ReadOptions } from './read-newsroom.ts';
import { readPictures } from './read-pictures.ts';

/** A newsroom with its pictures, and everything that is wrong with it. */
export interface LoadedNewsroom {
  /** Fit to be published if no problem is an error, or if the files with errors were left out. */
  newsroom: Newsroom;
  /** Sorted by file and line. */
  problems: readonly ContentProblem[];
  /** Files that were left out because of their errors, or because they need one that was. */
  rejected: readonly string[];
  /** Content files seen, good or bad. */
  fileCount: number;
  /** The links of bodies, by file, with their places. */
  links: NewsroomView['links'];
}

export interface LoadOptions extends ReadOptions {
  /** Leave out files with errors, and what needs them. */
  isQuarantine?: boolean;
}

/**
 * The one way from files to a newsroom: reads every content file, opens every picture, asks every rule. Build, deploy,
 * linter, live preview and Astro's content collections all start here.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 */
export async function loadNewsroom(contentRoot: string, options: LoadOptions = {}): Promise<LoadedNewsroom> {
  const { newsroom: read, problems: found, fileCount, view } = readNewsroom(contentRoot, options);
  const pictures = await readPictures(contentRoot, read);
  const problems = [...found, ...pictures.problems].sort(compareProblems);
  const whole = { newsroom: pictures.newsroom, problems, rejected: [], fileCount, links: view.links };
  if (!options.isQuarantine) return whole;
  return { fileCount, links: view.links, ...quarantine(contentRoot, { ...whole, view }) };
}

/**
 * The diagnostics channel on which Astro's loader announces every {@link LoadedNewsroom}: Astro loads the loader's module
 * apart from its configuration, so that integrations share nothing else with it.
 */
export const LOADED_CHANNEL = 'newsroom:loaded';
