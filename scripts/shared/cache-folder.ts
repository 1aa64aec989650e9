import { resolve } from 'node:path';

/** What this checkout's commands cache; it may be deleted at any time, and be carried to another folder or machine. */
export const CACHE_FOLDER = resolve('.cache');
