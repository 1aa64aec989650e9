import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'prettier';
import { describe, expect, it } from 'vitest';
import { siteConfig } from '#src/site.config.ts';
import { parseSite } from '#src/site.ts';
import { carryOut } from '../../../scripts/setup/carry-out.ts';
import { configText } from '../../../scripts/setup/config-text.ts';
import { findProgram } from '../../../scripts/shared/find-program.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';
import { PROJECT, projectCopy } from './set-up-copy.ts';

const PRETTIER = JSON.parse(readFileSync(join(PROJECT, '.prettierrc.json'), 'utf8')) as object;
const OPTIONS = {
  name: "Ana's “Gazette” & Co.",
  site: 'https://ana.github.io/gazette',
  home: 'Bacalar, Quintana Roo',
  email: 'desk@gazette.example',
  zone: 'Europe/Madrid',
  'git-host': 'github',
  repository: 'ana/gazette',
  target: 'github-pages',
};
const given = (options: Record<string, string>) =>
  Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);

/** The settings in a text of `src/site.config.ts`. */
async function settingsIn(text: string) {
  const code = text.replace(/^import type .*$/gm, '').replace(': z.input<typeof siteSchema>', '');
  const { siteConfig: settings } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as { siteConfig: Record<string, unknown> };
  return settings;
}

describe('npm run setup', () => {
  it('makes the project a paper by options alone, and is done the second time', async () => {
    const { run, evaluate, read, has } = projectCopy(temporaryFolder());
    const options = [...given(OPTIONS), '--lang', 'es', '--yes'];
    const { status, stdout, stderr } = run([...options, '--sample', 'remove']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Escrito:\n  src/site.config.ts\n  .github/workflows/publish.yml\n');
    expect(stdout).toContain('under Pages, choose “GitHub Actions” as the source.');
    const text = read('src/site.config.ts');
    expect(await settingsIn(text)).toMatchObject({
      name: OPTIONS.name,
      url: 'https://ana.github.io/gazette/',
      identity: 'ana.github.io',
      home: OPTIONS.home,
      email: OPTIONS.email,
      tagline: { en: 'News from Bacalar, Quintana Roo', es: 'Noticias de Bacalar, Quintana Roo' },
      form: { host: 'github', repository: 'ana/gazette', status: true },
      newsletter: { from: OPTIONS.email },
      lists: siteConfig.lists,
    });
    expect(await check(text, { ...PRETTIER, parser: 'typescript' })).toBe(true);
    expect(read('.github/workflows/publish.yml')).toBe(
      read('.github/hosts/github-pages.yml').replace('EDITORS_LANGUAGE: en', 'EDITORS_LANGUAGE: es'),
    );
    // Its clock is that of its zone from now on, summer time and all.
    const { status: told, stdout: clock } = evaluate(`
      import { formatMoment, isoInstant, startOfNextDay } from '#src/i18n/format.ts';
      import { parseInstant } from '#src/schemas/shared-fields.ts';
      import { writtenInstant } from '#src/writing/content-file.ts';
      for (const text of ['2026-03-29T08:00', '2026-10-25', '2026-12-01T18:30:05']) {
        const instant = parseInstant(text);
        const words = [isoInstant(instant), writtenInstant(instant), isoInstant(startOfNextDay(instant))];
        console.log(...words, formatMoment('es', instant, 'short'));
      }
    `);
    expect([told, clock.trim().split('\n')]).toEqual([
      0,
      [
        '2026-03-29T08:00:00+02:00 2026-03-29T08:00 2026-03-30T00:00:00+02:00 29 mar 2026, 08:00',
        '2026-10-25T00:00:00+02:00 2026-10-25 2026-10-26T00:00:00+01:00 25 oct 2026',
        '2026-12-01T18:30:05+01:00 2026-12-01T18:30:05 2026-12-02T00:00:00+01:00 1 dic 2026, 18:30',
      ],
    ]);
    // The stories are out of the way, and not lost; the sections stay.
    expect(has('src/content/articles/en')).toBe(false);
    expect(has('.sample-newsroom/articles/en/2026/rain.md')).toBe(true);
    expect(has('src/content/categories/region.yaml')).toBe(true);
    expect(run(options)).toMatchObject({
      status: 0,
      stdout: 'El periódico ya está configurado así: no se escribió nada.\n',
    });
    // Now the stories may be the editors' own.
    expect(run([...options, '--sample', 'remove'])).toMatchObject({ status: 2 });
    expect(has('src/content/categories/region.yaml')).toBe(true);
  });

  it('asks for what is not given, until the answer is right', async () => {
    const { run, read } = projectCopy(temporaryFolder());
    const answers = ['en', '', 'not an address', 'https://news.example.org', '', 'ana@', 'ana@news.example.org'];
    const { status, stderr } = run(
      given({ name: 'The Gazette', repository: 'ana/gazette', sample: 'keep' }),
      // The editors' language, those of the editions, the address, the town as it is, the e-mail address, the zone, the Git host as it is, the target.
      [answers[0], 'en, fr', 'es, en', ...answers.slice(2), 'Tijuana', 'America/Tijuana', '', 'rsync']
        .join('\n')
        .concat('\n'),
    );
    expect(stderr).toContain(
      'Address of the site, with its path if it has one [https://www.rivieramayanews.example/]: ',
    );
    expect(stderr).toContain('expected the site’s address, such as https://www.example.org/');
    expect(stderr).toContain('a list of one or more of en, es');
    expect(stderr).toContain('expected an e-mail address');
    expect(stderr).toContain('is no time zone of the IANA database');
    expect(status).toBe(0);
    expect(await settingsIn(read('src/site.config.ts'))).toMatchObject({
      name: 'The Gazette',
      url: 'https://news.example.org/',
      home: siteConfig.home,
      email: 'ana@news.example.org',
      zone: 'America/Tijuana',
      languages: ['es', 'en'],
      form: { host: 'github', repository: 'ana/gazette' },
    });
    expect(read('.github/workflows/publish.yml')).toContain('rsync -a');
  });

  it('asks on a terminal, in the editors’ language', async () => {
    if (!findProgram(['script'])) return;
    const { runOnTerminal, read } = projectCopy(temporaryFolder());
    const { name: _, ...rest } = OPTIONS;
    const { stdout, status } = runOnTerminal(given({ ...rest, languages: 'en,es', sample: 'keep' }), 'es\nLa Gaceta\n');
    expect(stdout).toContain('Nombre del periódico [Riviera Maya News & Events]: ');
    expect(status).toBe(0);
    expect(await settingsIn(read('src/site.config.ts'))).toMatchObject({ name: 'La Gaceta' });
  });

  it('writes nothing if an answer is wrong', async () => {
    const folder = temporaryFolder({ 'src/site.config.ts': 'as it was', 'src/content/README.md': '' });
    for (const [options, said] of [
      [['--site', 'example'], /^--site example: expected the site’s address/],
      [['--repository', 'a/b', '--target', 'ftp'], /^--target ftp: choose one of: github-pages, netlify/],
      [
        ['--git-host', 'gitlab', '--repository', 'a/b', '--target', 'github-pages'],
        /^--target github-pages: choose one of: gitlab-pages, /,
      ],
      [['--repository', 'gazette'], /^--repository gazette: /],
      [['--git-host', 'gitea', '--repository', 'a/b'], /^--server : /],
      [['--zone', '+02:00'], /^--zone \+02:00: is no time zone of the IANA database/],
      [['--lang', 'fr'], /^--lang fr: choose one of: en, es/],
      [['--colour', 'red'], /^Unknown option '--colour'/],
    ] as const) {
      const { status, stderr } = await callScript('setup', [...options, '--yes'], { cwd: folder });
      expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
    }
    expect(readFileSync(join(folder, 'src/site.config.ts'), 'utf8')).toBe('as it was');
    expect(globSync('**/*', { cwd: folder })).toHaveLength(4);
  });

  it('writes nothing if the answers end too soon', () => {
    const { run, read } = projectCopy(temporaryFolder());
    const { status, stderr } = run(['--lang', 'en', '--languages', 'en'], 'The Gazette\n');
    expect([status, stderr]).toEqual([2, expect.stringContaining('The answers end before “Address of the site')]);
    expect(read('src/site.config.ts')).toBe(readFileSync(join(PROJECT, 'src/site.config.ts'), 'utf8'));
  });
});

describe('the settings as a file', () => {
  it('are written as they are', async () => {
    expect(configText(siteConfig)).toBe(readFileSync(join(PROJECT, 'src/site.config.ts'), 'utf8'));
    const odd = {
      ...siteConfig,
      name: `"Ana's" \\ \${x} \u2028 y`,
      form: { host: 'gitea' as const, repository: 'a/b', server: 'https://git.example/', signIn: { appId: 'x' } },
    };
    const text = configText(odd);
    expect(await settingsIn(text)).toEqual(odd);
    expect(await check(text, { ...PRETTIER, parser: 'typescript' })).toBe(true);
    expect(parseSite(undefined, odd).name).toBe(odd.name);
  });
});

describe('a setup that fails half way', () => {
  it('leaves everything as it was', () => {
    const folder = temporaryFolder({ 'a.txt': 'A', 'content/story.md': 'Story' });
    const at = (path: string) => join(folder, path);
    // A folder where a file is to go.
    mkdirSync(at('b.txt/full'), { recursive: true });
    const plan = {
      files: new Map([
        [at('a.txt'), 'new'],
        [at('content/.gitkeep'), ''],
        [at('b.txt'), 'new'],
      ]),
      moves: new Map([[at('content'), at('aside/content')]]),
    };
    expect(() => carryOut(plan)).toThrow('EISDIR');
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('A');
    expect(readFileSync(at('content/story.md'), 'utf8')).toBe('Story');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'aside', 'b.txt', 'content']);
  });
});

describe('what an empty answer stands for', () => {
  it.each([
    ['https://github.com/Ana/gazette.git', 'github', 'Ana/gazette', 'https://ana.github.io/gazette/'],
    ['https://codeberg.org/Ana/gazette.git', 'forgejo', 'Ana/gazette', 'https://ana.codeberg.page/gazette/'],
    ['git@github.com:ana/ana.github.io.git', 'github', 'ana/ana.github.io', 'https://ana.github.io/'],
    ['https://token@gitlab.com/group/sub/paper', 'gitlab', 'group/sub/paper', 'https://group.gitlab.io/sub/paper/'],
    ['ssh://git@github.com:22/ana/The_paper.git', 'github', 'ana/The_paper', 'https://ana.github.io/The_paper/'],
  ])('comes from the repository’s address: %s', async (remote, host, repository, url) => {
    const file =
      { gitlab: '.gitlab-ci.yml', forgejo: '.forgejo/workflows/publish.yml' }[host] ?? '.github/workflows/publish.yml';
    const folder = temporaryFolder({ 'src/content/README.md': '' });
    for (const name of ['.github/hosts', '.ci']) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
    for (const options of [
      ['init', '--quiet'],
      ['remote', 'add', 'origin', remote],
    ])
      expect(spawnSync('git', options, { cwd: folder }).status).toBe(0);
    const called = await callScript('setup', ['--yes'], { cwd: folder });
    expect(called).toMatchObject({ status: 0, stderr: '' });
    expect(called.stdout).toContain(`\n  ${file}\n`);
    expect(existsSync(join(folder, '.forgejo/workflows/newsletter.yml'))).toBe(host === 'forgejo');
    expect(await settingsIn(readFileSync(join(folder, 'src/site.config.ts'), 'utf8'))).toMatchObject({
      url,
      form: { host, repository, status: true },
    });
  });
});
