/** Where a scenario makes its change. */
export interface ScenarioWorld {
  /** Absolute path of a newsroom written by `npm run newsroom`: its front matter has one field a line. */
  contentRoot: string;
  /** Absolute path of the copy of this project that is measured. */
  project: string;
  /** The instant the next build is for. */
  now: Date;
}

/** The files a scenario changed or added. */
export interface Change {
  /** Stories, from the content root: other generators are given them as well. */
  stories: readonly string[];
  /** Source files, from the project's root. */
  sources: readonly string[];
}

/** One thing an editor or developer does before building again. */
export interface Scenario {
  /** As `--scenarios` names it; its file's name. */
  name: string;
  /** As the tables name it. */
  title: string;
  /** What is left when the scenario is over. Nothing is undone: a real newsroom keeps its edits too. */
  leaves: string;
  /** Whether the build throws away what it knows of the last one. */
  startsOver?: true;
  /** Whether its build makes the whole site anew, or nearly. */
  remakesAll?: true;
  /** Whether there is one story more afterwards. */
  addsStory?: true;
  /**
   * Makes the change of one run. The same newsroom and run make the same change, and each run makes another one.
   * @param run from 0
   * @throws Error where there is nothing to change: a run that changed nothing would be measured as a fast one
   */
  change(world: ScenarioWorld, run: number): Change;
}

/** Of scenarios that build what is already there. */
export const NO_CHANGE: Change = { stories: [], sources: [] };
