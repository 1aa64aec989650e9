import type { APIRoute, GetStaticPaths } from 'astro';
import { hostFileGroups, hostFileText } from '#src/hosting/host-files.ts';
import { everyEdition } from '#src/newsroom/load-edition.ts';
import { inGroups } from '#src/page-data/page-group.ts';
import { staticPath } from '#src/page-data/static-path.ts';

/** Files for hosts, and pages at old addresses: their names begin with a dot or underscore, or come from an editor's alias. */
export const getStaticPaths = inGroups(async () =>
  hostFileGroups(await everyEdition()).map(({ files, ...group }) => ({
    ...group,
    paths: () => files().map(({ file, sources }) => staticPath({ file }, sources, hostFileText)),
  })),
) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
