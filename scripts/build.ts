import { resolve } from 'node:path';
import { buildSite, type BuiltSite } from '#src/publish/build-site.ts';
import type { BuildContext } from '#src/publish/build-context.ts';
import { explainPage, summariseReasons } from '#src/publish/reuse/explain-page.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import type { SiteReport } from '#src/publish/reuse/up-to-date.ts';
import { describeFaulty } from '#src/reading/describe-faulty.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { commandCount, commandText } from '#src/schemas/message.ts';
import { ContentError, formatProblemIn, problemText } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { ORIGIN_OPTION, parseSite } from '#src/site.ts';
import { CACHE_FOLDER } from './shared/cache-folder.ts';
import { nowOption, languageOption, PARTLY, runCommand, textOption } from './shared/command-line.ts';
import { lostLists } from './build/lost-lists.ts';
import { CONTENT_OPTION, contentRootOption } from './shared/content-root.ts';
import { lastPublished } from './shared/last-published.ts';
import { TerminalProgress } from './shared/terminal-progress.ts';

const command = {
  call: 'npm run build --',
  summary:
    'Checks the newsroom and builds the site: pages, feeds, sitemap and search index. Ends with 3 if something has mistakes and ' +
    'only the rest was built.',
  options: {
    content: CONTENT_OPTION,
    out: { value: '<dir>', help: 'where the site is written (default: dist)' },
    site: { value: '<url>', help: 'the site’s address, in place of the configured one' },
    now: { value: '<instant>', help: 'the instant to build for, such as 2026-11-24T08:00 (default: now)' },
    clean: {
      help: 'read, render and index everything anew, whatever an earlier build made; templates are compiled only if they changed',
    },
    strict: { help: 'build nothing if anything has a mistake' },
    published: {
      value: '<commit|file>',
      help: 'what readers have seen last, and see in place of files that have mistakes now: a commit of the newsroom, or what a deploy kept of it',
    },
    lang: { value: '<en|es>', help: 'the language of mistakes (default: en)' },
    explain: { value: '<url>', help: 'say why the page at this address was rendered or reused' },
  },
} as const;

await runCommand(command, async (values) => {
  const context: BuildContext = {
    contentRoot: contentRootOption(textOption(values, 'content')),
    cacheFolder: CACHE_FOLDER,
    now: nowOption(values),
    site: parsedSite(textOption(values, 'site')),
  };
  const out = resolve(textOption(values, 'out') ?? 'dist');
  const explained = textOption(values, 'explain');
  const language = languageOption(values);
  const published = textOption(values, 'published');
  const last = published === undefined ? undefined : lastPublished(published, context.contentRoot);

  const startedAt = performance.now();
  const built = await buildSite({
    context,
    out,
    isClean: values['clean'] === true,
    isStrict: values.strict === true,
    last,
    onFaulty: (mistakes) => tellFirst(mistakes, language),
    isForced: explained !== undefined,
    format: (problem) => formatProblemIn(language, problem),
    reportOptions: [language],
    progress: new TerminalProgress(),
    onWait: (pid) =>
      console.error(`Another build of this site (process ${pid}) is running; this one starts when it ends.`),
  });
  if ('problems' in built) {
    for (const problem of built.problems) console.error(formatProblemIn(language, problem));
    const errors = built.problems.filter(({ severity }) => severity === 'error').length;
    console.error(`\n${commandCount(language, 'toFix', errors)}`);
    return 1;
  }
  const { faulty, problems } = built.report;
  // If the site is up to date, nothing has been told yet.
  if (faulty.length === 0 || built.isUpToDate) tellFirst({ faulty, problems }, language);
  summarise(built);
  if (explained !== undefined) console.log(explainPage(explained, built));
  console.log(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${out}`);
  if (faulty.length === 0) return 0;
  const concerned = commandCount(language, 'withMistakes', faulty.length);
  console.error(commandText(language, 'builtPartly', { concerned }));
  return PARTLY;
});

/** Says what readers see of files with mistakes, before anything else, and then every mistake. */
function tellFirst({ faulty, problems }: Pick<SiteReport, 'faulty' | 'problems'>, language: Locale): void {
  if (faulty.length > 0) {
    const concerned = commandCount(language, 'withMistakes', faulty.length);
    console.error(commandText(language, 'partly', { concerned }));
    for (const line of describeFaulty(language, faulty)) console.error(`  ${line}`);
  }
  for (const problem of problems) console.error(problem);
}

function summarise({ report, rendered, removed }: BuiltSite): void {
  const { pages, articles, withheld, oldAddresses, nextChange } = report;
  const number = (count: number) => count.toLocaleString('en');
  const removedPages = removed.filter((path) => path.endsWith('.html')).length;
  console.log(
    `${number(pages)} pages (${number(rendered.size)} rendered, ${number(pages - rendered.size)} reused, ${number(removedPages)} removed); articles: ${articles}`,
  );
  if (rendered.size > 0) console.log(`Rendered because: ${summariseReasons(rendered)}`);
  const lost = lostLists(removed);
  if (lost.length > 0)
    console.log(
      `Lists that have no article left, and answer 404 from now on: ${lost.join(', ')}. If readers should be led elsewhere, ` +
        'write the address into the aliases of what replaces it.',
    );
  if (withheld.length > 0) console.log(`Withheld: ${withheld.join(', ')}`);
  if (oldAddresses) console.log(`Old addresses: ${oldAddresses}`);
  console.log(`Next change: ${nextChange}`);
}

/** A mistake in `--site` is one in how the command was called; any other is one in the publisher's file. */
function parsedSite(origin: string | undefined): Site {
  try {
    return parseSite(origin);
  } catch (error) {
    const [problem, ...others] = error instanceof ContentError ? error.problems : [];
    if (problem?.file !== ORIGIN_OPTION || others.length > 0) throw error;
    const { reason, remedy } = problemText(problem);
    throw new UsageError(`${ORIGIN_OPTION} ${origin}: ${reason}; ${remedy}`);
  }
}
