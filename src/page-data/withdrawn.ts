import { formatDate, isoInstant, typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { WithdrawnStory } from '#src/newsroom/withdrawals.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { articleUrl, localeParam, segment } from '#src/urls.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Link, ShownDate } from './link.ts';
import { gather, type PageGroup } from './page-group.ts';
import { sourcesDigest, staticPath, type StaticPath } from './static-path.ts';

/** What the address of a withdrawn story shows: that it was withdrawn, when and why, and nothing of the story. */
export interface WithdrawnPage {
  head: Head;
  frame: Frame;
  date: ShownDate;
  reason: string;
  /** To whom questions go. */
  editors: Link;
}

export type WithdrawnPath = StaticPath<
  { locale: string | undefined; articles: string; withdrawn: string },
  { page: WithdrawnPage }
>;

interface WithdrawnSources {
  site: Site;
  frame: Frame;
  story: WithdrawnStory;
}

const NOTICE_GROUPS = 64;

/** The notices of an edition. They have a route of their own, though at a story's address, so that none counts as a story. */
export function withdrawnGroups(edition: Edition): PageGroup<WithdrawnPath>[] {
  const { locale, site } = edition;
  const params = { locale: localeParam(locale), articles: segment(locale, 'articles') };
  return gather(edition, edition.withdrawn, {
    groups: NOTICE_GROUPS,
    nameOf: ({ slug }) => slug,
    countOf: () => 1,
    told: (story) => sourcesDigest(story),
    pathsFor: (stories) =>
      stories.map((story) =>
        staticPath({ ...params, withdrawn: story.slug }, { site, frame: frameOf(edition), story }, withdrawnProps),
      ),
  });
}

function withdrawnProps({ site, frame, story }: WithdrawnSources): { page: WithdrawnPage } {
  const { locale } = frame;
  const t = translator(locale);
  const { date, reason } = story;
  return {
    page: {
      head: makeHead({
        site,
        locale,
        title: t('withdrawnTitle'),
        description: t('withdrawnDescription'),
        url: articleUrl(story),
        noIndex: true,
        isWithdrawn: true,
      }),
      frame,
      date: { iso: isoInstant(date).slice(0, 10), text: formatDate(locale, date, 'long') },
      reason: typeset(reason),
      editors: { text: site.email, href: `mailto:${site.email}` },
    },
  };
}
