import { NO_CHANGE, type Scenario } from '../scenario.ts';

/** Built again though nobody changed anything, a minute later: what a scheduled build costs. */
export const nothing: Scenario = {
  name: 'nothing',
  title: 'Nothing changed',
  leaves: 'nothing',
  change: () => NO_CHANGE,
};
