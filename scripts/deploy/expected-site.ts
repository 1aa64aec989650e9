import { redirectsOf, type Redirect } from '#src/newsroom/redirects.ts';
import { hasTombstone, withheldReason, type WithheldReason } from '#src/newsroom/visibility.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { articleUrl } from '#src/urls.ts';

/** An article that readers must not see. */
export interface WithheldArticle {
  reason: WithheldReason;
  title: string;
  standfirst: string;
  /** What the tombstone of a withdrawn article says; undefined if it must not have one. */
  tombstone: string | undefined;
}

/** What a site must hold according to the newsroom, and what it must not. */
export interface ExpectedSite {
  /** Addresses. */
  published: ReadonlySet<string>;
  /** By address. */
  withheld: ReadonlyMap<string, WithheldArticle>;
  /** A withheld article may have the title of a published one. */
  publicTitles: ReadonlySet<string>;
  redirects: readonly Redirect[];
}

/**
 * What readers may see at an instant. The newsroom is read again for it, independently of the build that is checked.
 * @param contentRoot absolute path
 * @param isQuarantine whether the site is built without the files that have mistakes
 */
export async function expectedSite(contentRoot: string, now: Date, isQuarantine: boolean): Promise<ExpectedSite> {
  const { newsroom } = await loadNewsroom(contentRoot, { now, isQuarantine });
  const visible = newsroom.articles.filter((article) => withheldReason(article, now) === undefined);
  const published = new Set(visible.map(articleUrl));
  const withheld = new Map<string, WithheldArticle>();
  for (const article of newsroom.articles) {
    const reason = withheldReason(article, now);
    const address = articleUrl(article);
    const tombstone = hasTombstone(article, now) ? article.withdrawn?.reason : undefined;
    const { title, description: standfirst } = article;
    if (reason && !published.has(address)) withheld.set(address, { reason, title, standfirst, tombstone });
  }
  const publicTitles = new Set(visible.map(({ title }) => title));
  return { published, withheld, publicTitles, redirects: redirectsOf(newsroom, now) };
}
