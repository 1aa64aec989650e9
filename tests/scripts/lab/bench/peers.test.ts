import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isoInstant } from '#src/i18n/format.ts';
import { makeEditions, placesOf } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { splitFrontMatter } from '#src/reading/front-matter.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readBody } from '#src/reading/read-collection.ts';
import { parseSite } from '#src/site.ts';
import { articleUrl } from '#src/urls.ts';
import { countOutput } from '../../../../scripts/lab/bench/count-output.ts';
import { markdownFile } from '../../../../scripts/lab/bench/markdown-file.ts';
import { astroFormat } from '../../../../scripts/lab/bench/peers/astro.ts';
import { eleventyFormat } from '../../../../scripts/lab/bench/peers/eleventy.ts';
import { hugo, hugoFormat } from '../../../../scripts/lab/bench/peers/hugo.ts';
import { PeerMissing, type PeerNewsroom } from '../../../../scripts/lab/bench/peers/peer.ts';
import { namesOf, writeSite, writeStory } from '../../../../scripts/lab/bench/peers/story-files.ts';
import { temporaryFolder as folderOfATest } from '../../../temporary-folder.ts';
import { madeNewsroom, temporaryFolder } from '../newsroom/run-newsroom.ts';

const NOW = new Date('2026-11-01T08:00:00-05:00');

let content: PeerNewsroom;
let published: Article[];
beforeAll(async () => {
  const contentRoot = join(temporaryFolder(), 'content');
  await madeNewsroom(contentRoot, { count: '120', years: '3' });
  const { newsroom } = readNewsroom(contentRoot);
  content = { contentRoot, newsroom, editions: makeEditions(newsroom, parseSite(), NOW) };
  published = Object.values(content.editions).flatMap(({ articles }) => articles);
});

/** A converted file, read by another YAML reader than the one that reads ours. */
function readBack(path: string) {
  const parts = splitFrontMatter(readFileSync(path, 'utf8'));
  if (!parts) throw new Error(`${path} has no front matter`);
  return { fields: parse(parts.frontMatter) as Record<string, unknown>, body: parts.body.trim() };
}

describe.each([
  ['Hugo', 'hugo', 'config/_default/params.json', hugoFormat],
  ['Eleventy', 'eleventy', '_data/names.json', eleventyFormat],
  ['Astro', 'astro', 'src/names.json', astroFormat],
] as const)('the newsroom converted for %s', (_, name, namesFile, format) => {
  const templates = join(import.meta.dirname, '../../../../scripts/lab/bench/peers', name);
  const converted = () => {
    const folder = folderOfATest();
    writeSite(templates, folder, namesFile, content, format);
    return folder;
  };

  it('has each published story once, with its title, date, lists and text', () => {
    const folder = converted();
    for (const story of published) {
      const body = readBody(content.contentRoot, story.file);
      const { file } = format(story, content.editions[story.locale], body);
      const read = readBack(join(folder, file));
      expect(read.fields).toMatchObject({
        title: story.title,
        description: story.description,
        date: isoInstant(story.pubDate),
        sections: story.categories,
        tags: story.tags,
        authors: story.authors,
        places: placesOf(story),
        months: [isoInstant(story.pubDate).slice(0, 7)],
      });
      expect(read.body).toBe(body.trim());
    }
    const stories = listFiles(folder).filter((file) => file.endsWith('.md') && !file.endsWith('_index.md'));
    expect(stories).toHaveLength(published.length);
  });

  it('holds nothing that is withheld', () => {
    const withheld = content.newsroom.articles.filter((article) => !published.some(({ id }) => id === article.id));
    expect(withheld.length).toBeGreaterThan(0);
    const texts = listFiles(converted()).map((file) => file.split('/').at(-1));
    for (const { slug, locale } of withheld) {
      // The other language may have a story of the same name.
      if (published.some((story) => story.slug === slug && story.locale !== locale)) continue;
      expect(texts).not.toContain(`${slug}.md`);
    }
  });

  it('names every section, topic, author and place in both languages', () => {
    const names = JSON.parse(readFileSync(join(converted(), namesFile), 'utf8')) as ReturnType<typeof namesOf>;
    expect(names).toEqual(JSON.parse(JSON.stringify(namesOf(content))));
    for (const story of published) {
      const ofLocale = (names as unknown as Record<string, Record<string, Record<string, string>>>)[story.locale];
      for (const id of story.tags) expect(ofLocale?.['tags']?.[id]).toMatch(/\S/);
      for (const id of placesOf(story)) expect(ofLocale?.['places']?.[id]).toMatch(/\S/);
    }
  });

  it('takes up a story that is edited', () => {
    const folder = converted();
    const [story] = published;
    if (!story) throw new Error('no story');
    writeStory(folder, content, { ...story, title: 'Another: “headline” #1' }, format);
    const { file } = format(story, content.editions[story.locale], '');
    expect(readBack(join(folder, file)).fields['title']).toBe('Another: “headline” #1');
  });
});

describe('a story’s file for another generator', () => {
  it('keeps a translation together with its story', () => {
    const story = published.find((article) => content.editions[article.locale].translationsOf(article).length > 0);
    if (!story) throw new Error('the made newsroom has no pair');
    const [other] = content.editions[story.locale].translationsOf(story);
    const edition = content.editions[story.locale];
    expect(hugoFormat(story, edition, '').fields['translationKey']).toBe(story.translationKey);
    expect(astroFormat(story, edition, '').fields['translation']).toBe(other && articleUrl(other as Article));
  });

  it('keeps Hugo from taking a story’s words for its own', () => {
    const [story] = published;
    if (!story) throw new Error('no story');
    const { body } = hugoFormat(story, content.editions[story.locale], 'A {{< figure >}} and {{% b %}}, {{ c }}');
    expect(body).toBe('A {&#123;< figure >}} and {&#123;% b %}}, {{ c }}');
  });

  it('is YAML whatever the headline holds', () => {
    const title = 'Yes: “no”, \'on\' #5 — {a} [b] & *c | "d" \\ e';
    const parts = splitFrontMatter(markdownFile({ title, tags: ['no', '1'], nothing: undefined }, ' Text. \n'));
    expect(parse(parts?.frontMatter ?? '')).toEqual({ title, tags: ['no', '1'] });
    expect(parts?.body).toBe('\nText.\n');
  });
});

describe('Hugo that is not there', () => {
  it('is missing with a sentence that says what to do, and nothing is converted', async () => {
    const folder = folderOfATest();
    const world = {
      project: '',
      folder,
      cache: folder,
      content,
      hugo: join(folder, 'no-hugo'),
      onStage: () => undefined,
    };
    const preparing = Promise.resolve().then(() => hugo.prepare(world));
    await expect(preparing).rejects.toThrow(PeerMissing);
    await expect(preparing).rejects.toThrow(
      /no-hugo” cannot be started; install Hugo, or name its program with --hugo/,
    );
    expect(listFiles(folder)).toEqual([]);
  });

  it('is not taken for another program of that name', async () => {
    const folder = folderOfATest();
    const world = { project: '', folder, cache: folder, content, hugo: process.execPath, onStage: () => undefined };
    await expect(Promise.resolve().then(() => hugo.prepare(world))).rejects.toThrow('does not answer as Hugo');
  });
});

describe('the count of a built site', () => {
  it('is of stories at stories’ addresses and of all pages but the search index’s', () => {
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
    expect(existsSync(join(folder, 'articles', 'no-page'))).toBe(true);
    expect(countOutput(folder)).toEqual({ pages: 6, stories: 2 });
  });
});
