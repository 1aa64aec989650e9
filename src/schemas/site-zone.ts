import { siteConfig } from '#src/site.config.ts';
import { isZone } from './event-time.ts';
import { instantOf } from './zone-time.ts';

/**
 * The paper's zone: its days begin at midnight there, and a time without an offset is read on its clock. Of settings that name none,
 * which are refused before anything else, UTC.
 */
export const SITE_ZONE = isZone(siteConfig.zone) ? siteConfig.zone : 'UTC';

/** The instant at which the paper's clock shows a time: `2026-12-05T20:00`, or a day alone for its beginning. */
export const siteInstant = (time: string): Date => instantOf(SITE_ZONE, time);
