import { readFileSync } from 'node:fs';
import { LOCALES } from '#src/schemas/locale.ts';
import { siteConfig } from '#src/site.config.ts';
import { git } from '../shared/git.ts';
import { publisherFile, publisherText, targetsOf } from './hosts.ts';
import type { Answers } from './questions.ts';

/** The example's host: a paper that has it has not been set up yet. */
export const isExample = (url: string) => new URL(url).hostname.endsWith('.example');

/** The hosts that a repository's address names. */
const KNOWN_HOSTS: Readonly<Record<string, string>> = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'codeberg.org': 'forgejo',
};

/** The answers if nothing is typed: what is set already, or what the repository’s address says. */
export function usualAnswers(): Answers {
  const { name, url, home, email, zone, form } = siteConfig;
  const { server, repository } = remote();
  const gitHost = form?.host ?? KNOWN_HOSTS[server] ?? 'github';
  const workflow = text(publisherFile(gitHost));
  const [, lang = 'en'] = /EDITORS_LANGUAGE: (\w+)/.exec(workflow) ?? [];
  return {
    lang,
    languages: LOCALES.join(','),
    name,
    site: isExample(url) ? (pagesAddress(server, repository) ?? url) : url,
    home,
    email,
    zone,
    gitHost,
    repository: form?.repository ?? repository,
    server: form?.server ?? (server === '' ? '' : `https://${server}/`),
    target: usualTarget(gitHost, lang),
    sample: 'keep',
  };
}

/** The target that a Git host publishes to now, or its first. @param lang of the workflow’s summaries */
export function usualTarget(gitHost: string, lang: string): string {
  const workflow = text(publisherFile(gitHost));
  const targets = targetsOf(gitHost);
  const isIt = (target: string) => workflow !== '' && publisherText(gitHost, target, lang) === workflow;
  return targets.find(isIt) ?? targets[0] ?? '';
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The host and the repository that the checkout was cloned from; empty if there are none. */
function remote(): { server: string; repository: string } {
  const { isDone, output } = git('.', ['remote', 'get-url', 'origin']);
  const address = isDone ? output.toString().trim() : '';
  const [, server = '', repository = ''] =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)([\w.-]+)(?::\d+)?[:/]([\w./-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  return { server, repository };
}

/** Where the pages of a public Git host put a repository's site. */
function pagesAddress(server: string, repository: string): string | undefined {
  const domain = { 'github.com': 'github.io', 'gitlab.com': 'gitlab.io', 'codeberg.org': 'codeberg.page' }[server];
  const [owner = '', ...names] = repository.split('/');
  if (domain === undefined || names.length === 0) return undefined;
  const root = `https://${owner.toLowerCase()}.${domain}/`;
  return names.join('/').toLowerCase() === `${owner.toLowerCase()}.${domain}` ? root : `${root}${names.join('/')}/`;
}
