import { SETTING_NAMES } from '#src/build-settings.ts';
import type { ContentSource } from '#src/reading/content-path.ts';
import type { Site } from '#src/schemas/site.ts';

/** What every part of a build needs to know. */
export interface BuildContext extends ContentSource {
  /** Absolute; what builds cache, which may be deleted at any time and carried to another folder or machine. */
  cacheFolder: string;
  /** No picture that was made earlier is used, in milliseconds since 1970: the start of a clean build. */
  cachedSince?: number | undefined;
  /** The instant the site is built for. */
  now: Date;
  site: Site;
}

/** The same as environment variables, for processes that read it from there. */
export function contextAsEnvironment(context: BuildContext): Record<string, string> {
  const { contentRoot, earlierFolder, cacheFolder, now, site } = context;
  return {
    [SETTING_NAMES.contentRoot]: contentRoot,
    ...(earlierFolder !== undefined && { [SETTING_NAMES.earlierFolder]: earlierFolder }),
    [SETTING_NAMES.cacheFolder]: cacheFolder,
    [SETTING_NAMES.now]: now.toISOString(),
    [SETTING_NAMES.origin]: site.url,
  };
}
