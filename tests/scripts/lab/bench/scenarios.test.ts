import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#src/newsroom/newsroom.ts';
import { isPublished } from '#src/newsroom/visibility.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { publishedArticle } from '../../../../scripts/lab/bench/published-articles.ts';
import { SCENARIOS, setField, withMark, type Scenario } from '../../../../scripts/lab/bench/scenarios.ts';
import { filesOf, madeNewsroom, temporaryFolder } from '../newsroom/run-newsroom.ts';

const RUNS = 4;
const LAYOUT = 'src/layouts/ArticleLayout.astro';
const PROJECT = join(import.meta.dirname, '../../../..');
const at = (run: number) => new Date(Date.UTC(2026, 10, 1, 13, run));

let made: string;
beforeAll(async () => {
  made = join(temporaryFolder(), 'content');
  await madeNewsroom(made, { count: '40', years: '2' });
});

/** The newsroom and the article layout, in folders of their own. */
function copied() {
  const contentRoot = join(temporaryFolder(), 'content');
  cpSync(made, contentRoot, { recursive: true });
  const project = temporaryFolder();
  cpSync(join(PROJECT, LAYOUT), join(project, LAYOUT));
  return { contentRoot, project, now: at(0) };
}

function scenario(name: string): Scenario {
  const found = SCENARIOS.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

/** Carries out runs of a scenario, each on what the last one left. */
function runsOf({ change }: Scenario, count: number) {
  const { contentRoot, project } = copied();
  const state = () => {
    const { newsroom, problems } = readNewsroom(contentRoot);
    return {
      files: new Map([...filesOf(contentRoot), ...filesOf(project)]),
      articles: new Map(newsroom.articles.map((article) => [article.file, article])),
      problems: problems.map(formatProblem),
    };
  };
  let before = state();
  return Array.from({ length: count }, (_, run) => {
    const now = at(run);
    const changed = change({ contentRoot, project, now }, run);
    const after = state();
    const [file = ''] = changed;
    const touched = [...after.files].filter(([path, text]) => before.files.get(path) !== text).map(([path]) => path);
    const result = { changed, now, touched, file, was: before.articles.get(file), is: after.articles.get(file), after };
    before = after;
    return result;
  });
}

function newestFirst(articles: Iterable<Article>): Article[] {
  return [...articles].toSorted((a, b) => b.pubDate.getTime() - a.pubDate.getTime());
}

it.each(SCENARIOS)('the scenario “$name” changes what it says and makes no mistake, each time anew', (one) => {
  const runs = runsOf(one, RUNS);
  for (const { changed, touched, after } of runs) {
    expect(touched).toEqual(one.name === 'template' ? [LAYOUT] : changed);
    expect(after.problems).toEqual([]);
  }
  const again = runsOf(one, 2);
  expect(again.map(({ after }) => after.files)).toEqual(runs.slice(0, 2).map(({ after }) => after.files));
});

describe('the scenarios', () => {
  it.each(['edit', 'old-edit'])('“%s” edits the headlines of published articles alone, one after the other', (name) => {
    const runs = runsOf(scenario(name), RUNS);
    for (const { was, is, now } of runs) {
      if (!was || !is) throw new Error('the article is gone');
      expect(is.title).not.toBe(was.title);
      expect({ ...is, title: was.title, digest: was.digest }).toEqual(was);
      expect(isPublished(is, now)).toBe(true);
    }
    const published = readNewsroom(made).newsroom.articles.filter((article) => isPublished(article, at(0)));
    const order = newestFirst(published).map(({ file }) => file);
    const edited = runs.map(({ file }) => file);
    expect(edited).toEqual((name === 'edit' ? order : order.toReversed()).slice(0, RUNS));
  });

  it('edit a headline again without piling up words, and never make it too long', () => {
    expect(withMark('Cocoa falls (update 1)', 'revision 12')).toBe('Cocoa falls (revision 12)');
    expect(withMark('long '.repeat(28).trim(), 'update 2')).toMatch(/^long .{1,116} \(update 2\)$/);
  });

  it('add an article that is published at once and newer than every other', () => {
    const runs = runsOf(scenario('new'), RUNS);
    for (const { was, is, now, file, after } of runs) {
      expect(was).toBeUndefined();
      expect(is && isPublished(is, now)).toBe(true);
      expect(newestFirst(after.articles.values())[0]?.file).toBe(file);
    }
    expect(runs.at(-1)?.after.articles.size).toBe(40 + RUNS);
  });

  it('give an article another tag that exists, and change nothing else of it', () => {
    const known = readNewsroom(made).newsroom.tags.map(({ id }) => id);
    for (const { was, is } of runsOf(scenario('retag'), RUNS)) {
      if (!was || !is) throw new Error('the article is gone');
      const [added = ''] = is.tags.filter((tag) => !was.tags.includes(tag));
      expect(known).toContain(added);
      expect({ ...is, tags: was.tags, digest: was.digest }).toEqual(was);
    }
  });

  it('refuse a run that would change nothing', () => {
    const context = copied();
    scenario('edit').change(context, 0);
    expect(() => scenario('edit').change(context, 0)).toThrow(/was to be changed and would stay as it is$/);
    scenario('new').change(context, 0);
    expect(() => scenario('new').change(context, 0)).toThrow(/benchmark-article-1\.md is there already/);
    scenario('template').change(context, 0);
    expect(() => scenario('template').change(context, 0)).toThrow('ArticleLayout.astro has no <article>');
  });
});

it('an article that is chosen is none that the benchmark has added, and none before the first was published', () => {
  const context = copied();
  const newest = () => publishedArticle(context.contentRoot, at(0), 'newest', 0).file;
  const before = newest();
  scenario('new').change(context, 0);
  expect(newest()).toBe(before);
  expect(() => publishedArticle(made, new Date(0), 'newest', 0)).toThrow(/no article that is published at 1970-01-01/);
});

it('a field of front matter is replaced on its line or added as the last, and the text is left alone', () => {
  const folder = temporaryFolder();
  cpSync(made, folder, { recursive: true });
  const { file } = publishedArticle(folder, at(0), 'newest', 0);
  const text = readFileSync(join(folder, file), 'utf8');
  setField(folder, { file }, 'title', 'C: “D”');
  setField(folder, { file }, 'order', ['e']);
  const expected = text.replace(/^title: .*$/m, 'title: "C: “D”"').replace(/\n---\n/, '\norder: ["e"]\n---\n');
  expect(readFileSync(join(folder, file), 'utf8')).toBe(expected);
});
