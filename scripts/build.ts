import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeEditions } from '#src/newsroom/edition.ts';
import { withholding, type Withholding } from '#src/newsroom/visibility.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { readNewsroomOnce } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { parseSite } from '#src/site.ts';
import { renderPages } from './build/render-pages.ts';
import { startSearchIndex } from './build/start-search-index.ts';
import { runCommand, textOption, UsageError } from './shared/command-line.ts';
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
  const contentRoot = resolve(textOption(values, 'content') ?? 'src/content');
  const out = resolve(textOption(values, 'out') ?? 'dist');
  const now = instant(textOption(values, 'now'));
  const site = parsedSite(textOption(values, 'site'));
  if (!existsSync(join(contentRoot, 'articles'))) {
    throw new UsageError(`${contentRoot} holds no newsroom: there is no folder “articles” in it`);
  }
  refuseStrangeFolder(out);

  const startedAt = performance.now();
  const progress = new Progress();
  progress.stage('Reading the newsroom');
  const { newsroom, problems } = readNewsroomOnce(contentRoot);
  progress.end();
  for (const problem of problems) console.error(formatProblem(problem));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    console.error(`\n${errors.length} ${errors.length === 1 ? 'mistake' : 'mistakes'} to mend; nothing was built.`);
    return 1;
  }

  const editions = Object.values(makeEditions(newsroom, site, now));
  const settings = { contentRoot, now, site };
  const workFolder = mkdtempSync(join(prepared(resolve('.cache')), 'build-'));
  try {
    const indexing = startSearchIndex(settings, join(workFolder, 'pagefind'));
    const pages = await renderPages(settings, out, progress).catch(async (error: unknown) => {
      indexing.stop();
      throw error;
    });
    progress.stage('Finishing the search index');
    const indexed = await indexing.finished;
    renameSync(join(workFolder, 'pagefind'), join(out, 'pagefind'));
    progress.end();

    const published = editions.reduce((sum, edition) => sum + edition.articles.length, 0);
    reconcile(newsroom.articles.length, published, withheld(newsroom, now), indexed);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `Built ${pages.toLocaleString('en')} pages of ${published.toLocaleString('en')} stories ` +
        `(${editions.map((edition) => `${edition.locale} ${edition.articles.length.toLocaleString('en')}`).join(', ')}) in ${seconds} s → ${out}`,
    );
    const kept = [...withheld(newsroom, now)].map(([reason, count]) => `${count} ${reason}`);
    if (kept.length > 0) console.log(`Withheld: ${kept.join(', ')}.`);
    return 0;
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
});

function instant(text: string | undefined): Date {
  if (text === undefined) return new Date();
  const parsed = parseInstant(text);
  if (!parsed)
    throw new UsageError(`--now ${text}: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00`);
  return parsed;
}

function parsedSite(origin: string | undefined) {
  try {
    return parseSite(origin);
  } catch (error) {
    if (origin)
      throw new UsageError(`--site ${origin}: expected an origin such as https://www.example.org/, without a path`);
    throw error;
  }
}

/** The build empties its folder first: a folder that holds anything but a built site is not emptied. */
function refuseStrangeFolder(out: string): void {
  if (!existsSync(out)) return;
  const names = readdirSync(out);
  if (
    names.length > 0 &&
    !names.includes('sitemap-index.xml') &&
    !names.includes('index.html') &&
    !names.includes('_astro')
  ) {
    throw new UsageError(`--out ${out}: the folder holds something that is not a built site; choose an empty one`);
  }
}

function prepared(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

function withheld(newsroom: Newsroom, now: Date): Map<Withholding, number> {
  const counts = new Map<Withholding, number>();
  for (const article of newsroom.articles) {
    const reason = withholding(article, now);
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/** No story is lost silently: each file is published or withheld, and each published story is in the index. */
function reconcile(
  files: number,
  published: number,
  withheldCounts: ReadonlyMap<Withholding, number>,
  indexed: number,
): void {
  const kept = [...withheldCounts.values()].reduce((sum, count) => sum + count, 0);
  if (published + kept !== files) {
    throw new Error(
      `${files} stories were read, but ${published} published and ${kept} withheld do not add up to that`,
    );
  }
  if (indexed !== published)
    throw new Error(`${published} stories are published, but the search index holds ${indexed}`);
}
