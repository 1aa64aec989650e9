import { siteSchema, type Site } from './schemas/site.ts';
import { siteConfig } from './site.config.ts';

/**
 * The publisher's choices, checked.
 * @param origin replaces the configured address for this build (`--site`)
 * @throws ZodError where `src/site.config.ts` or the origin is not valid
 */
export function parseSite(origin?: string): Site {
  return siteSchema.parse(origin ? { ...siteConfig, url: origin } : siteConfig);
}
