import { existsSync, readFileSync } from 'node:fs';
import { isRedirectPage } from '#src/hosting/redirect-page.ts';
import { isTombstone } from '#src/newsroom/withdrawals.ts';

/** What can stand at a story's address in its place: the notice that it was withdrawn, or a page that leads to where it is. */
export type StandIn = 'notice' | 'redirect';

/** What a page stands in for a story as; undefined where it is the story itself. @param html as text or as bytes */
export function standInOf(html: { includes: (text: string) => boolean }): StandIn | undefined {
  if (isTombstone(html)) return 'notice';
  return isRedirectPage(html) ? 'redirect' : undefined;
}

/** The same of a page on the disk; undefined also where there is none. */
export function standInAt(path: string): StandIn | undefined {
  return existsSync(path) ? standInOf(readFileSync(path)) : undefined;
}
