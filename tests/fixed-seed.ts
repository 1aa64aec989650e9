import fc from 'fast-check';
import { IS_LONG } from './long.ts';

/**
 * The random texts and numbers of the default run are the same every time: what nobody has changed must not fail for the first time
 * on somebody else's change. The long run draws others each night; a failure there says its seed.
 */
if (!IS_LONG) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_130 });
