import { SETTING_NAMES } from '#src/build-settings.ts';
import type { Site } from '#src/schemas/site.ts';

/** What every part of a build is told. */
export interface BuildWorld {
  contentRoot: string;
  now: Date;
  site: Site;
}

/** The same, as the environment in which Astro and child processes find it. */
export function worldAsEnvironment({ contentRoot, now, site }: BuildWorld): Record<string, string> {
  return {
    [SETTING_NAMES.contentRoot]: contentRoot,
    [SETTING_NAMES.now]: now.toISOString(),
    [SETTING_NAMES.origin]: site.url,
  };
}
