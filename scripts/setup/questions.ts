import { SELF_HOSTED } from '#src/schemas/form-settings.ts';
import { isLanguage, LANGUAGES, type Locale } from '#src/schemas/locale.ts';
import { messageText } from '#src/schemas/message.ts';
import { explainIssues } from '#src/schemas/explain.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { ALL_TARGETS, HOMES, targetsOf } from './hosts.ts';
import { setupWord } from './setup-words.ts';

/** What is asked, and set by options of the same names. */
export const QUESTIONS = [
  'lang',
  'languages',
  'name',
  'site',
  'home',
  'email',
  'zone',
  'gitHost',
  'repository',
  'server',
  'target',
  'sample',
] as const;
export type Question = (typeof QUESTIONS)[number];
export type Answers = Record<Question, string>;

/** Each option's name on the command line. */
export const optionOf = (question: Question) => (question === 'gitHost' ? 'git-host' : question);

const CHOICES: Partial<Record<Question, readonly string[]>> = {
  lang: LANGUAGES,
  gitHost: HOMES,
  target: ALL_TARGETS,
  sample: ['keep', 'remove'],
};

/** What may be answered, after the answers before it. */
const choicesOf = (question: Question, { gitHost }: Partial<Answers>) =>
  question === 'target' && gitHost !== undefined ? targetsOf(gitHost) : CHOICES[question];

/** The question in words, with what may be answered. */
export function questionText(question: Question, answers: Partial<Answers>, locale: Locale): string {
  const choices = question === 'lang' ? undefined : choicesOf(question, answers);
  return `${setupWord(locale, question)}${choices ? ` (${choices.join(', ')})` : ''}`;
}

/** Whether a question makes sense after the answers before it. */
export function isAsked(question: Question, { gitHost = '' }: Partial<Answers>): boolean {
  if (question === 'repository') return gitHost !== 'folder';
  return question !== 'server' || SELF_HOSTED.has(gitHost);
}

/**
 * What is wrong with an answer, in words; undefined if nothing is.
 * @param answers those before it
 */
export function mistakeIn(
  question: Question,
  answer: string,
  answers: Partial<Answers>,
  locale: Locale,
): string | undefined {
  const choices = choicesOf(question, answers);
  if (choices)
    return choices.includes(answer) ? undefined : setupWord(locale, 'choices', { choices: choices.join(', ') });
  const { gitHost: host, repository } = answers;
  const [field, data] = {
    languages: ['languages', { languages: languagesIn(answer) }],
    name: ['name', { name: answer }],
    site: ['url', { url: answer }],
    home: ['home', { home: answer }],
    email: ['email', { email: answer }],
    zone: ['zone', { zone: answer }],
    repository: ['form', { form: { host, repository: answer, server: 'https://git.example/' } }],
    server: ['form', { form: { host, repository, server: answer } }],
  }[question as 'languages' | 'name' | 'site' | 'home' | 'email' | 'zone' | 'repository' | 'server'] as [
    string,
    object,
  ];
  const issues = siteSchema.safeParse(data).error?.issues.filter(({ path }) => path[0] === field) ?? [];
  const [problem] = explainIssues(issues, data, []);
  if (!problem) return undefined;
  const { reason, remedy } = messageText(problem.message, locale);
  return `${reason} — ${remedy}`;
}

/** The languages of an answer: `es,en`. */
export const languagesIn = (answer: string): string[] =>
  answer
    .split(',')
    .map((language) => language.trim())
    .filter(Boolean);

/** The language in which to go on. */
export const localeIn = ({ lang = 'en' }: Partial<Answers>): Locale => (isLanguage(lang) ? lang : 'en');
