import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../../plain-environment.ts';

/** The build command as far as it comes before it makes a page; what it makes is tested in tests/site/. */
const PROJECT = join(import.meta.dirname, '..', '..', '..');
const SMALL_NEWSROOM = join(PROJECT, 'tests', 'fixtures', 'newsroom-one');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-command-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Each call starts a process of its own; on a busy machine that takes seconds. */
const PATIENCE = { timeout: 60_000 };

describe('the build of a newsroom with mistakes', PATIENCE, () => {
  const files: Record<string, string> = {
    'articles/en/2026/misspelt.md': story({ extra: 'pubdate: 2026-01-01' }),
    'articles/en/2026/no-such-author.md': story({ authors: '[dezk]' }),
    'articles/en/2026/never-fenced.md': 'Only words.\n',
    'articles/en/2026/bad-date.md': story({ pubDate: '2026-02-30' }),
    'articles/en/2026/broken-yaml.md': '---\ntitle: "No end\n---\n',
    'articles/en/2026/lost-picture.md': story({
      extra: 'picture: { src: /pictures/lost.webp, alt: Something, credit: Somebody }',
    }),
    'places/nowhere.yaml': 'name: { en: Nowhere, es: Ninguna parte }\nstate: Quintana Roo\nlongitude: -87\n',
  };

  const built = (out: string) => {
    const content = join(folder, 'content');
    cpSync(SMALL_NEWSROOM, content, { recursive: true });
    for (const [file, text] of Object.entries(files)) write(join(content, file), text);
    return build('--content', content, '--out', out);
  };

  it('tells every mistake in one run, each with its file, line and column, and writes nothing', () => {
    const { status, stderr } = built(join(folder, 'site'));
    expect(stderr).toMatch(/^articles\/en\/2026\/misspelt\.md:7:1 {2}error {2}pubdate .*did you mean “pubDate”\?$/m);
    expect(stderr).toMatch(
      /^articles\/en\/2026\/no-such-author\.md:5:11 {2}error {2}authors\[0\] \("dezk"\) {2}names/m,
    );
    expect(stderr).toMatch(/^articles\/en\/2026\/never-fenced\.md:1:1 {2}error {2}has no front matter/m);
    expect(stderr).toMatch(
      /^articles\/en\/2026\/bad-date\.md:4:1 {2}error {2}pubDate \("2026-02-30"\) {2}is not a date/m,
    );
    expect(stderr).toMatch(/^articles\/en\/2026\/broken-yaml\.md:\d+:\d+ {2}error {2}cannot be read as YAML/m);
    expect(stderr).toMatch(/^articles\/en\/2026\/lost-picture\.md:7:12 {2}error {2}picture\.src .*does not exist/m);
    expect(stderr).toMatch(/^places\/nowhere\.yaml:1:1 {2}error {2}latitude {2}is missing/m);
    expect(stderr).toMatch(/^7 mistakes to fix\. Nothing was built/m);
    expect(stderr.match(/ {2}error {2}/g)).toHaveLength(7);
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['content']);
  });

  it('blames no story for an author whose own file has a mistake', () => {
    const content = join(folder, 'content');
    cpSync(SMALL_NEWSROOM, content, { recursive: true });
    write(
      join(content, 'authors/desk.yaml'),
      'name: Newsroom\nrole: { en: Desk }\nbiography: { en: The desk., es: La mesa. }\n',
    );
    const { stderr } = build('--content', content, '--out', join(folder, 'site'));
    expect(stderr).toMatch(/^authors\/desk\.yaml:2:1 {2}error {2}role\.es {2}is missing/m);
    expect(stderr).toMatch(/^1 mistake to fix\./m);
  });

  it('leaves the last site as it was', () => {
    write(join(folder, 'site', 'index.html'), 'the last site');
    write(join(folder, 'site', 'sitemap-index.xml'), '<sitemapindex/>');
    for (const mark of ['robots.txt', 'pagefind/en', '_astro/a.css']) write(join(folder, 'site', mark), '');
    expect(built(join(folder, 'site')).status).toBe(1);
    expect(readFileSync(join(folder, 'site', 'index.html'), 'utf8')).toBe('the last site');
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
  });
});

describe('the build of a paper without a story yet', PATIENCE, () => {
  it('needs no folder “articles”, which git would not keep, and warns of one that is misspelt', () => {
    const content = join(folder, 'content');
    cpSync(join(SMALL_NEWSROOM, 'categories'), join(content, 'categories'), { recursive: true });
    write(join(content, 'pages/en/about.md'), 'Only words.\n');
    write(join(content, 'artcles/en/2026/a-story.md'), story({}));
    const { status, stderr } = build('--content', content, '--out', join(folder, 'site'));
    expect(stderr).toMatch(/^artcles\/ {2}warning {2}is not a folder of a newsroom.*did you mean “articles”\?$/m);
    expect(stderr).toMatch(/^pages\/en\/about\.md:1:1 {2}error {2}has no front matter/m);
    expect(stderr).toMatch(/^1 mistake to fix\./m);
    expect(status).toBe(1);
  });
});

describe('the build command, called wrongly, ends with exit code 2 and one sentence', PATIENCE, () => {
  it.each([
    [
      'a folder that is not there',
      ['--content', 'no/such/folder'],
      /no\/such\/folder holds no newsroom: there is no such folder/,
    ],
    ['a folder that is no newsroom', ['--content', 'tests/fixtures'], /there is none of the folders articles, authors/],
    ['an instant that is none', ['--now', 'tomorrow'], /--now tomorrow: expected an instant such as 2026-11-24T08:00/],
    ['a day that does not exist', ['--now', '2026-02-30'], /--now 2026-02-30: expected an instant/],
    ['an address with a path', ['--site', 'https://a.example/news/'], /--site .*without a path/],
    ['an address with a query', ['--site', 'https://a.example/?b'], /--site .*without a path, a query, a fragment/],
    ['an address that is none', ['--site', 'example'], /--site example: expected an origin/],
    ['an option that is not there', ['--contents', 'x'], /Unknown option '--contents'.*--help/],
    ['an option without its value', ['--out'], /--out/],
    ['a word that is no option', ['everything'], /everything/],
  ])('for %s', (_, options, sentence) => {
    const { status, stdout, stderr } = build('--out', join(folder, 'site'), '--content', SMALL_NEWSROOM, ...options);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });
});

describe('a folder to write into', PATIENCE, () => {
  it.each([
    ['somebody’s papers', ['thesis.docx']],
    ['somebody’s own website', ['index.html', 'style.css', 'holiday.jpg']],
    ['a project', ['package.json', 'src/index.html']],
  ])('is refused where it holds %s, and is not touched', (_, names) => {
    const out = join(folder, 'mine');
    for (const name of names) write(join(out, name), 'precious');
    const { status, stderr } = build('--content', SMALL_NEWSROOM, '--out', out);
    expect(stderr).toContain('the folder holds something that is not a built site');
    expect(status).toBe(2);
    for (const name of names) expect(readFileSync(join(out, name), 'utf8')).toBe('precious');
  });

  it('is refused where it is a file', () => {
    const out = join(folder, 'file');
    write(out, 'precious');
    const { status, stderr } = build('--content', SMALL_NEWSROOM, '--out', out);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(out, 'utf8')).toBe('precious');
  });
});

describe('--help', PATIENCE, () => {
  it('shows every option and ends with exit code 0', () => {
    const { status, stdout, stderr } = build('--help');
    for (const option of ['--content <dir>', '--out <dir>', '--site <url>', '--now <instant>', '--help']) {
      expect(stdout).toContain(option);
    }
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('answers to -h, too', () => {
    expect(build('-h').stdout).toBe(build('--help').stdout);
  });
});

function build(...options: string[]) {
  return spawnSync(process.execPath, ['scripts/build.ts', ...options], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: plainEnvironment(),
    timeout: 60_000,
  });
}

function story({ authors = '[desk]', pubDate = '2026-01-01', extra = '' }): string {
  return [
    '---',
    'title: A story',
    'description: About something.',
    `pubDate: ${pubDate}`,
    `authors: ${authors}`,
    'categories: [region]',
    ...(extra ? [extra] : []),
    '---',
    '',
    'Words.',
    '',
  ].join('\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
