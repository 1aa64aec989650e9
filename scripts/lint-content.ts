import { commandText } from '#src/schemas/message.ts';
import { explainRule } from './lint-content/explain-rule.ts';
import { fixNewsroom, formatFixes } from './lint-content/fix-newsroom.ts';
import { FORMATS, formatReport, type Format } from './lint-content/format-report.ts';
import { lintNewsroom } from './lint-content/lint-newsroom.ts';
import { RULES_FILE, rulesTable } from './lint-content/rules-table.ts';
import { nowOption, languageOption, runCommand, textOption } from './shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { CONTENT_OPTION, contentRootOption } from './shared/content-root.ts';
import { TerminalProgress } from './shared/terminal-progress.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';

const command = {
  call: 'npm run lint:content --',
  summary: 'Reports everything that is wrong with the newsroom: every mistake of every file, in one run.',
  options: {
    content: CONTENT_OPTION,
    lang: { value: '<en|es>', help: 'the language in which mistakes are reported (default: en)' },
    format: {
      value: '<text|json|github>',
      help: 'for people, for programs, or as annotations (default: text; github in GitHub Actions)',
    },
    fix: {
      help: 'first fix what is certain: times without a zone, spaces, HTML entities, UTF-16, known names, links to this site',
    },
    now: { value: '<instant>', help: 'the instant at which links are checked (default: now)' },
    explain: { value: '<rule>', help: 'say what a rule is for' },
    'write-rules': { help: `write the list of rules to ${RULES_FILE}` },
  },
} as const;

/** Each round leaves fewer wrong names; if more than a few were needed, our code would be at fault. */
const MOST_ROUNDS = 5;

await runCommand(command, async (values) => {
  const language = languageOption(values);
  const explained = textOption(values, 'explain');
  if (explained !== undefined) {
    console.log(explainRule(explained, language));
    return 0;
  }
  if (values['write-rules']) {
    writeAtomically(RULES_FILE, rulesTable());
    return 0;
  }
  const instant = nowOption(values);
  const format = formatOption(textOption(values, 'format') ?? (process.env['GITHUB_ACTIONS'] ? 'github' : 'text'));
  const contentRoot = contentRootOption(textOption(values, 'content'));

  const startedAt = performance.now();
  const progress = new TerminalProgress();
  try {
    progress.stage(commandText(language, 'reading'));
    let result = await lintNewsroom(contentRoot, instant, (done, total) => progress.update(done, total));
    if (values.fix) {
      progress.stage(commandText(language, 'fixing'));
      // A fix may make another certain: what a misspelt tag was compared with may itself have been misspelt.
      for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        const fixes = fixNewsroom(contentRoot, result);
        progress.end();
        // Standard output has only the report, for programs.
        if (round === 1 || fixes.fixed.length > 0) console.error(formatFixes(fixes, language));
        if (fixes.fixed.length === 0) break;
        result = await lintNewsroom(contentRoot, instant);
      }
    }
    progress.end();
    const seconds = (performance.now() - startedAt) / 1000;
    console.log(formatReport(format, { ...result, seconds, contentRoot }, language));
    return result.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  } finally {
    progress.end();
  }
});

function formatOption(text: string): Format {
  const format = FORMATS.find((candidate) => candidate === text);
  if (format) return format;
  throw new UsageError(`--format ${text}: expected one of ${FORMATS.join(', ')}`);
}
