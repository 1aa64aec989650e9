import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { rssFeed } from '#src/feeds/rss-feed.ts';
import { everyEdition } from '#src/newsroom/load-edition.ts';
import { staticPath } from '#src/page-data/static-path.ts';
import { localeParam } from '#src/urls.ts';

export const getStaticPaths = (async () =>
  (await everyEdition()).map((edition) =>
    staticPath({ locale: localeParam(edition.locale) }, { feed: rssFeed(edition) }, (sources) => sources),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: ReturnType<typeof rssFeed> }> = ({ props }) => rss(props.feed);
