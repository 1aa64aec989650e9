import type { APIRoute, GetStaticPaths } from 'astro';
import { feedGroups, type FeedSources } from '#src/feeds/edition-feeds.ts';
import { feedText } from '#src/feeds/feed-text.ts';
import { everyEdition, loadBody, pictureSource } from '#src/newsroom/load-edition.ts';
import { inGroups } from '#src/page-data/page-group.ts';
import { staticPath } from '#src/page-data/static-path.ts';
import { renditionLengths } from '#src/pictures/cached-rendition.ts';
import { FEED_TYPES } from '#src/urls.ts';

/** All feeds in one route: the formats of a feed are rendered after each other, from the same articles. */
export const getStaticPaths = inGroups(async () =>
  (await everyEdition()).flatMap(feedGroups).map(({ feeds, ...group }) => ({
    ...group,
    paths: () => feeds().map(({ url, sources }) => staticPath({ feed: url.slice(1) }, sources, feedProps)),
  })),
) satisfies GetStaticPaths;

const feedProps = (sources: FeedSources) => ({ sources });

export const GET: APIRoute<{ sources: FeedSources }> = async ({ props: { sources } }) => {
  const text = await feedText(sources, {
    readBody: ({ file, bodyDigest }) => loadBody({ file, digest: bodyDigest }),
    lengthsOf: (pictures) => renditionLengths(pictures, pictureSource()),
  });
  return new Response(text, { headers: { 'Content-Type': FEED_TYPES[sources.format] } });
};
