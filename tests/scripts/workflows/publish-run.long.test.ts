import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { siteHeaders } from '#src/hosting/site-headers.ts';
import { linkPackages } from '../../../scripts/lab/project-copy.ts';
import { publisherFile } from '../../../scripts/setup/hosts.ts';
import { serveSite } from '../../../scripts/shared/static-server.ts';
import { plainEnvironment } from '../../plain-environment.ts';
import { crawl } from '../../site/crawl.ts';
import { isTrue, PROJECT, runShell, runSteps, type Workflow } from './run-steps.ts';
import { sharedFolder } from '../../temporary-folder.ts';

const folder = sharedFolder();

const checkout = join(folder, 'checkout');
const host = join(folder, 'host');
const STORY = join(checkout, 'src/content/articles/en/2026/rain.md');

function shell(command: string, options: readonly string[], cwd = checkout): string {
  const { status, stdout, stderr } = spawnSync(command, options, { cwd, encoding: 'utf8', env: plainEnvironment() });
  expect(status, `${command} ${options.join(' ')}: ${stdout}${stderr}`).toBe(0);
  return stdout.trim();
}
const git = (...options: string[]) =>
  shell('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@paper.example', ...options]);

/** Commits everything, and pushes it. @returns the commit */
function push(message: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
  git('push', '--quiet', 'origin', 'HEAD:main');
  return git('rev-parse', 'HEAD');
}

/** The project in a bare repository, with a small newsroom, and a clone of it: a fresh checkout. */
function freshClone(): void {
  for (const path of ['first', 'paper.git', 'checkout', 'host'])
    rmSync(join(folder, path), { recursive: true, force: true });
  const first = join(folder, 'first');
  for (const name of shell('git', ['ls-files', '--cached', '--others', '--exclude-standard'], PROJECT).split('\n'))
    if (!/^(?:tests|src\/content)\//.test(name)) cpSync(join(PROJECT, name), join(first, name));
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), join(first, 'src/content'), { recursive: true });
  shell('git', ['init', '--quiet', '--initial-branch', 'main', '.'], first);
  shell('git', ['add', '--all'], first);
  shell(
    'git',
    ['-c', 'user.name=Ana', '-c', 'user.email=ana@paper.example', 'commit', '--quiet', '-m', 'Begin'],
    first,
  );
  shell('git', ['clone', '--quiet', '--bare', first, join(folder, 'paper.git')], folder);
  shell('git', ['clone', '--quiet', join(folder, 'paper.git'), checkout], folder);
  linkPackages(PROJECT, checkout);
  cpSync(join(PROJECT, 'node_modules/.package-lock.json'), join(checkout, 'node_modules/.package-lock.json'));
}

it('a fresh clone that is set up for GitHub Pages publishes below a path, in part if it must, and what is due', async () => {
  freshClone();
  mkdirSync(join(host, 'empty'), { recursive: true });
  const server = await serveSite(host, 0, siteHeaders('/My_paper.2'));
  const site = server.address;
  const setup = ['run', 'setup', '--', '--yes', '--name', 'The Paper', '--site', site, '--target', 'github-pages'];
  shell('npm', [...setup, '--email', 'ana@paper.example', '--repository', 'user/My_paper.2', '--sample', 'keep']);

  const workflow = (name: string) =>
    parse(readFileSync(join(checkout, `.github/workflows/${name}.yml`), 'utf8')) as Workflow;
  const asked = join(folder, 'asked');
  const programs = { gh: `echo "$@" >> '${asked}'` };
  /** Runs the publishing as a push starts it. */
  const publish = async (commit: string) => {
    const began = performance.now();
    const { jobs, env = {} } = workflow('publish');
    const { publish: first, 'not-everything': last } = jobs;
    const values: Record<string, string> = { 'env.EDITORS_LANGUAGE': env['EDITORS_LANGUAGE'] ?? '' };
    rmSync(join(folder, 'summary.md'), { force: true });
    const runner = { folder: checkout, work: folder, values, programs, environment: { GITHUB_SHA: commit } };
    const ran = await runSteps(first?.steps ?? [], runner);
    // What “upload-pages-artifact” and “deploy-pages” do.
    rmSync(host, { recursive: true });
    cpSync(join(checkout, 'upload'), host, { recursive: true, dereference: true });
    const seconds = (performance.now() - began) / 1000;
    for (const [name, value] of Object.entries(values)) values[name.replace('steps.press', 'needs.publish')] = value;
    const isRed = isTrue(last?.if ?? '', values) && (await runSteps(last?.steps ?? [], runner)).status !== 0;
    return { ...ran, isRed, seconds };
  };
  /** Runs the check of every ten minutes. @returns whether it starts the publishing */
  const due = async (commit: string) => {
    writeFileSync(asked, '');
    const { due: job } = workflow('due').jobs;
    const environment = { GITHUB_SHA: commit };
    const { status, output } = await runSteps(job?.steps ?? [], {
      folder: checkout,
      work: folder,
      values: {},
      programs,
      environment,
    });
    expect(status, output).toBe(0);
    return readFileSync(asked, 'utf8').includes('workflow run publish.yml');
  };

  let commit = push('Set up');
  const first = await publish(commit);
  expect(first.status, first.output).toBe(0);
  expect(first.names).toEqual(['Build, check and lay out', 'Tell the hub of feeds']);
  expect(first.output).not.toContain('Installing what the project needs');
  expect(first.isRed).toBe(false);
  const { dead, outside, pages } = await crawl(host, site);
  expect({ dead, outside }).toEqual({ dead: [], outside: [] });
  expect(existsSync(join(host, '.nojekyll'))).toBe(true);
  expect(readFileSync(join(host, 'admin/index.html'), 'utf8')).toContain('user/My_paper.2');
  // This process is the host that is asked.
  const askStatus = () =>
    runShell(`npm run --silent status -- --to ${site} --content src/content`, checkout, plainEnvironment());
  expect(await askStatus()).toMatchObject({
    status: 0,
    output: expect.stringContaining('Readers have everything.') as string,
  });
  expect(await due(commit)).toBe(false);

  // A mistake: readers keep what they have, the rest goes out, and the run is red.
  writeFileSync(STORY, readFileSync(STORY, 'utf8').replace('title: Rain', 'titel: Rain, all of it'));
  const other = join(checkout, 'src/content/articles/en/2026/the-longest-headline.md');
  writeFileSync(
    other,
    readFileSync(other, 'utf8').replace('The square is swept on Mondays.', 'The square is swept on Tuesdays.'),
  );
  commit = push('Correct two stories, one of them wrongly');
  const partly = await publish(commit);
  expect(partly).toMatchObject({ status: 0, isRed: true });
  expect(partly.summary).toContain('articles/en/2026/rain.md');
  expect(partly.summary).toContain('titel');
  expect(readFileSync(join(host, 'articles/rain/index.html'), 'utf8')).toContain('It rained all day.');
  expect(readFileSync(join(host, 'articles/the-longest-headline/index.html'), 'utf8')).toContain('on Tuesdays');
  expect(readFileSync(join(host, 'admin/status/status.json'), 'utf8')).not.toContain('rain');
  expect(await askStatus()).toMatchObject({ status: 1 });

  // The caches are lost: the site itself says what readers have.
  for (const name of ['.published', 'dist', 'upload']) rmSync(join(checkout, name), { recursive: true });
  const without = await publish(commit);
  expect(without).toMatchObject({ status: 0, isRed: true });

  // It is right again.
  writeFileSync(STORY, readFileSync(STORY, 'utf8').replace('titel: Rain, all of it', 'title: Rain, all of it'));
  commit = push('Correct it');
  const again = await publish(commit);
  expect(again).toMatchObject({ status: 0, isRed: false });
  expect(readFileSync(join(host, 'articles/rain/index.html'), 'utf8')).toContain('Rain, all of it');

  // The site was to change a minute ago.
  writeFileSync(join(host, 'next-change.json'), JSON.stringify({ at: new Date(Date.now() - 60_000).toISOString() }));
  expect(await due(commit)).toBe(true);
  await server.close();
  const shown = (seconds: number) => seconds.toFixed(1);
  console.log(
    `Below a path: ${pages.size} pages, ${dead.length} dead links. From a push to live: first ${shown(first.seconds)} s, ` +
      `an edit ${shown(again.seconds)} s, without caches of the site ${shown(without.seconds)} s.`,
  );
});

it('the same clone, set up for Codeberg and for GitLab, publishes to their pages and to a server', async () => {
  freshClone();
  const server = await serveSite(host, 0, siteHeaders('/My_paper.2'));
  const own = join(folder, 'server');
  mkdirSync(own);
  const ssh = `while [ "$1" = -i ] || [ "$1" = -l ]; do shift 2; done\nshift\nexec sh -c "$*"`;
  /** What Codeberg, GitLab and a web server then serve. */
  const served = {
    'codeberg-pages': () =>
      shell('git', ['clone', '--quiet', '--branch', 'pages', join(folder, 'user/paper.git'), host], folder),
    'gitlab-pages': () => cpSync(join(checkout, 'upload'), host, { recursive: true, dereference: true }),
    rsync: () => cpSync(join(own, 'current'), host, { recursive: true, dereference: true }),
  };
  shell('git', ['init', '--quiet', '--bare', join(folder, 'user/paper.git')], folder);
  for (const [gitHost, target] of [
    ['forgejo', 'codeberg-pages'],
    ['gitlab', 'gitlab-pages'],
    ['gitlab', 'rsync'],
  ] as const) {
    const options = {
      site: server.address,
      'git-host': gitHost,
      target,
      repository: 'user/paper',
      email: 'ana@paper.example',
    };
    const answers = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const withServer = gitHost === 'forgejo' ? ['--server', 'https://codeberg.org/'] : [];
    shell('npm', ['run', 'setup', '--', '--yes', '--sample', 'keep', ...answers, ...withServer]);
    const commit = push(`Publish to ${target}`);
    const file = parse(readFileSync(join(checkout, publisherFile(gitHost)), 'utf8')) as Workflow &
      Record<string, { script?: string[] }>;
    const job = file['publish'];
    const steps = job?.script ? [{ run: job.script.join('\n') }] : (file.jobs['publish']?.steps ?? []);
    const began = performance.now();
    const ran = await runSteps(
      steps.filter((step) => 'run' in step),
      {
        folder: checkout,
        work: folder,
        values: { 'github.token': 'secret' },
        programs: { ssh },
        environment: {
          ...{ EDITORS_LANGUAGE: 'en', GITHUB_SHA: commit, HOME: join(folder, 'home') },
          ...{ GITHUB_SERVER_URL: `file://${folder}`, GITHUB_REPOSITORY: 'user/paper' },
          ...{ SSH_KEY: 'a key', SSH_KNOWN_HOSTS: 'a host', SSH_HOST: 'ana@server.example', SSH_FOLDER: own },
        },
      },
    );
    expect(ran.status, ran.output).toBe(0);
    rmSync(host, { recursive: true, force: true });
    served[target]();
    const seconds = (performance.now() - began) / 1000;
    const { dead, outside, pages } = await crawl(host, server.address);
    expect({ dead, outside }).toEqual({ dead: [], outside: [] });
    console.log(
      `${target}: ${pages.size} pages, ${dead.length} dead links, ${seconds.toFixed(1)} s from a push to live.`,
    );
  }
  await server.close();
});
