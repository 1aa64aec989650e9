import type { BuiltSite } from '../build-site.ts';
import type { Reason } from './group-update.ts';

const REASONS: Record<Reason, string> = {
  new: 'it is new',
  changed: 'what it shows has changed',
  templates: 'the templates, the code or the packages have changed',
  damaged: 'its file was not as the last build wrote it',
  unkeyed: 'it is made at every build',
  clean: '--clean makes everything anew',
};

/**
 * Why one page was rendered or reused, in a sentence.
 * @param url the page's address, whole or from the root
 */
export function explainPage(url: string, { rendered, has }: Pick<BuiltSite, 'rendered' | 'has'>): string {
  const path = decodeURI(URL.canParse(url) ? new URL(url).pathname : url).replace(/^\//, '');
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const reason = rendered.get(file);
  if (reason) return `/${path} was rendered: ${REASONS[reason]}`;
  return has(file)
    ? `/${path} was reused: it shows what it showed before`
    : `/${path} is not a page of this site; pages end with a slash`;
}

const SHORT: Record<Reason, string> = {
  new: 'new',
  changed: 'show something else',
  templates: 'other templates, code or packages',
  damaged: 'not as they were written',
  unkeyed: 'made at every build',
  clean: 'made anew by --clean',
};

/** How many pages were rendered for which reason, the most first: `12 show something else, 3 made at every build`. */
export function summariseReasons(rendered: ReadonlyMap<string, Reason>): string {
  const counts = new Map<Reason, number>();
  for (const reason of rendered.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count.toLocaleString('en')} ${SHORT[reason]}`)
    .join(', ');
}
