import { readFileSync } from 'node:fs';
import { GIT_HOSTS } from '#src/schemas/form-settings.ts';

/** Where a newsroom's files are kept: a Git host, or only a folder. */
export const HOMES = [...GIT_HOSTS, 'folder'] as const;
type Home = (typeof HOMES)[number];

/** How a Git host publishes. What is kept in a folder only may be pushed to GitHub one day. */
interface Publisher {
  /** The file in which it looks for what it is to run. */
  file: string;
  /** What that is made from; GitHub's files are whole, one for each target. */
  template?: '.ci/actions.yml' | '.ci/gitlab.yml';
  /** The machine that it runs on. */
  runner?: string;
  /** The file of the newsletter's workflow; GitHub's is there, and GitLab reads its own from `.ci/`. */
  newsletter?: string;
}

const PUBLISHERS: Readonly<Record<Home, Publisher>> = {
  github: { file: '.github/workflows/publish.yml' },
  folder: { file: '.github/workflows/publish.yml' },
  forgejo: {
    file: '.forgejo/workflows/publish.yml',
    template: '.ci/actions.yml',
    runner: 'docker',
    newsletter: '.forgejo/workflows/newsletter.yml',
  },
  gitea: {
    file: '.gitea/workflows/publish.yml',
    template: '.ci/actions.yml',
    runner: 'ubuntu-latest',
    newsletter: '.gitea/workflows/newsletter.yml',
  },
  gitlab: { file: '.gitlab-ci.yml', template: '.ci/gitlab.yml' },
};

/** How a host's own pages get a site: what is to be prepared, and what the last step does, if they do not take the folder as it is. */
interface OwnPages {
  prepare: string;
  run?: string;
  /** Values of the step’s environment. */
  env?: Readonly<Record<string, string>>;
}

/**
 * The register of targets: with which Git hosts each can be chosen, the usual one of a host first. How a target is uploaded to is
 * in its file in `.github/hosts/`, once for all Git hosts; targets that only one of the others has are here.
 */
const TARGETS: Readonly<Record<string, { at: readonly Home[]; own?: OwnPages }>> = {
  'github-pages': { at: ['github', 'folder'] },
  'gitlab-pages': {
    at: ['gitlab'],
    own: {
      prepare:
        'Pages are served at the address that the project’s settings show under Deploy, Pages; make them public there.',
    },
  },
  'codeberg-pages': {
    at: ['forgejo'],
    own: {
      prepare: 'Pages are what is in the branch “pages”: https://owner.codeberg.page/repository/ at Codeberg.',
      env: { PAGES_TOKEN: '${{ github.token }}' },
      run: [
        'cd upload',
        'git init --quiet --initial-branch pages',
        'git add --all',
        'git -c user.name=Press -c user.email=press@localhost commit --quiet --message "Publish $GITHUB_SHA"',
        '# The branch holds one commit: what readers have.',
        'git -c "http.extraHeader=Authorization: Basic $(printf \'press:%s\' "$PAGES_TOKEN" | base64 -w 0)" push --quiet --force "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" pages',
      ].join('\n'),
    },
  },
  netlify: { at: HOMES },
  'cloudflare-pages': { at: HOMES },
  rsync: { at: HOMES },
  'own-server': { at: ['github', 'folder'] },
};

export const ALL_TARGETS = Object.keys(TARGETS);

/** What can be chosen with a Git host. */
export const targetsOf = (home: string): string[] =>
  ALL_TARGETS.filter((target) => (TARGETS[target]?.at as readonly string[]).includes(home));

const isHome = (text: string): text is Home => (HOMES as readonly string[]).includes(text);

const TELL_HUB = 'npm run deploy -- --tell-hub upload';

/** GitLab's pages are served after the job that makes them. What the hub was told is kept apart from what builds reuse. */
const TELL_HUB_LATER = `
tell-hub:
  stage: report
  rules:
    - if: $CI_PIPELINE_SOURCE != "schedule" && $NEWSLETTER == null
  resource_group: publish
  cache:
    - key:
        files: [package-lock.json]
      paths: [node_modules]
      policy: pull
    - key: hub
      paths: [.cache/hub]
  script:
    - ${TELL_HUB}
`;

/** The file that publishes from a Git host. */
export const publisherFile = (home: string): string => PUBLISHERS[isHome(home) ? home : 'folder'].file;

/** The file and the text of the workflow that makes and sends the newsletter; undefined if the host has what it needs already. */
export function newsletterWorkflow(home: string): [file: string, text: string] | undefined {
  const { newsletter, runner = '' } = PUBLISHERS[isHome(home) ? home : 'folder'];
  if (newsletter === undefined) return undefined;
  return [newsletter, readFileSync('.ci/newsletter.actions.yml', 'utf8').replaceAll('{{runner}}', runner)];
}

/** The text of {@link publisherFile}: publishes to a target, and writes its summaries in the editors' language. */
export function publisherText(home: string, target: string, lang: string): string {
  const { template, runner = '' } = PUBLISHERS[isHome(home) ? home : 'folder'];
  if (!template) return withLanguage(readFileSync(`.github/hosts/${target}.yml`, 'utf8'), lang);
  const { prepare, env, run } = uploadTo(target);
  const isPages = target === 'gitlab-pages';
  const parts: Record<string, string> = {
    prepare: wrapped(prepare).join('\n# '),
    runner,
    pages: isPages
      ? '  # GitLab 17.9 or later. `public` is a folder of the project.\n  pages:\n    publish: upload\n'
      : '',
    artifacts: isPages ? '    paths: [upload]\n    expire_in: 1 day\n' : '',
    tell: isPages ? '' : `    - ${TELL_HUB}\n`,
    tellLater: isPages ? TELL_HUB_LATER : '',
    upload: run === '' ? '' : template === '.ci/gitlab.yml' ? listItem(run) : stepText(env, run),
  };
  const text = readFileSync(template, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
  return withLanguage(text, lang);
}

/** A workflow that writes its summaries in a language. */
function withLanguage(workflow: string, lang: string): string {
  return workflow.replace(/(?<=^ {2}EDITORS_LANGUAGE: )\w+$/m, lang);
}

/** What is to be prepared for a target, and its step “Upload”, from its file or the register. */
function uploadTo(target: string): { prepare: string; env: readonly string[]; run: string } {
  const own = TARGETS[target]?.own;
  if (own)
    return {
      prepare: own.prepare,
      run: own.run ?? '',
      env: Object.entries(own.env ?? {}).map(([name, value]) => `${name}: ${value}`),
    };
  const text = readFileSync(`.github/hosts/${target}.yml`, 'utf8');
  const [, prepare = ''] = /^(?:# .*\n)+#\n((?:# .*\n)+)/.exec(text) ?? [];
  const [, env = '', run = ''] =
    /\n {6}- name: Upload\n {8}env:\n((?: {10}.*\n)+) {8}run: \|\n((?: {10}.*\n)+)/.exec(text) ?? [];
  const lines = (block: string) =>
    block
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(10));
  return {
    prepare: prepare.replace(/^# /gm, '').replaceAll('\n', ' ').trim(),
    env: lines(env),
    run: lines(run).join('\n'),
  };
}

const indented = (text: string, by: number) => text.replace(/^/gm, ' '.repeat(by));

function stepText(env: readonly string[], run: string): string {
  const values = env.length > 0 ? `        env:\n${indented(env.join('\n'), 10)}\n` : '';
  return `      - name: Upload\n${values}        run: |\n${indented(run, 10)}\n`;
}

const listItem = (run: string) => `    - |\n${indented(run, 6)}\n`;

/** A text in lines that fit into a comment. */
function wrapped(text: string): string[] {
  return text.match(/\S.{0,135}(?= |$)/g) ?? [];
}
