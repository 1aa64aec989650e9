import { resolve } from 'node:path';
import { parseInstant } from './schemas/shared-fields.ts';

/** What Astro's build and live preview are told from outside. */
export interface BuildSettings {
  /** Absolute path of the content root. */
  contentRoot: string;
  /** Absolute path of the folder with the earlier versions that are shown instead of files with mistakes, if there are any. */
  earlierFolder: string | undefined;
  /** Absolute path of the folder of all caches. */
  cacheFolder: string;
  /** The instant the site is built for; undefined: the moment it is loaded. */
  now: Date | undefined;
  /** Replaces the configured address. */
  origin: string | undefined;
  /** Show drafts as if they were published; only the live preview honours it. */
  drafts: boolean;
}

/** Environment variables, since Astro offers no other way into its configuration and content collections. */
export const SETTING_NAMES = {
  contentRoot: 'NEWSROOM_CONTENT',
  earlierFolder: 'NEWSROOM_EARLIER',
  cacheFolder: 'NEWSROOM_CACHE',
  now: 'NEWSROOM_NOW',
  origin: 'NEWSROOM_SITE',
  drafts: 'NEWSROOM_DRAFTS',
} as const satisfies Record<keyof BuildSettings, string>;

/**
 * Reads the settings of a build.
 * @param environment normally `process.env`
 * @throws Error if the instant is not a date
 */
export function buildSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings {
  const nowText = environment[SETTING_NAMES.now];
  const now = nowText === undefined ? undefined : parseInstant(nowText);
  if (nowText !== undefined && !now) {
    throw new Error(`--now ${nowText}: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00`);
  }
  return {
    contentRoot: resolve(environment[SETTING_NAMES.contentRoot] ?? 'src/content'),
    earlierFolder: environment[SETTING_NAMES.earlierFolder],
    cacheFolder: resolve(environment[SETTING_NAMES.cacheFolder] ?? '.cache'),
    now,
    origin: environment[SETTING_NAMES.origin],
    drafts: environment[SETTING_NAMES.drafts] === 'true',
  };
}
