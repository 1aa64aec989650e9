import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { speaker } from '#src/rules/speak.ts';
import { explainRule } from './lint-content/explain-rule.ts';
import { FORMATS, formatReport, type Format } from './lint-content/formats.ts';
import { lookThrough } from './lint-content/look-through.ts';
import { mendNewsroom, tellMends } from './lint-content/mend-newsroom.ts';
import { README, withRulesTable } from './lint-content/rules-table.ts';
import { instantOption, localeOption, runCommand, textOption } from './shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { checkContentRoot } from './shared/content-root.ts';
import { TerminalProgress } from './shared/terminal-progress.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';

const command = {
  call: 'npm run lint:content --',
  summary: 'Tells everything that is wrong with the newsroom: every mistake of every file, in one run.',
  options: {
    content: { type: 'string', value: '<dir>', help: 'the newsroom’s folder (default: src/content)' },
    lang: { type: 'string', value: '<en|es>', help: 'the language in which mistakes are told (default: en)' },
    format: {
      type: 'string',
      value: '<text|json|github>',
      help: 'for people, for programs, or as annotations (default: text; github in GitHub Actions)',
    },
    fix: {
      type: 'boolean',
      help: 'first mend what is certain: times without a zone, spaces, the spelling of known names',
    },
    now: { type: 'string', value: '<instant>', help: 'the instant at which links are judged (default: now)' },
    explain: { type: 'string', value: '<rule>', help: 'say what a rule is for' },
    'write-readme': { type: 'boolean', help: 'write the table of rules into the README' },
  },
} as const;

/** Each round leaves fewer names that are wrong; more than a few would be a fault of ours. */
const MOST_ROUNDS = 5;

await runCommand(command, async (values) => {
  const language = localeOption('lang', textOption(values, 'lang') ?? 'en');
  const explained = textOption(values, 'explain');
  if (explained !== undefined) {
    console.log(explainRule(explained, language));
    return 0;
  }
  if (values['write-readme']) {
    writeAtomically(README, withRulesTable(readFileSync(README, 'utf8')));
    return 0;
  }
  const now = textOption(values, 'now');
  const instant = now === undefined ? new Date() : instantOption('now', now);
  const format = formatOption(textOption(values, 'format') ?? (process.env['GITHUB_ACTIONS'] ? 'github' : 'text'));
  const contentRoot = resolve(textOption(values, 'content') ?? 'src/content');
  checkContentRoot(contentRoot);

  const voice = speaker(language);
  const startedAt = performance.now();
  const progress = new TerminalProgress();
  try {
    progress.stage(voice.say('Reading the newsroom'));
    let look = await lookThrough(contentRoot, instant, (done, total) => progress.update(done, total));
    if (values.fix) {
      progress.stage(voice.say('Mending'));
      // What is mended may show what else can be: a tag whose slip is gone may be the slip of another.
      for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        const mends = mendNewsroom(contentRoot, look);
        progress.end();
        // What programs read on standard output is the report alone.
        if (round === 1 || mends.mended.length > 0) console.error(tellMends(mends, voice));
        if (mends.mended.length === 0) break;
        look = await lookThrough(contentRoot, instant);
      }
    }
    progress.end();
    const seconds = (performance.now() - startedAt) / 1000;
    console.log(formatReport(format, { ...look, seconds, contentRoot }, voice));
    return look.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  } finally {
    progress.end();
  }
});

function formatOption(text: string): Format {
  const format = FORMATS.find((candidate) => candidate === text);
  if (format) return format;
  throw new UsageError(`--format ${text}: expected one of ${FORMATS.join(', ')}`);
}
