import { join } from 'node:path';
import { buildSite, type BuildOptions, type BuiltSite } from '#src/publish/build-site.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { parseSite } from '#src/site.ts';

/** The instant the sites under test are built for: after the sample's newest story, before its embargoed one. */
export const NOW = '2026-11-24T06:00:00-05:00';

export const PROJECT = join(import.meta.dirname, '..', '..');
/** What the tests build goes here; never committed. */
export const OUTPUT = join(PROJECT, 'tests', 'output');
/** One for all sites: the templates are compiled once. */
export const CACHE_FOLDER = join(PROJECT, '.cache');

/** The sites under test and the newsrooms they are built from. */
export const SITES = {
  sample: 'src/content',
  empty: 'tests/fixtures/newsroom-empty',
  one: 'tests/fixtures/newsroom-one',
  three: 'tests/fixtures/newsroom-three',
} as const;
export type SiteName = keyof typeof SITES;

/** Where a site under test is built. */
export function siteFolder(name: SiteName | 'hostile'): string {
  return join(OUTPUT, name);
}

/** A site that a test needs. */
export interface SiteOrder {
  /** Its folder's name below {@link OUTPUT}. */
  name: string;
  /** The content root, from the project's folder. */
  content: string;
  now: string;
}

/** Builds a site that must not have mistakes. @returns its folder */
export async function buildOnce({ name, content, now }: SiteOrder): Promise<string> {
  const out = join(OUTPUT, name);
  await built({ contentRoot: join(PROJECT, content), out, now });
  return out;
}

type TestBuild = { contentRoot: string; now?: string; origin?: string } & Pick<BuildOptions, 'out'> &
  Partial<BuildOptions>;

/** Builds a newsroom's site as `npm run build -- --strict` does, in this process. */
export function build({ contentRoot, now = NOW, origin, ...options }: TestBuild): ReturnType<typeof buildSite> {
  return buildSite({
    context: { contentRoot, cacheFolder: CACHE_FOLDER, now: new Date(now), site: parseSite(origin) },
    format: formatProblem,
    progress: { stage: () => undefined, update: () => undefined, end: () => undefined },
    isStrict: true,
    ...options,
  });
}

/** The same. @throws Error if the newsroom has mistakes */
export async function built(options: TestBuild): Promise<BuiltSite> {
  const site = await build(options);
  if ('problems' in site)
    throw new Error(`${options.out} was not built:\n${site.problems.map(formatProblem).join('\n')}`);
  return site;
}
