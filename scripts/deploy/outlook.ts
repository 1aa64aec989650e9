import { redirectsOf, type Redirect } from '#src/newsroom/redirects.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { hasTombstone, withheldReason, type WithheldReason } from '#src/newsroom/visibility.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { articleUrl } from '#src/urls.ts';

/** A story that readers must not see. */
export interface WithheldStory {
  reason: WithheldReason;
  title: string;
  standfirst: string;
  /** Of a withdrawn story whose address says so: what it says. */
  notice: string | undefined;
}

/** What the newsroom says of a site: which stories it must hold, and which it must not. */
export interface Outlook {
  /** Addresses. */
  published: ReadonlySet<string>;
  /** By address. */
  withheld: ReadonlyMap<string, WithheldStory>;
  /** A withheld story may have the title of one that is published. */
  publicTitles: ReadonlySet<string>;
  /** Where old addresses lead. */
  redirects: readonly Redirect[];
}

/**
 * Asks the newsroom what readers may see at an instant: read anew, and not by the build whose work is being checked.
 * @param contentRoot absolute path
 * @param isQuarantine whether the site is made without the files that have mistakes
 */
export async function outlookOf(contentRoot: string, now: Date, isQuarantine = false): Promise<Outlook> {
  const { newsroom } = await loadNewsroom(contentRoot, { now, isQuarantine });
  return outlookIn(newsroom, now);
}

/** The same of a newsroom that has been read. */
export function outlookIn(newsroom: Newsroom, now: Date): Outlook {
  const { articles } = newsroom;
  const out = articles.filter((article) => withheldReason(article, now) === undefined);
  const published = new Set(out.map(articleUrl));
  const withheld = new Map<string, WithheldStory>();
  for (const article of articles) {
    const reason = withheldReason(article, now);
    const address = articleUrl(article);
    const notice = hasTombstone(article, now) ? article.withdrawn?.reason : undefined;
    const { title, description: standfirst } = article;
    if (reason && !published.has(address)) withheld.set(address, { reason, title, standfirst, notice });
  }
  const publicTitles = new Set(out.map(({ title }) => title));
  return { published, withheld, publicTitles, redirects: redirectsOf(newsroom, now) };
}
