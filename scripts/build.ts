import { resolve } from 'node:path';
import { ContentError } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { ORIGIN_OPTION, parseSite } from '#src/site.ts';
import { buildInputs } from '#src/publish/reuse/build-inputs.ts';
import { takeBuildLock } from '#src/publish/build-lock.ts';
import { explainPage, summariseReasons } from '#src/publish/reuse/explain-page.ts';
import { startLooking } from '#src/publish/reuse/check-files.ts';
import { endOfLinks } from '#src/publish/output-folder.ts';
import type { PrintedPages } from '#src/publish/render/render-pages.ts';
import type { BuildWorld } from '#src/publish/build-context.ts';
import { standingSite, type SiteReport } from '#src/publish/reuse/up-to-date.ts';
import { instantOption, localeOption, runCommand, textOption } from './shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { checkContentRoot } from './shared/content-root.ts';
import { TerminalProgress } from './shared/terminal-progress.ts';

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
    quarantine: {
      type: 'boolean',
      help: 'leave out the files that have mistakes, and what needs them; build the rest',
    },
    lang: { type: 'string', value: '<en|es>', help: 'the language in which mistakes are told (default: en)' },
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
  const explained = textOption(values, 'explain');
  const isClean = values['clean'] === true;
  const isQuarantine = values.quarantine === true;
  const language = localeOption('lang', textOption(values, 'lang') ?? 'en');
  checkContentRoot(world.contentRoot);

  const startedAt = performance.now();
  const done = () => console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${out}`);
  const progress = new TerminalProgress();
  const unlock = await takeBuildLock((pid) =>
    console.error(`Another build (process ${pid}) is under way in this checkout; this one begins when it ends.`),
  );
  const looking = isClean ? undefined : startLooking(endOfLinks(out));
  try {
    progress.stage('Looking for changes');
    const inputs = buildInputs(world, isQuarantine, language);
    const mayStand = looking && explained === undefined;
    const standing = mayStand ? await standingSite(endOfLinks(out), inputs, world.now, looking) : undefined;
    progress.end();
    if (standing) {
      for (const warning of standing.warnings) console.error(warning);
      summarise(standing, new Map(), []);
      done();
      return 0;
    }
    // What makes a site is loaded where there is one to make.
    const { makeSite } = await import('#src/publish/build-site.ts');
    const made = await makeSite({ world, inputs, out, isClean, looking, progress, isQuarantine, language });
    if (!made) return 1;
    summarise(made.report, made.printed, made.removed);
    if (explained !== undefined) console.log(explainPage(explained, made.printed, made.update));
    done();
    return 0;
  } finally {
    looking?.stop();
    progress.end();
    unlock();
  }
});

function summarise(
  { pages, stories, withheld, oldAddresses, nextChange, rejected }: SiteReport,
  printed: PrintedPages['printed'],
  removed: readonly string[],
): void {
  const number = (count: number) => count.toLocaleString('en');
  const removedPages = removed.filter((path) => path.endsWith('.html')).length;
  console.log(
    `${number(pages)} pages (${number(printed.size)} printed, ${number(pages - printed.size)} kept, ${number(removedPages)} removed); stories: ${stories}`,
  );
  if (printed.size > 0) console.log(`Printed because: ${summariseReasons(printed)}`);
  if (withheld.length > 0) console.log(`Withheld: ${withheld.join(', ')}`);
  if (oldAddresses) console.log(`Old addresses: ${oldAddresses}`);
  console.log(`Next change: ${nextChange}`);
  if (rejected.length === 0) return;
  const files = rejected.length === 1 ? '1 file was' : `${number(rejected.length)} files were`;
  console.log(`In quarantine: ${files} left out, as told above:\n${rejected.map((file) => `  ${file}`).join('\n')}`);
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
