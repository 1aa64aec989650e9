import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callScript } from '../call-script.ts';

/** The build command as far as it comes before it makes a page; what it makes is tested in tests/site/. */
const PROJECT = join(import.meta.dirname, '..', '..', '..');
const SMALL_NEWSROOM = join(PROJECT, 'tests', 'fixtures', 'newsroom-one');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-command-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the build of a newsroom with mistakes', () => {
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
    return callScript('build', ['--content', content, '--out', out]);
  };

  it('tells every mistake in one run, each with its file, line and column, and writes nothing', async () => {
    const { status, stderr } = await built(join(folder, 'site'));
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

  it('blames no story for an author whose own file has a mistake', async () => {
    const content = join(folder, 'content');
    cpSync(SMALL_NEWSROOM, content, { recursive: true });
    write(
      join(content, 'authors/desk.yaml'),
      'name: Newsroom\nrole: { en: Desk }\nbiography: { en: The desk., es: La mesa. }\n',
    );
    const { stderr } = await callScript('build', ['--content', content, '--out', join(folder, 'site')]);
    expect(stderr).toMatch(/^authors\/desk\.yaml:2:1 {2}error {2}role\.es {2}is missing/m);
    expect(stderr).toMatch(/^1 mistake to fix\./m);
  });

  it('leaves the last site as it was', async () => {
    write(join(folder, 'site', 'index.html'), 'the last site');
    write(join(folder, 'site', 'sitemap-index.xml'), '<sitemapindex/>');
    for (const mark of ['robots.txt', 'pagefind/en', '_astro/a.css']) write(join(folder, 'site', mark), '');
    expect((await built(join(folder, 'site'))).status).toBe(1);
    expect(readFileSync(join(folder, 'site', 'index.html'), 'utf8')).toBe('the last site');
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
  });
});

describe('the build of a paper without a story yet', () => {
  it('needs no folder “articles”, which git would not keep, and warns of one that is misspelt', async () => {
    const content = join(folder, 'content');
    cpSync(join(SMALL_NEWSROOM, 'categories'), join(content, 'categories'), { recursive: true });
    write(join(content, 'pages/en/about.md'), 'Only words.\n');
    write(join(content, 'artcles/en/2026/a-story.md'), story({}));
    const { status, stderr } = await callScript('build', ['--content', content, '--out', join(folder, 'site')]);
    expect(stderr).toMatch(/^artcles\/ {2}warning {2}is not a folder of a newsroom.*did you mean “articles”\?$/m);
    expect(stderr).toMatch(/^pages\/en\/about\.md:1:1 {2}error {2}has no front matter/m);
    expect(stderr).toMatch(/^1 mistake to fix\./m);
    expect(status).toBe(1);
  });
});

describe('a folder to write into', () => {
  it.each([
    ['somebody’s papers', ['thesis.docx']],
    ['somebody’s own website', ['index.html', 'style.css', 'holiday.jpg']],
    ['a project', ['package.json', 'src/index.html']],
  ])('is refused where it holds %s, and is not touched', async (_, names) => {
    const out = join(folder, 'mine');
    for (const name of names) write(join(out, name), 'precious');
    const { status, stderr } = await callScript('build', ['--content', SMALL_NEWSROOM, '--out', out]);
    expect(stderr).toContain('the folder holds something that is not a built site');
    expect(status).toBe(2);
    for (const name of names) expect(readFileSync(join(out, name), 'utf8')).toBe('precious');
  });

  it('is refused where it is a file', async () => {
    const out = join(folder, 'file');
    write(out, 'precious');
    const { status, stderr } = await callScript('build', ['--content', SMALL_NEWSROOM, '--out', out]);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(out, 'utf8')).toBe('precious');
  });
});

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
