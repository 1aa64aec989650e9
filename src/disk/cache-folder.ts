import { resolve } from 'node:path';

/** What builds keep for the next one; it may be deleted at any time, and be carried to another machine. */
export const CACHE_FOLDER = resolve('.cache');
