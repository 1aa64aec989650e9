import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORY, temporaryFolder, writeFiles } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';

/** The build command until it makes a page; what it makes is tested in tests/site/. */
const SMALL_NEWSROOM = join(import.meta.dirname, '../../fixtures/newsroom-one');

/** A copy of a small newsroom with these files, in a folder of its own. */
function newsroomWith(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const [content, site] = [join(folder, 'content'), join(folder, 'site')];
  cpSync(SMALL_NEWSROOM, content, { recursive: true });
  writeFiles(content, files);
  return { folder, content, site, build: () => callScript('build', ['--content', content, '--out', site, '--strict']) };
}

const story = STORY.replace('ana-pech', 'desk').replace('environment', 'region');

describe('the strict build of a newsroom with mistakes', () => {
  const MISTAKES: Readonly<Record<string, string>> = {
    'articles/en/2026/misspelt.md': story.replace('categories', 'pubdate: 2026-01-01\ncategories'),
    'articles/en/2026/no-such-author.md': story.replace('desk', 'dezk'),
    'articles/en/2026/never-fenced.md': 'Only words.\n',
    'articles/en/2026/bad-date.md': story.replace('2026-11-20T09:00', '2026-02-30'),
    'articles/en/2026/broken-yaml.md': story.replace('morning"', 'morning'),
    'articles/en/2026/lost-picture.md': story.replace(
      'categories',
      'picture: { src: /pictures/lost.webp, alt: Something, credit: Somebody }\ncategories',
    ),
    'places/nowhere.yaml': 'name: { en: Nowhere, es: Ninguna parte }\nstate: Quintana Roo\nlongitude: -87\n',
  };

  it('reports every mistake in one run, each with its file, line and column, and writes nothing', async () => {
    const { folder, build } = newsroomWith(MISTAKES);
    const { status, stderr } = await build();
    for (const line of [
      /^articles\/en\/2026\/misspelt\.md:6:1 {2}error {2}pubdate .*did you mean “pubDate”\?$/m,
      /^articles\/en\/2026\/no-such-author\.md:5:11 {2}error {2}authors\[0\] \("dezk"\) {2}names/m,
      /^articles\/en\/2026\/never-fenced\.md:1:1 {2}error {2}has no front matter/m,
      /^articles\/en\/2026\/bad-date\.md:4:1 {2}error {2}pubDate \("2026-02-30"\) {2}is not a date/m,
      /^articles\/en\/2026\/broken-yaml\.md:\d+:\d+ {2}error {2}title {2}cannot be read as YAML/m,
      /^articles\/en\/2026\/lost-picture\.md:6:12 {2}error {2}picture\.src .*does not exist/m,
      /^places\/nowhere\.yaml:1:1 {2}error {2}latitude {2}is missing/m,
      /^7 mistakes to fix\. Nothing was built/m,
    ])
      expect(stderr).toMatch(line);
    expect(stderr.match(/ {2}error {2}/g)).toHaveLength(7);
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['content']);
  });

  it('blames no story for an author whose own file has a mistake', async () => {
    const desk = 'name: Newsroom\nrole: { en: Desk }\nbiography: { en: The desk., es: La mesa. }\n';
    const { stderr } = await newsroomWith({ 'authors/desk.yaml': desk }).build();
    expect(stderr).toMatch(/^authors\/desk\.yaml:2:1 {2}error {2}role\.es {2}is missing/m);
    expect(stderr).toMatch(/^1 mistake to fix\./m);
  });

  it('leaves the last site as it was', async () => {
    const { folder, site, build } = newsroomWith(MISTAKES);
    const files = ['index.html', 'sitemap-index.xml', 'robots.txt', '_search/en', '_astro/a.css'];
    writeFiles(site, Object.fromEntries(files.map((file) => [file, 'the last site'])));
    expect((await build()).status).toBe(1);
    for (const file of files) expect(readFileSync(join(site, file), 'utf8')).toBe('the last site');
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
  });
});

describe('the build of a paper without a story yet', () => {
  it('needs no folder “articles”, which git would not keep, and warns of one that is misspelt', async () => {
    const folder = temporaryFolder({ 'pages/en/about.md': 'Only words.\n', 'artcles/en/2026/a-story.md': story });
    cpSync(join(SMALL_NEWSROOM, 'categories'), join(folder, 'categories'), { recursive: true });
    const { status, stderr } = await callScript('build', [
      '--content',
      folder,
      '--out',
      join(folder, 'site'),
      '--strict',
    ]);
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
  ])('is refused if it holds %s, and is not touched', async (_, names) => {
    const { site, build } = newsroomWith({});
    writeFiles(site, Object.fromEntries(names.map((name) => [name, 'precious'])));
    const { status, stderr } = await build();
    expect(stderr).toContain('the folder holds something that is not a built site');
    expect(status).toBe(2);
    for (const name of names) expect(readFileSync(join(site, name), 'utf8')).toBe('precious');
  });

  it('is refused if it is a file', async () => {
    const { site, build } = newsroomWith({});
    writeFileSync(site, 'precious');
    const { status, stderr } = await build();
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(site, 'utf8')).toBe('precious');
  });
});
