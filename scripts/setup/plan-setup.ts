import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { UsageError } from '#src/publish/usage-error.ts';
import { LANGUAGES, type Locale } from '#src/schemas/locale.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { siteConfig } from '#src/site.config.ts';
import { parseSite } from '#src/site.ts';
import { configText } from './config-text.ts';
import { isAsked, languagesIn, localeIn, type Answers } from './questions.ts';
import { setupWord } from './setup-words.ts';
import { newsletterWorkflow, publisherFile, publisherText } from './hosts.ts';
import { isExample } from './usual-answers.ts';

export const CONFIG = 'src/site.config.ts';
/** Long tests are of the program, with its sample: a paper without it has no use for them. */
const LONG_TESTS = '.github/workflows/long-tests.yml';
const CONTENT = 'src/content';
/** Where the sample newsroom is moved. */
export const ASIDE = '.sample-newsroom';

/** What a newsroom of one's own begins with: sections and the guide to the folder; everything else is somebody's words. */
const KEPT = new Set(['README.md', 'categories']);

/** What the setup is to do. */
export interface SetupPlan {
  /** Files to be written: path → text. Only those that are other than now. */
  files: ReadonlyMap<string, string>;
  /** Files and folders to be moved out of the way: from → to. */
  moves: ReadonlyMap<string, string>;
}

/**
 * Plans everything, and writes nothing.
 * @throws ContentError if the settings are wrong together
 * @throws UsageError if the sample cannot be taken away
 */
export function planSetup(answers: Answers): SetupPlan {
  const settings = newSettings(answers);
  parseSite(undefined, settings);
  const newsletter = newsletterWorkflow(answers.gitHost);
  const files = new Map([
    [CONFIG, configText(settings)],
    [publisherFile(answers.gitHost), publisherText(answers.gitHost, answers.target, answers.lang)],
    ...(newsletter ? [newsletter] : []),
  ]);
  for (const [path, text] of files) if (existsSync(path) && readFileSync(path, 'utf8') === text) files.delete(path);
  const moves = new Map<string, string>();
  if (answers.sample === 'keep') return { files, moves };
  const locale = localeIn(answers);
  if (!isExample(siteConfig.url)) throw new UsageError(setupWord(locale, 'setUpBefore'));
  if (existsSync(ASIDE)) throw new UsageError(setupWord(locale, 'isInTheWay', { folder: ASIDE }));
  for (const name of readdirSync(CONTENT)) {
    if (KEPT.has(name)) continue;
    moves.set(join(CONTENT, name), join(ASIDE, name));
    if (!name.includes('.')) files.set(join(CONTENT, name, '.gitkeep'), '');
  }
  if (existsSync(LONG_TESTS)) moves.set(LONG_TESTS, join(ASIDE, 'long-tests.yml'));
  return { files, moves };
}

/** The settings as they are now, with the answers in them. */
function newSettings(answers: Answers): z.input<typeof siteSchema> {
  const { name, home, email, zone, gitHost, repository, server, target } = answers;
  const url = siteSchema.shape.url.safeParse(answers.site).data ?? answers.site;
  const isNew = isExample(siteConfig.url) && !isExample(url);
  const { form: before, ...others } = siteConfig;
  const sameHost = before?.host === gitHost ? before : {};
  const inBoth = (key: 'tagline' | 'description') =>
    Object.fromEntries(LANGUAGES.map((locale) => [locale, setupWord(locale, key, { home })])) as {
      en: string;
      es: string;
    };
  const form = {
    ...sameHost,
    host: gitHost,
    ...(isAsked('repository', answers) && { repository }),
    ...(isAsked('server', answers) && { server }),
    // On a server of one's own the web server must first be told to show it: src/hosting/nginx.md.
    ...(target !== 'own-server' && { status: true }),
  } as z.input<typeof siteSchema>['form'];
  return {
    ...others,
    name,
    url,
    home,
    email,
    zone,
    languages: languagesIn(answers.languages) as Locale[],
    // What feeds know the stories by must stay as it is once there are readers.
    ...(isNew && { identity: new URL(url).hostname }),
    // No mail of another paper's newsletter.
    ...(isNew && others.newsletter && { newsletter: { ...others.newsletter, from: email } }),
    ...(isNew && { publisher: name, tagline: inBoth('tagline'), description: inBoth('description') }),
    form,
  };
}
