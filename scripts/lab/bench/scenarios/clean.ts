import { NO_CHANGE, type Scenario } from '../scenario.ts';

/** Everything is built anew, as on a machine that has never built the site. */
export const clean: Scenario = {
  name: 'clean',
  title: 'Built from scratch',
  leaves: 'nothing',
  startsOver: true,
  remakesAll: true,
  change: () => NO_CHANGE,
};
