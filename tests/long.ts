/** Whether the long tests run too (`npm test -- --long`): the files named `*.long.test.ts`, and of every other more rounds. */
export const IS_LONG = process.env['NEWSROOM_LONG'] === '1';

/** How many rounds a test makes: a few every time, the full number in the long run. */
export const rounds = (few: number, many: number): number => (IS_LONG ? many : few);
