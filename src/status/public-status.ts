import type { PublishStatus } from './publish-status.ts';

/**
 * A status that everybody may read, for a host on which nothing can be kept from readers: instants, and the commit. It names no file,
 * no article and no person, since what is left out or due may be withheld, and a commit's message may say so.
 */
export function publicStatus({ format, site, live, leftOut, next, history }: PublishStatus): PublishStatus {
  return {
    format,
    site,
    ...(live && { live: { ...live, ...(live.commit && { commit: { id: live.commit.id, author: '', subject: '' } }) } }),
    leftOut: [],
    hidden: leftOut.length,
    ...(next && { next: { at: next.at, changes: [] } }),
    // How long publishes take; those that failed changed nothing.
    history: history
      .filter(({ outcome }) => outcome === 'published' || outcome === 'partly')
      .map(({ began, at, outcome }) => ({ began, at, outcome })),
  };
}
