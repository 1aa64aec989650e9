import { existsSync, readFileSync } from 'node:fs';
import { shortDigest } from '#src/keys/digest.ts';
import { isoInstant } from '#src/i18n/format.ts';
import { hostRules } from '#src/hosting/host-rules.ts';
import { tellOldAddresses } from '#src/hosting/host-limits.ts';
import { makeEditions, type DatedEditions } from '#src/newsroom/edition.ts';
import { nextChange } from '#src/newsroom/next-change.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { quarantine } from '#src/reading/quarantine.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { speaker, type Speaker } from '#src/rules/speak.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { compareProblems } from '#src/schemas/problem.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Progress } from './progress.ts';
import type { BuildInputs } from './reuse/build-inputs.ts';
import { startCompiling, type CompiledSite } from './compile/compiled-site.ts';
import { FileWriter } from '#src/disk/file-writer.ts';
import { lookAtFiles, type Looking } from './reuse/check-files.ts';
import { prepareOutput, type OutputFolder } from './output-folder.ts';
import { planSearchIndex } from './search/plan-search-index.ts';
import { printPages, type PrintedPages } from './render/render-pages.ts';
import { putPictures } from './render/write-pictures.ts';
import { putSearchIndex, wholeParts } from './search/write-search-index.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';
import { countNotices, countWithheld, reconcile, reconcileFiles } from './reconcile.ts';
import { worldAsEnvironment, type BuildWorld } from './build-context.ts';
import {
  readSiteRecord,
  recordOfUnknown,
  removeLostRecords,
  writeIntent,
  writeSiteRecord,
  type SiteRecord,
} from './reuse/site-record.ts';
import { SiteUpdate } from './reuse/site-update.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import { forgetStanding, rememberStanding, type SiteReport } from './reuse/up-to-date.ts';
import { startSearchIndex, type IndexedPart, type IndexOrder } from './search/start-search-index.ts';

/** A site to be made. */
export interface SiteOrder {
  world: BuildWorld;
  inputs: BuildInputs;
  /** Where it shall stand. */
  out: string;
  /** Whether nothing of an earlier build is reused. */
  isClean: boolean;
  /** At the last site, where any of it may be reused. */
  looking: Looking | undefined;
  progress: Progress;
  /** Whether everything but the broken files is published. */
  isQuarantine: boolean;
  /** The language in which mistakes are told. */
  language: Locale;
}

/** What a build made. */
export interface MadeSite extends PrintedPages {
  report: SiteReport;
  update: SiteUpdate;
  removed: readonly string[];
}

/**
 * Reads the newsroom and makes of the site what is not as it should be, beside the last one; to be called with the build
 * lock held. Mistakes and warnings are told on standard error.
 * @returns undefined where the newsroom has mistakes: nothing was made
 */
export async function makeSite(order: SiteOrder): Promise<MadeSite | undefined> {
  const { world, inputs, isClean, looking, progress, isQuarantine } = order;
  const speak = speaker(order.language);
  const output = prepareOutput(order.out);
  // Beside the reading: of all there is to do, compiling takes the most memory, and reading a cold archive as much time.
  const compiling = startCompiling(isClean);
  const toIndex = Promise.withResolvers<IndexOrder>();
  const indexing = startSearchIndex(world, output.part('pagefind'), toIndex.promise);
  const writer = new FileWriter();
  try {
    progress.stage('Reading the newsroom');
    const reading = await readEverything(order);
    progress.end();
    if (!report(reading.problems, isQuarantine, speak)) return undefined;
    reconcileFiles(inputs.stamps.keys(), reading);
    removeLostRecords(output.out);
    const last = lastSite(output.out, isClean);
    const look = (await looking?.finished) ?? lookAtFiles(output.out, last);
    const update = new SiteUpdate(output.out, output.place, writer, last, look);
    const editions = makeEditions(reading.newsroom, world.site, world.now);
    const plan = planSearchIndex(Object.values(editions), sourceKey('search'));
    toIndex.resolve({ plan, known: wholeParts(last, look), rejected: reading.rejected });
    // All that follows keeps this thread busy: a pipe takes no more than a few files' names at once.
    await indexing.ordered;
    const making = {
      dated: { editions, now: world.now },
      output,
      writer,
      update,
      compiling: compiling.finished,
      indexing: indexing.finished,
    };
    return await updateSite(order, reading, making, speak);
  } finally {
    compiling.stop();
    indexing.stop();
    await writer.stop();
    progress.end();
    output.discard();
  }
}

/** A site on its way. */
interface Making {
  dated: DatedEditions;
  output: OutputFolder;
  writer: FileWriter;
  update: SiteUpdate;
  compiling: Promise<CompiledSite>;
  indexing: Promise<readonly IndexedPart[]>;
}

/** A newsroom as it is to be published, and what is wrong with it. */
interface GoodReading {
  newsroom: Newsroom;
  problems: readonly ContentProblem[];
  /** Files that are left out for their mistakes. */
  rejected: readonly string[];
}

/** The newsroom with its pictures, and everything that is wrong with either. */
async function readEverything({ world, inputs, isClean, isQuarantine }: SiteOrder): Promise<GoodReading> {
  const { contentRoot, now } = world;
  const cache = new ReadingCache(contentRoot, inputs.stamps, isClean);
  const reading = readNewsroom(contentRoot, { memory: cache, now });
  cache.save();
  const pictures = await readPictures(contentRoot, reading.newsroom);
  const problems = [...reading.problems, ...pictures.problems].sort(compareProblems);
  const whole = { newsroom: pictures.newsroom, problems, rejected: [] };
  return isQuarantine ? quarantine(contentRoot, { ...whole, view: reading.view }) : whole;
}

/** Prints what is wrong with the newsroom. @returns whether it can be built */
function report(problems: readonly ContentProblem[], isQuarantine: boolean, { tell, say }: Speaker): boolean {
  for (const problem of problems) console.error(tell(problem));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors === 0 || isQuarantine) return true;
  const count = errors === 1 ? '1 mistake' : `${errors} mistakes`;
  console.error(`\n${say(`${count} to mend. Nothing was built; the last site is as it was.`)}`);
  return false;
}

/** Prints what has changed, and puts it in place with what was indexed meanwhile when all is whole. */
async function updateSite(
  { world, inputs, isClean, progress }: SiteOrder,
  { newsroom, problems, rejected }: GoodReading,
  { dated, output, writer, update, compiling, indexing }: Making,
  { tell }: Speaker,
): Promise<MadeSite> {
  progress.stage('Compiling the templates');
  const compiled = await compiling;
  putShell(compiled, update);
  Object.assign(process.env, worldAsEnvironment(world));
  progress.stage('Comparing with the last site');
  const printed = await printPages(await compiled.loadPress(), compiled.templates, dated, update, progress);
  await putPictures(newsroom, world.contentRoot, update, progress, isClean);

  progress.stage('Finishing the search index');
  const parts = await indexing;
  progress.end();
  putSearchIndex(output.part('pagefind'), parts, sourceKey('search'), update);
  const indexed = parts.reduce((sum, { stories }) => sum + stories, 0);
  const withheld = countWithheld(newsroom, world.now);
  const notices = { made: printed.notices, due: countNotices(newsroom, world.now) };
  reconcile({ read: newsroom.articles.length, pages: printed.stories, withheld, notices, indexed });
  const next = nextChangeOf(newsroom, world);
  update.open('clock').put('next-change.json', 'clock', Buffer.from(`${JSON.stringify({ at: next })}\n`));

  await writer.finished();
  const removed = update.removed();
  const told: SiteReport = {
    pages: printed.pages,
    stories: countStories(parts),
    withheld: [...withheld].map(([reason, count]) => `${count.toLocaleString('en')} ${reason}`),
    oldAddresses: tellOldAddresses(hostRules(Object.values(dated.editions))),
    nextChange: next,
    warnings: problems.map(tell),
    rejected,
  };
  publish(output, update, removed);
  rememberStanding(output.out, inputs, world.now, told);
  return { ...printed, report: told, update, removed };
}

/** What readers load besides pages: styles, scripts, fonts. */
function putShell({ shell }: CompiledSite, update: SiteUpdate): void {
  const key = shortDigest(JSON.stringify([...shell].map(([file, { digest }]) => [file, digest])));
  if (update.keepGroup('shell', key)) return;
  const group = update.open('shell', key);
  for (const [file, { source, digest }] of shell) {
    if (group.keep(file, `shell ${digest}`)) group.put(file, `shell ${digest}`, readFileSync(source));
  }
}

/** What is known of the site in a folder. */
function lastSite(out: string, isClean: boolean): SiteRecord {
  if (!existsSync(out)) return { groups: new Map(), leftovers: [] };
  return (isClean ? undefined : readSiteRecord(out)) ?? recordOfUnknown(out);
}

/** Puts the new site in place. */
function publish(output: OutputFolder, update: SiteUpdate, removed: readonly string[]): void {
  forgetStanding(output.out);
  if (update.isAsLast()) return;
  if (update.written.size > 0 || removed.length > 0) {
    writeIntent(output.out, update.intent(removed));
    output.publish(removed);
  }
  writeSiteRecord(output.out, update.record());
}

/** As the index counts them, which has been reconciled with the pages: a part is of one language. */
function countStories(parts: readonly IndexedPart[]): string {
  const counts = new Map<string, number>();
  for (const { path, stories } of parts) {
    const locale = path.split('/')[0] ?? '';
    counts.set(locale, (counts.get(locale) ?? 0) + stories);
  }
  return [...counts].map(([locale, count]) => `${count.toLocaleString('en')} ${locale}`).join(', ');
}

/** When to build again though nobody edited anything; to the second, and never before the change itself. */
function nextChangeOf(newsroom: Newsroom, { now }: BuildWorld): string {
  const instant = nextChange(newsroom, now);
  return isoInstant(new Date(Math.ceil(instant.getTime() / 1000) * 1000));
}
