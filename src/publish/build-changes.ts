import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWriter } from '#src/disk/file-writer.ts';
import { describeOldAddresses } from '#src/hosting/host-limits.ts';
import { hostRules } from '#src/hosting/host-rules.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import { makeEditions, type DatedEditions, type Edition } from '#src/newsroom/edition.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { settledSource } from '#src/reading/content-path.ts';
import { homeOf } from '#src/reading/home-of.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { sitemapChunks } from '#src/seo/sitemap.ts';
import { ReadingCache } from '#src/reading/reading-cache.ts';
import { pathBelowHost } from '#src/urls.ts';
import { allOrFirstFailure } from './all-or-first-failure.ts';
import type { BuildContext } from './build-context.ts';
import type { BuildOptions, BuiltSite, RefusedBuild } from './build-site.ts';
import { startCompiling, type CompiledSite } from './compile/compiled-site.ts';
import { NEXT_CHANGE_FILE, nextChangeAfter, nextChangeText } from './next-change-file.ts';
import { prepareOutput, type OutputFolder } from './output-folder.ts';
import { countEvents, countNotices, countWithheld, reconcile, reconcileFiles } from './reconcile.ts';
import { writePictures } from './render/make-pictures.ts';
import { renderPages } from './render/render-pages.ts';
import { writeSitemap } from './render/sitemap-files.ts';
import type { BuildInputs } from './reuse/build-inputs.ts';
import { checkFiles, type RunningFileCheck } from './reuse/check-files.ts';
import { NOTHING_KNOWN, readSiteRecord, removeLostRecords, writeIntent, writeSiteRecord } from './reuse/site-record.ts';
import { SiteUpdate } from './reuse/site-update.ts';
import { forgetUpToDate, rememberUpToDate, type ReportInputs, type SiteReport } from './reuse/up-to-date.ts';
import type { IndexRequest, MadeIndex } from './search/index-request.ts';
import { planSearchIndex } from './search/plan-search-index.ts';
import { startSearchIndex } from './search/start-search-index.ts';
import { reusableIndexes, writeSearchIndex } from './search/write-search-index.ts';

/** Builds a site of which something is not up to date; called with the site's lock held. */
export async function buildChanges(
  options: BuildOptions,
  inputs: BuildInputs,
  fileCheck: RunningFileCheck,
): Promise<BuiltSite | RefusedBuild> {
  const { isClean = false, isStrict = false, last: lastPublished, clock = Date.now, progress } = options;
  const { contentRoot, cacheFolder, now, site } = options.context;
  const output = prepareOutput(options.out, cacheFolder);
  const earlierFolder = isStrict ? undefined : join(output.site.records, 'earlier');
  const cachedSince = isClean ? clock() : undefined;
  const context: BuildContext = { ...options.context, earlierFolder, cachedSince };
  // Beside the reading: compiling takes the most memory of all, and as long as reading a cold archive.
  const compiling = startCompiling(cacheFolder);
  const request = Promise.withResolvers<IndexRequest>();
  const { signatures } = inputs;
  const indexing = startSearchIndex(context, output.part('search'), request.promise, signatures.size);
  const writer = new FileWriter();
  try {
    progress.stage('Reading the newsroom');
    const memory = new ReadingCache({ cacheFolder, contentRoot, signatures, isClean, at: clock() });
    const loaded = await loadNewsroom(contentRoot, {
      memory,
      now,
      home: homeOf(site),
      leaveOut: earlierFolder === undefined ? undefined : { earlierFolder, last: lastPublished },
      onFile: (done, total) => progress.update(done, total),
    });
    memory.save();
    progress.end();
    if (!loaded.isPublishable) return { problems: loaded.problems };
    const mistakes = { faulty: loaded.faulty, problems: loaded.problems.map(options.format) };
    if (loaded.faulty.length > 0) options.onFaulty?.(mistakes);
    reconcileFiles(signatures.keys(), loaded);
    removeLostRecords(output.site);
    const { site: place } = output;
    const record = existsSync(place.out) ? readSiteRecord(place) : undefined;
    const last = record ?? NOTHING_KNOWN;
    const check = (await fileCheck.finished) ?? checkFiles(place.out, record, clock(), isClean);
    const editions = makeEditions(loaded.newsroom, site, now);
    const plan = planSearchIndex(Object.values(editions), sourceKey('search'));
    request.resolve({ plan, isClean, reusable: isClean ? {} : reusableIndexes(last, check) });
    // What follows keeps this thread busy, and a pipe takes no more than a few files' names at once.
    await indexing.requested;
    return await updateSite(
      { ...options, context: settledSource(context) },
      { ...inputs, last: lastPublished?.key },
      loaded.newsroom,
      mistakes,
      {
        editions: { editions, now },
        output,
        writer,
        update: new SiteUpdate({
          out: place.out,
          placeOf: output.place,
          writer,
          last,
          check,
          isClean,
          below: pathBelowHost(site.url),
        }),
        compiling: compiling.finished,
        indexing: indexing.finished,
      },
    );
  } finally {
    compiling.stop();
    indexing.stop();
    await writer.stop();
    progress.end();
    output.discard();
  }
}

/** A site on its way. */
interface Work {
  editions: DatedEditions;
  output: OutputFolder;
  writer: FileWriter;
  update: SiteUpdate;
  compiling: Promise<CompiledSite>;
  indexing: Promise<readonly MadeIndex[]>;
}

/** Renders what has changed, and moves it into the site, with what was indexed meanwhile, when everything is made. */
async function updateSite(
  { context, clock = Date.now, progress }: BuildOptions,
  inputs: ReportInputs,
  newsroom: Newsroom,
  mistakes: Pick<SiteReport, 'faulty' | 'problems'>,
  { editions, output, writer, update, compiling, indexing }: Work,
): Promise<BuiltSite> {
  const { now, site } = context;
  progress.stage('Compiling the templates');
  const { templates, staticAssets, rendererUrl } = await compiling;
  writeStaticAssets(staticAssets, update);
  progress.stage('Comparing with the last site');
  const pages = await renderPages({ rendererUrl, templates, newsroom, editions, context }, update, progress);
  // Pictures are drawn by threads of their own, beside what keeps this one busy.
  const [indexes] = await allOrFirstFailure([
    indexing.then((made) => {
      writeSearchIndex(output.part('search'), made, update);
      return made;
    }),
    writePictures({ newsroom, editions: editions.editions, ...context }, update, progress).then(() =>
      progress.stage('Finishing the search index'),
    ),
    writeSitemap(sitemapChunks(Object.values(editions.editions)), site.url, output.part('sitemap'), update),
  ]);
  progress.end();
  const withheld = countWithheld(newsroom, now);
  reconcile({
    read: newsroom.articles.length,
    pages: pages.articles,
    withheld,
    notices: { made: pages.notices, due: countNotices(newsroom, now) },
    events: { made: pages.events, due: countEvents(newsroom, now) },
    indexed: indexes.reduce((sum, { articles }) => sum + articles, 0),
  });
  const next = nextChangeAfter(newsroom, now);
  update.open('clock').write(NEXT_CHANGE_FILE, 'clock', Buffer.from(nextChangeText(next)));

  await writer.finished();
  const removed = update.removed();
  const report: SiteReport = {
    pages: pages.pages,
    articles: countArticles(Object.values(editions.editions)),
    withheld: [...withheld].map(([reason, count]) => `${count.toLocaleString('en')} ${reason}`),
    oldAddresses: describeOldAddresses(hostRules(Object.values(editions.editions))),
    nextChange: next,
    ...mistakes,
  };
  publish(output, update, removed, clock);
  rememberUpToDate(output.site, inputs, now, report);
  return { report, rendered: pages.rendered, removed, has: (file) => update.has(file) };
}

/** What readers load besides pages: styles, scripts, fonts. */
function writeStaticAssets(assets: CompiledSite['staticAssets'], update: SiteUpdate): void {
  const key = shortDigest(JSON.stringify([...assets].map(([file, { digest }]) => [file, digest])));
  if (update.reuseGroup('static assets', key)) return;
  const group = update.open('static assets', key);
  for (const [file, { source, digest }] of assets) {
    if (group.reuse(file, `asset ${digest}`)) group.write(file, `asset ${digest}`, readFileSync(source));
  }
}

/** Moves the new files into the site and removes the old ones. */
function publish(output: OutputFolder, update: SiteUpdate, removed: readonly string[], clock: () => number): void {
  forgetUpToDate(output.site);
  if (update.isUnchanged()) return;
  if (update.written.size > 0 || removed.length > 0) {
    writeIntent(output.site, update.intent(removed));
    output.publish(removed);
  }
  writeSiteRecord(output.site, update.record(clock()));
}

/** Their pages and records have been counted. */
function countArticles(editions: readonly Edition[]): string {
  return editions.map(({ locale, articles }) => `${articles.length.toLocaleString('en')} ${locale}`).join(', ');
}
