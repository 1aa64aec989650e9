import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comingChanges, type Change } from '#src/newsroom/coming-changes.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import { redirectsOf, type Redirect } from '#src/newsroom/redirects.ts';
import { hasTombstone, withheldReason, type WithheldReason } from '#src/newsroom/visibility.ts';
import { homeOf } from '#src/reading/home-of.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import type { FaultyFile, LastPublished } from '#src/reading/publishable-part.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Site } from '#src/schemas/site.ts';
import { articleUrl, eventUrl } from '#src/urls.ts';
import { writtenLinks, type FindWritten } from './written-links.ts';

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
  findWritten: FindWritten;
  /** Every file of the newsroom, pictures included. */
  files: readonly string[];
  /** What readers see of files that have mistakes. */
  faulty: readonly FaultyFile[];
  /** Everything that is wrong with the newsroom. */
  problems: readonly ContentProblem[];
  /** When the site is to be made again though no one edits anything. */
  nextChange: Date;
  /** What changes next by itself. */
  coming: readonly Change[];
}

/**
 * What readers may see at an instant. The newsroom is read again for it, independently of the build that is checked.
 * @param contentRoot absolute path
 * @param isStrict whether the build stops at mistakes
 * @param last what was published before, if it is known
 */
export async function expectedSite(
  contentRoot: string,
  now: Date,
  site: Site,
  { isStrict, last }: { isStrict: boolean; last?: LastPublished | undefined },
): Promise<ExpectedSite> {
  const earlierFolder = mkdtempSync(join(tmpdir(), 'earlier-versions-'));
  const leaveOut = isStrict ? undefined : { earlierFolder, last };
  const loaded = await loadNewsroom(contentRoot, { now, leaveOut, home: homeOf(site) }).finally(() =>
    rmSync(earlierFolder, { recursive: true, force: true }),
  );
  const { newsroom, links, files, faulty, problems } = loaded;
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
  // An event is withheld from everything too.
  for (const event of newsroom.events) {
    const { title, description: standfirst } = event;
    const reason = withheldReason(event, now);
    if (reason) withheld.set(eventUrl(event), { reason, title, standfirst, tombstone: undefined });
  }
  const shownEvents = newsroom.events.filter((event) => withheldReason(event, now) === undefined);
  const publicTitles = new Set([...visible, ...shownEvents].map(({ title }) => title));
  const findWritten = writtenLinks(newsroom, links, site.url);
  return {
    published,
    withheld,
    publicTitles,
    redirects: redirectsOf(newsroom, now),
    findWritten,
    files,
    faulty,
    problems,
    nextChange: nextChange(newsroom, now),
    coming: comingChanges(newsroom, now),
  };
}
