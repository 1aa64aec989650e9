import { SETTING_NAMES } from '#src/build-settings.ts';
import type { Site } from '#src/schemas/site.ts';

/** What every part of a build needs to know. */
export interface BuildContext {
  /** Absolute. */
  contentRoot: string;
  /** Absolute; what builds cache, which may be deleted at any time and carried to another folder or machine. */
  cacheFolder: string;
  /** The instant the site is built for. */
  now: Date;
  site: Site;
}

/** The same as environment variables, for processes that read it from there. */
export function contextAsEnvironment({ contentRoot, cacheFolder, now, site }: BuildContext): Record<string, string> {
  return {
    [SETTING_NAMES.contentRoot]: contentRoot,
    [SETTING_NAMES.cacheFolder]: cacheFolder,
    [SETTING_NAMES.now]: now.toISOString(),
    [SETTING_NAMES.origin]: site.url,
  };
}
