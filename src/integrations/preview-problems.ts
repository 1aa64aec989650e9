/** Where the live preview's pages ask what is wrong with the newsroom. */
export const PROBLEMS_PATH = '/_preview/problems.json';

/** The event of Vite's connection that says so after each change. */
export const PROBLEMS_EVENT = 'newsroom:problems';

/** A mistake or warning as a page of the live preview shows it. */
export interface ShownProblem {
  severity: 'error' | 'warning';
  /** With file, line and column. */
  text: string;
}
