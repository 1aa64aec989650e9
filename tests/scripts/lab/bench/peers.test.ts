import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isoInstant } from '#src/i18n/format.ts';
import { makeEditions, placesOf } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readBody } from '#src/reading/read-body.ts';
import { parseSite } from '#src/site.ts';
import { articleUrl } from '#src/urls.ts';
import { countOutput } from '../../../../scripts/lab/bench/count-output.ts';
import { markdownFile, writeSite, type PeerNewsroom } from '../../../../scripts/lab/bench/peers/article-files.ts';
import { packageProgram } from '../../../../scripts/lab/bench/peers/package-program.ts';
import { PeerMissing, PEERS, templatesOf, type PeerName } from '../../../../scripts/lab/bench/peers/peers.ts';
import { temporaryFolder as folderOfATest } from '../../../temporary-folder.ts';
import { PATIENCE } from '../../run-script.ts';
import { madeNewsroom, temporaryFolder } from '../newsroom/run-newsroom.ts';

const PROJECT = join(import.meta.dirname, '../../../..');
const NOW = new Date('2026-11-01T08:00:00-05:00');

let contentRoot: string;
let content: PeerNewsroom;
let published: Article[];
beforeAll(async () => {
  contentRoot = join(temporaryFolder(), 'content');
  await madeNewsroom(contentRoot, { count: '60', years: '3' });
  const { newsroom } = readNewsroom(contentRoot);
  content = { newsroom, editions: makeEditions(newsroom, parseSite(), NOW) };
  published = Object.values(content.editions).flatMap(({ articles }) => articles);
});

function peer(name: PeerName) {
  const found = PEERS.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

describe.each(PEERS)('the newsroom converted for $title', ({ name, namesFile, format }) => {
  const converted = () => {
    const folder = folderOfATest();
    writeSite(templatesOf(name), folder, namesFile, content, contentRoot, format);
    return folder;
  };

  it('has each published article once, with its title, date, lists and text, and nothing that is withheld', () => {
    const folder = converted();
    const files = published.map((article) => {
      const body = readBody({ contentRoot }, article.file);
      const { file } = format(article, content.editions[article.locale], body);
      // Read by another YAML reader than the one that reads ours.
      const parts = splitFrontMatter(readFileSync(join(folder, file), 'utf8'));
      expect(parse(parts?.frontMatter ?? '')).toMatchObject({
        title: article.title,
        description: article.description,
        date: isoInstant(article.pubDate),
        sections: article.categories,
        tags: article.tags,
        authors: article.authors,
        places: placesOf(article),
        months: [isoInstant(article.pubDate).slice(0, 7)],
      });
      expect(parts?.body.trim()).toBe(body.trim());
      return file;
    });
    const written = listFiles(folder).filter((file) => file.endsWith('.md') && !file.endsWith('_index.md'));
    expect(written.toSorted()).toEqual(files.toSorted());
    expect(published.length).toBeLessThan(content.newsroom.articles.length);
  });

  it('names every category, tag, author and place in both languages', () => {
    type Names = Record<string, Record<string, Record<string, string>>>;
    const names = JSON.parse(readFileSync(join(converted(), namesFile), 'utf8')) as Names;
    for (const article of published) {
      const { tags, places } = names[article.locale] ?? {};
      for (const id of article.tags) expect(tags?.[id]).toMatch(/\S/);
      for (const id of placesOf(article)) expect(places?.[id]).toMatch(/\S/);
    }
  });
});

it('a translation stays together with its article', () => {
  const article = published.find((one) => content.editions[one.locale].translationsOf(one).length > 0);
  if (!article) throw new Error('the made newsroom has no pair');
  const edition = content.editions[article.locale];
  const [other] = edition.translationsOf(article);
  expect(peer('hugo').format(article, edition, '').fields['translationKey']).toBe(article.translationKey);
  expect(peer('astro').format(article, edition, '').fields['translation']).toBe(other && articleUrl(other));
});

it('an article’s words are YAML whatever the headline holds, and no shortcodes of Hugo', () => {
  const [article] = published;
  if (!article) throw new Error('no article');
  const title = 'Yes: “no”, \'on\' #5 — {a} [b] & *c | "d" \\ e';
  const text = 'A {{< figure >}} and {{% b %}}, {{ c }}';
  const { fields, body } = peer('hugo').format({ ...article, title }, content.editions[article.locale], text);
  const parts = splitFrontMatter(markdownFile(fields, body));
  expect(parse(parts?.frontMatter ?? '')).toMatchObject({ title });
  expect(parts?.body).toBe('\nA {&#123;< figure >}} and {&#123;% b %}}, {{ c }}\n');
});

it.each([
  ['no-hugo', /no-hugo” cannot be started; install Hugo, or name its program with --hugo/],
  [process.execPath, /does not answer as Hugo/],
])('Hugo is missing if “%s” is not it, with a sentence that says what to do', async (hugo, sentence) => {
  const folder = folderOfATest();
  const context = { project: '', folder, cache: folder, url: 'https://x.example', hugo };
  const preparing = Promise.resolve().then(() => peer('hugo').prepare(context));
  await expect(preparing).rejects.toThrow(PeerMissing);
  await expect(preparing).rejects.toThrow(sentence);
});

it('the program of a package can be started by Node and has the version that was found', PATIENCE, () => {
  const { path, version } = packageProgram(PROJECT, 'pagefind', 'pagefind');
  expect(spawnSync(process.execPath, [path, '--version'], { encoding: 'utf8' }).stdout).toContain(version);
  const manifest = JSON.stringify({ version: '1.2.3', bin: { b: 'run.cjs' } });
  const folder = folderOfATest({ 'node_modules/@a/b/package.json': manifest });
  expect(packageProgram(folder, '@a/b', 'b').path).toBe(join(folder, 'node_modules/@a/b/run.cjs'));
  expect(() => packageProgram(folder, '@a/b', 'c')).toThrow('the package @a/b 1.2.3 has no command “c”');
  expect(() => packageProgram(folder, 'astro', 'astro')).toThrow('ENOENT');
});

it('the count of a built site is of articles at articles’ addresses and of all pages but the search index’s', () => {
  const folder = folderOfATest({
    'index.html': '',
    'articles/glass/index.html': '',
    'es/articulos/vidrio/index.html': '',
    'articles/withdrawn/index.html': '<meta name="story-status" content="withdrawn">',
    'articles/renamed/index.html': '<meta http-equiv="refresh" content="0; url=/articles/glass/">',
    'latest/page/2/index.html': '',
    'pagefind/ui.html': '',
    'rss.xml': '',
  });
  mkdirSync(join(folder, 'articles', 'no-page'));
  expect(countOutput(folder)).toEqual({ pages: 6, articles: 2 });
});
