import { resolve } from 'node:path';
import { parseInstant } from './schemas/shared-fields.ts';

/** What a command tells the site's build: the world it is built in. */
export interface BuildSettings {
  /** Absolute path of the content root. */
  contentRoot: string;
  /** The instant the site is built for; undefined: the moment it is loaded. */
  now: Date | undefined;
  /** Replaces the configured address. */
  origin: string | undefined;
}

/** The names under which commands hand their settings to Astro, which offers no other way into its content store. */
export const SETTING_NAMES = {
  contentRoot: 'NEWSROOM_CONTENT',
  now: 'NEWSROOM_NOW',
  origin: 'NEWSROOM_SITE',
} as const;

/**
 * Reads the settings of a build.
 * @param environment normally `process.env`
 * @throws Error where the instant is not a date
 */
export function buildSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings {
  const nowText = environment[SETTING_NAMES.now];
  const now = nowText === undefined ? undefined : parseInstant(nowText);
  if (nowText !== undefined && !now) {
    throw new Error(`--now ${nowText}: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00`);
  }
  return {
    contentRoot: resolve(environment[SETTING_NAMES.contentRoot] ?? 'src/content'),
    now,
    origin: environment[SETTING_NAMES.origin],
  };
}
