import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import { makeEditions, type Edition } from '#src/newsroom/edition.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { readNewsroom, type NewsroomReading } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { compareProblems, ContentError, formatProblem, type Problem } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { ORIGIN_OPTION, parseSite } from '#src/site.ts';
import { takeBuildLock } from './build/build-lock.ts';
import { startCompiling, type CompiledSite } from './build/compiled-site.ts';
import { explainPage, summariseReasons } from './build/explain-page.ts';
import { prepareOutput, type OutputFolder } from './build/output-folder.ts';
import { printPages, type PrintedPages } from './build/print-pages.ts';
import { putPictures } from './build/put-pictures.ts';
import { ReadingCache } from './build/reading-cache.ts';
import { countWithheld, reconcile } from './build/reconcile.ts';
import { worldAsEnvironment, type BuildWorld } from './build/settings.ts';
import { putSearchIndex, wholeParts } from './build/put-search-index.ts';
import {
  readSiteRecord,
  recordOfUnknown,
  removeLostRecords,
  writeSiteRecord,
  type SiteRecord,
} from './build/site-record.ts';
import { SiteUpdate } from './build/site-update.ts';
import { sourceKey } from './build/source-key.ts';
import { startSearchIndex } from './build/start-search-index.ts';
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
    clean: { type: 'boolean', help: 'make everything anew, and reuse nothing of an earlier build' },
    explain: { type: 'string', value: '<url>', help: 'say why the page at this address was made, or kept' },
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
  const isClean = values['clean'] === true;
  const unlock = await takeBuildLock((pid) =>
    console.error(`Another build (process ${pid}) is under way in this checkout; this one begins when it ends.`),
  );
  // Beside the reading: of the two, compiling takes the most memory, and reading a cold archive as much time.
  const compiling = startCompiling(isClean);
  try {
    progress.stage('Reading the newsroom');
    const reading = await readEverything(world.contentRoot, isClean);
    progress.end();
    if (!report(reading)) return 1;

    const built = await buildSite(world, reading.newsroom, out, compiling.finished, isClean, progress);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    summarise(world, reading, built);
    const explained = textOption(values, 'explain');
    if (explained !== undefined) console.log(explainPage(explained, built.printed, built.update));
    console.log(`Done in ${seconds} s: ${out}`);
    return 0;
  } finally {
    compiling.stop();
    unlock();
  }
});

/** The newsroom with its pictures, and everything that is wrong with either. */
async function readEverything(contentRoot: string, isClean: boolean): Promise<NewsroomReading> {
  const cache = new ReadingCache(contentRoot, isClean);
  const reading = readNewsroom(contentRoot, cache);
  cache.save();
  const pictures = await readPictures(contentRoot, reading.newsroom);
  const problems = [...reading.problems, ...pictures.problems].sort(compareProblems);
  return { ...reading, newsroom: pictures.newsroom, problems };
}

/** Prints what is wrong with the newsroom. @returns whether it can be built */
function report({ problems }: { problems: readonly Problem[] }): boolean {
  for (const problem of problems) console.error(formatProblem(problem));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return true;
  console.error(
    `\n${errors} ${errors === 1 ? 'mistake' : 'mistakes'} to mend. Nothing was built; the last site is as it was.`,
  );
  return false;
}

/** What a build made. */
interface Built extends PrintedPages {
  update: SiteUpdate;
  removed: readonly string[];
  editions: readonly Edition[];
}

/** Builds the site beside the last one, and puts it in place when it is whole. */
async function buildSite(
  world: BuildWorld,
  newsroom: Newsroom,
  path: string,
  compiling: Promise<CompiledSite>,
  isClean: boolean,
  progress: Progress,
): Promise<Built> {
  const output = prepareOutput(path);
  try {
    return await updateSite(world, newsroom, output, compiling, isClean, progress);
  } finally {
    progress.end();
    output.discard();
  }
}

/** Prints and indexes side by side what has changed, and puts the result in place when it is whole. */
async function updateSite(
  world: BuildWorld,
  newsroom: Newsroom,
  output: OutputFolder,
  compiling: Promise<CompiledSite>,
  isClean: boolean,
  progress: Progress,
): Promise<Built> {
  removeLostRecords();
  const last = lastSite(output.out, isClean);
  const update = new SiteUpdate(output.out, output.place, last);
  const editions = Object.values(makeEditions(newsroom, world.site, world.now));
  const version = sourceKey('search');
  const index = output.part('pagefind');
  const indexing = startSearchIndex(world, index, { known: wholeParts(last, update), version });
  try {
    progress.stage('Compiling the templates');
    const compiled = await compiling;
    for (const [file, { source, digest }] of compiled.shell) {
      if (update.keep(file, `shell ${digest}`)) update.put(file, `shell ${digest}`, readFileSync(source));
    }
    Object.assign(process.env, worldAsEnvironment(world));
    progress.stage('Comparing with the last site');
    const printed = await printPages(await compiled.loadPress(), compiled.templates, newsroom, update, progress);
    await putPictures(newsroom, world.contentRoot, update, progress, isClean);

    progress.stage('Finishing the search index');
    const parts = await indexing.finished;
    progress.end();
    putSearchIndex(index, parts, version, last, update);
    const indexed = parts.reduce((sum, { stories }) => sum + stories, 0);
    const withheld = countWithheld(newsroom, world.now);
    reconcile({ read: newsroom.articles.length, pages: printed.stories, withheld, indexed });
    const nextChangeText = `${JSON.stringify({ at: nextChangeOf(newsroom, world) })}\n`;
    update.put('next-change.json', 'clock', Buffer.from(nextChangeText));
    const removed = update.removed();
    publish(output, update, removed);
    return { ...printed, update, removed, editions };
  } finally {
    indexing.stop();
  }
}

/** What is known of the site in a folder, if there is one. */
function lastSite(out: string, isClean: boolean): SiteRecord | undefined {
  if (!existsSync(out)) return undefined;
  return (isClean ? undefined : readSiteRecord(out)) ?? recordOfUnknown(out);
}

/**
 * Puts the new site in place. What is about to be written and taken away is on record before: whenever a build is killed,
 * the next one knows every file that may be there, and finds those that are not what they should be.
 */
function publish(output: OutputFolder, update: SiteUpdate, removed: readonly string[]): void {
  if (update.isAsLast()) return;
  if (update.written.size > 0 || removed.length > 0) {
    writeSiteRecord(output.out, { files: update.files, leftovers: removed });
    output.publish(removed);
  }
  writeSiteRecord(output.out, update.record());
}

function summarise(world: BuildWorld, { newsroom }: NewsroomReading, built: Built): void {
  const number = (count: number) => count.toLocaleString('en');
  const { editions, pages, printed, removed } = built;
  const stories = editions.map(({ locale, articles }) => `${number(articles.length)} ${locale}`).join(', ');
  const removedPages = removed.filter((path) => path.endsWith('.html')).length;
  console.log(
    `${number(pages)} pages (${number(printed.size)} printed, ${number(pages - printed.size)} kept, ${number(removedPages)} removed); stories: ${stories}`,
  );
  if (printed.size > 0) console.log(`Printed because: ${summariseReasons(printed)}`);
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
