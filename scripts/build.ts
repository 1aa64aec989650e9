import { renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import { makeEditions, type Edition } from '#src/newsroom/edition.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { readNewsroomOnce, type NewsroomReading } from '#src/reading/read-newsroom.ts';
import { ContentError, formatProblem } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { ORIGIN_OPTION, parseSite } from '#src/site.ts';
import { takeBuildLock } from './build/build-lock.ts';
import { prepareOutput } from './build/output-folder.ts';
import { countWithheld, reconcile } from './build/reconcile.ts';
import type { BuildWorld } from './build/settings.ts';
import { startSearchIndex } from './build/start-search-index.ts';
import { removeUnshownPictures } from './build/unshown-pictures.ts';
import { instantOption, runCommand, textOption, UsageError } from './shared/command-line.ts';
import { checkContentRoot } from './shared/content-root.ts';
import { Progress } from './shared/progress.ts';

const command = {
  call: 'npm run build --',
  summary: 'Checks the newsroom and builds the site: pages, feeds, sitemap and search index.',
  options: {
    content: { type: 'string', value: '<dir>', help: 'the newsroom’s folder (default: src/content)' },
    out: { type: 'string', value: '<dir>', help: 'where the site is written (default: dist)' },
    site: { type: 'string', value: '<url>', help: 'the site’s address, in place of the configured one' },
    now: {
      type: 'string',
      value: '<instant>',
      help: 'the instant to build for, such as 2026-11-24T08:00 (default: now)',
    },
  },
} as const;

await runCommand(command, async (values) => {
  const now = textOption(values, 'now');
  const world: BuildWorld = {
    contentRoot: resolve(textOption(values, 'content') ?? 'src/content'),
    now: now === undefined ? new Date() : instantOption('now', now),
    site: parsedSite(textOption(values, 'site')),
  };
  const out = resolve(textOption(values, 'out') ?? 'dist');
  for (const warning of checkContentRoot(world.contentRoot)) console.error(formatProblem(warning));

  const startedAt = performance.now();
  const progress = new Progress();
  progress.stage('Reading the newsroom');
  const reading = readNewsroomOnce(world.contentRoot);
  progress.end();
  if (!report(reading)) return 1;

  const editions = Object.values(makeEditions(reading.newsroom, world.site, world.now));
  const pageCount = await buildSite(world, reading, out, progress);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  summarise(world, reading, editions, pageCount);
  console.log(`Done in ${seconds} s: ${out}`);
  return 0;
});

/** Prints what is wrong with the newsroom. @returns whether it can be built */
function report({ problems }: NewsroomReading): boolean {
  for (const problem of problems) console.error(formatProblem(problem));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return true;
  console.error(
    `\n${errors} ${errors === 1 ? 'mistake' : 'mistakes'} to mend. Nothing was built; the last site is as it was.`,
  );
  return false;
}

/** Renders and indexes side by side, and puts the result in place when both are whole. @returns pages made */
async function buildSite(
  world: BuildWorld,
  { newsroom }: NewsroomReading,
  out: string,
  progress: Progress,
): Promise<number> {
  const output = prepareOutput(out);
  // Astro takes a second to load: who called the command wrongly, or has a mistake to mend, need not wait for it.
  const { renderPages } = await import('./build/render-pages.ts');
  const unlock = await takeBuildLock((pid) => {
    progress.end();
    console.error(`Another build (process ${pid}) is under way in this checkout; this one begins when it ends.`);
  });
  const indexing = startSearchIndex(world, output.part('pagefind'));
  try {
    const { pages, stories } = await renderPages(world, output.site, progress);
    progress.stage('Finishing the search index');
    const indexed = await indexing.finished;
    progress.end();
    reconcile({
      read: newsroom.articles.length,
      pages: stories,
      withheld: countWithheld(newsroom, world.now),
      indexed,
    });
    removeUnshownPictures(output.site);
    renameSync(output.part('pagefind'), join(output.site, 'pagefind'));
    writeFileSync(join(output.site, 'next-change.json'), `${JSON.stringify({ at: nextChangeOf(newsroom, world) })}\n`);
    output.publish();
    return pages;
  } finally {
    indexing.stop();
    progress.end();
    output.discard();
    unlock();
  }
}

function summarise(
  world: BuildWorld,
  { newsroom }: NewsroomReading,
  editions: readonly Edition[],
  pageCount: number,
): void {
  const number = (count: number) => count.toLocaleString('en');
  const stories = editions.map(({ locale, articles }) => `${number(articles.length)} ${locale}`).join(', ');
  console.log(`${number(pageCount)} pages; stories: ${stories}`);
  const withheld = [...countWithheld(newsroom, world.now)].map(([reason, count]) => `${number(count)} ${reason}`);
  if (withheld.length > 0) console.log(`Withheld: ${withheld.join(', ')}`);
  console.log(`Next change: ${nextChangeOf(newsroom, world)}`);
}

/** When to build again though nobody edited anything; to the second, and never before the change itself. */
function nextChangeOf(newsroom: Newsroom, { now }: BuildWorld): string {
  const instant = nextChange(newsroom, now);
  return isoInstant(new Date(Math.ceil(instant.getTime() / 1000) * 1000));
}

/** A mistake in `--site` is one in how the command was called; any other is one in the publisher's file. */
function parsedSite(origin: string | undefined): Site {
  try {
    return parseSite(origin);
  } catch (error) {
    const [problem, ...others] = error instanceof ContentError ? error.problems : [];
    if (problem?.file !== ORIGIN_OPTION || others.length > 0) throw error;
    throw new UsageError(`${ORIGIN_OPTION} ${origin}: ${problem.reason}; ${problem.remedy}`);
  }
}
