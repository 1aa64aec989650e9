import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { LOCALES } from '#src/schemas/locale.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { runCommand, textOption, type Values } from './shared/command-line.ts';
import { Asker } from './setup/ask.ts';
import { carryOut } from './setup/carry-out.ts';
import { ALL_TARGETS, publisherFile } from './setup/hosts.ts';
import { ASIDE, planSetup } from './setup/plan-setup.ts';
import { isAsked, localeIn, mistakeIn, optionOf, QUESTIONS, questionText, type Answers } from './setup/questions.ts';
import { setupWord } from './setup/setup-words.ts';
import { usualAnswers, usualTarget } from './setup/usual-answers.ts';

const command = {
  call: 'npm run setup --',
  summary:
    'Makes this project your paper: asks for its name, its address and where it is published, and writes src/site.config.ts and the\n' +
    'workflow that publishes it. What is given as an option is not asked. It can be run again at any time.',
  options: {
    lang: { value: '<en|es>', help: 'the editors’ language, for questions and for the summaries of publishes' },
    languages: {
      value: '<en,es>',
      help: 'the languages of its editions, first that of the front page at the site’s root',
    },
    name: { value: '<text>', help: 'the paper’s name' },
    site: { value: '<url>', help: 'its address, such as https://owner.github.io/paper/' },
    home: { value: '<text>', help: 'the town or region' },
    email: { value: '<address>', help: 'the newsroom’s e-mail address' },
    zone: { value: '<zone>', help: 'its time zone, such as America/Cancun or Europe/Madrid' },
    'git-host': { value: '<host>', help: 'github, gitlab, gitea, forgejo, or folder: where the form saves' },
    repository: { value: '<owner/name>', help: 'the repository there' },
    server: { value: '<url>', help: 'the address of a Gitea or Forgejo' },
    target: { value: '<host>', help: `where it is published: ${ALL_TARGETS.join(', ')}; not each with each Git host` },
    sample: { value: '<keep|remove>', help: `the sample newsroom; remove moves it to ${ASIDE}` },
    yes: { help: 'ask nothing: what is not given stays as it is, or is what the repository’s address says' },
  },
} as const;

await runCommand(command, async (values) => {
  const asker = new Asker();
  const answers = await collect(values, asker).finally(() => asker.close());
  const locale = localeIn(answers);
  const plan = planSetup(answers);
  if (plan.files.size === 0 && plan.moves.size === 0) {
    console.log(setupWord(locale, 'asItIs'));
    return 0;
  }
  carryOut(plan);
  if (answers.languages !== LOCALES.join(',')) generate();
  console.log(setupWord(locale, 'written'));
  for (const path of [...plan.files.keys()].filter((file) => !file.endsWith('.gitkeep'))) console.log(`  ${path}`);
  if (plan.moves.size > 0) console.log(setupWord(locale, 'setAside', { folder: ASIDE }));
  const file = publisherFile(answers.gitHost);
  console.log(setupWord(locale, 'next', { file }));
  console.log(firstComment(readFileSync(file, 'utf8')));
  return 0;
});

/** The answers, from options, from the terminal, or as they usually are. @throws UsageError if one is wrong, or missing */
async function collect(values: Values<keyof typeof command.options>, asker: Asker): Promise<Answers> {
  const set = usualAnswers();
  const answers: Partial<Answers> = {};
  for (const question of QUESTIONS) {
    const option = optionOf(question);
    const given = textOption(values, option as keyof typeof command.options);
    const { gitHost = set.gitHost } = answers;
    const usual = question === 'target' ? usualTarget(gitHost, set.lang) : set[question];
    const standing = given ?? usual;
    if (!isAsked(question, answers)) {
      answers[question] = '';
      continue;
    }
    if (given !== undefined || values.yes === true) {
      const mistake = mistakeIn(question, standing, answers, localeIn(answers));
      if (mistake !== undefined) throw new UsageError(`--${option} ${standing}: ${mistake}`);
      answers[question] = standing;
      continue;
    }
    for (;;) {
      const locale = localeIn(question === 'lang' ? { lang: set.lang } : answers);
      const text = questionText(question, answers, locale);
      const answer = await asker.ask(text, usual);
      if (answer === undefined) throw new UsageError(setupWord(locale, 'ended', { question: text }));
      const mistake = mistakeIn(question, answer, answers, locale);
      answers[question] = answer;
      if (mistake === undefined) break;
      console.error(`  ${mistake}`);
    }
  }
  return answers as Answers;
}

/** What is generated has the languages of the editions in it: which texts are required, and which the form asks for. */
function generate(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/generate.ts'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run generate: ${stdout}${stderr}`);
}

/** What a workflow says at its beginning after what it does: how its host is prepared. */
function firstComment(workflow: string): string {
  const lines = /^(?:#.*\n)+/.exec(workflow)?.[0].split('\n') ?? [];
  return lines
    .slice(lines.indexOf('#') + 1)
    .map((line) => line.replace(/^# ?/, '  '))
    .join('\n')
    .trimEnd();
}
