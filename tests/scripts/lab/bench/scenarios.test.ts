import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#src/newsroom/newsroom.ts';
import { isPublished } from '#src/newsroom/visibility.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { editStory, withField, withNewHeadline } from '../../../../scripts/lab/bench/edit-story.ts';
import { publishedStory, readStory } from '../../../../scripts/lab/bench/published-stories.ts';
import type { Change, Scenario } from '../../../../scripts/lab/bench/scenario.ts';
import { SCENARIOS } from '../../../../scripts/lab/bench/scenarios.ts';
import { edit } from '../../../../scripts/lab/bench/scenarios/edit.ts';
import { newStory } from '../../../../scripts/lab/bench/scenarios/new.ts';
import { oldEdit } from '../../../../scripts/lab/bench/scenarios/old-edit.ts';
import { retag } from '../../../../scripts/lab/bench/scenarios/retag.ts';
import { template } from '../../../../scripts/lab/bench/scenarios/template.ts';
import { filesOf, madeNewsroom, temporaryFolder } from '../newsroom/run-newsroom.ts';

const RUNS = 20;
const LAYOUT = 'src/layouts/ArticleLayout.astro';
const PROJECT = join(import.meta.dirname, '../../../..');
const at = (run: number) => new Date(Date.UTC(2026, 10, 1, 13, run));

let made: string;
beforeAll(async () => {
  made = join(temporaryFolder(), 'content');
  await madeNewsroom(made, { count: '60', years: '2' });
});

/** One run of a scenario: what it said it changed, and what is different. */
interface Run {
  change: Change;
  now: Date;
  /** Files that are new or have another text, of the newsroom and of the source. */
  touched: string[];
  before: Map<string, Article>;
  after: Map<string, Article>;
  problems: string[];
}

const twenty = new Map<Scenario, Run[]>();

/** Twenty runs of a scenario, carried out once for all tests that look at them. */
function twentyRunsOf(scenario: Scenario): Run[] {
  const runs = twenty.get(scenario) ?? runsOf(scenario, RUNS);
  twenty.set(scenario, runs);
  return runs;
}

/** Carries out runs of a scenario, each on what the last one left, in folders of their own. */
function runsOf(scenario: Scenario, count: number): Run[] {
  const contentRoot = join(temporaryFolder(), 'content');
  cpSync(made, contentRoot, { recursive: true });
  const project = temporaryFolder();
  cpSync(join(PROJECT, LAYOUT), join(project, LAYOUT));
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
    const change = scenario.change({ contentRoot, project, now }, run);
    const after = state();
    const touched = [...after.files].filter(([file, text]) => before.files.get(file) !== text).map(([file]) => file);
    expect(
      [...before.files.keys()].filter((file) => !after.files.has(file)),
      'files that are gone',
    ).toEqual([]);
    const result = { change, now, touched, before: before.articles, after: after.articles, problems: after.problems };
    before = after;
    return result;
  });
}

/** The one story a run changed, as it was and as it is. */
function storyOf({ change, before, after }: Run) {
  const [file = ''] = change.stories;
  return { file, was: before.get(file), is: after.get(file) };
}

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('the scenario “%s”', (_, scenario) => {
  it('changes exactly the files it says, and leaves a newsroom without a mistake, twenty times', () => {
    for (const { change, touched, problems } of twentyRunsOf(scenario)) {
      expect(touched.toSorted()).toEqual([...change.stories, ...change.sources].toSorted());
      expect(problems).toEqual([]);
    }
  });

  it('makes the same changes of the same newsroom', () => {
    const [once, again] = [runsOf(scenario, 3), runsOf(scenario, 3)];
    expect(once.map(({ after }) => [...after.values()])).toEqual(again.map(({ after }) => [...after.values()]));
  });
});

describe('the scenarios', () => {
  it('are the files of their folder, each named after its scenario', () => {
    const files = readdirSync(join(PROJECT, 'scripts/lab/bench/scenarios')).map((name) => name.replace(/\.ts$/, ''));
    expect(SCENARIOS.map(({ name }) => name).toSorted()).toEqual(files.toSorted());
  });

  it.each([
    ['newest', edit],
    ['oldest', oldEdit],
  ] as const)('edit the headline of the %s published stories alone, one after the other', (end, scenario) => {
    const runs = twentyRunsOf(scenario);
    for (const run of runs) {
      const { was, is } = storyOf(run);
      if (!was || !is) throw new Error('the story is gone');
      expect(is.title).not.toBe(was.title);
      expect({ ...is, title: was.title, digest: was.digest }).toEqual(was);
      expect(isPublished(is, run.now)).toBe(true);
    }
    const seen = [...(runs[0]?.before.values() ?? [])]
      .filter((article) => isPublished(article, at(0)))
      .toSorted((a, b) => a.pubDate.getTime() - b.pubDate.getTime())
      .map(({ file }) => file);
    const edited = runs.map((run) => storyOf(run).file);
    expect(edited).toEqual(end === 'newest' ? seen.toReversed().slice(0, RUNS) : seen.slice(0, RUNS));
  });

  it('edit a headline again without piling up words, and never make it too long', () => {
    const contentRoot = join(temporaryFolder(), 'content');
    cpSync(made, contentRoot, { recursive: true });
    const { file, title } = publishedStory(contentRoot, at(0), 'newest', 0);
    const edited = (now: string, words: string) => {
      withNewHeadline(contentRoot, { file, title: now }, words);
      return readStory(contentRoot, file).title;
    };
    expect(edited(edited(title, 'update 1'), 'revision 12')).toBe(`${title} (revision 12)`);
    expect(edited('long '.repeat(28).trim(), 'update 2')).toMatch(/^long .* \(update 2\)$/);
  });

  it('add a story that is published at once and newer than every other', () => {
    for (const run of twentyRunsOf(newStory)) {
      const { was, is } = storyOf(run);
      expect(was).toBeUndefined();
      expect(run.after.size).toBe(run.before.size + 1);
      expect(is && isPublished(is, run.now)).toBe(true);
      expect(publishedNewest(run)).toBe(is?.file);
    }
  });

  it('give a story another topic that exists, and change nothing else of it', () => {
    const known = readNewsroom(made).newsroom.tags.map(({ id }) => id);
    for (const run of twentyRunsOf(retag)) {
      const { was, is } = storyOf(run);
      if (!was || !is) throw new Error('the story is gone');
      const [added = ''] = is.tags.filter((tag) => !was.tags.includes(tag));
      expect(known).toContain(added);
      expect({ ...is, tags: was.tags, digest: was.digest }).toEqual(was);
    }
  });

  it('change the layout of stories in the copy of the project and in no other', () => {
    const checkout = readFileSync(join(PROJECT, LAYOUT), 'utf8');
    const runs = twentyRunsOf(template);
    expect(runs.every(({ touched }) => touched.join() === LAYOUT)).toBe(true);
    expect(readFileSync(join(PROJECT, LAYOUT), 'utf8')).toBe(checkout);
  });

  it('refuse a run that would change nothing', () => {
    const contentRoot = join(temporaryFolder(), 'content');
    cpSync(made, contentRoot, { recursive: true });
    const world = { contentRoot, project: temporaryFolder(), now: at(0) };
    edit.change(world, 0);
    expect(() => edit.change(world, 0)).toThrow(/was to be changed and would stay as it is$/);
    newStory.change(world, 0);
    expect(() => newStory.change(world, 0)).toThrow(/benchmark-story-1\.md is there already/);
    expect(() => template.change(world, 0)).toThrow('ArticleLayout.astro');
  });
});

function publishedNewest({ after }: Run): string | undefined {
  return [...after.values()].toSorted((a, b) => b.pubDate.getTime() - a.pubDate.getTime())[0]?.file;
}

describe('a story that is chosen', () => {
  it('is none that the benchmark itself has added', () => {
    const contentRoot = join(temporaryFolder(), 'content');
    cpSync(made, contentRoot, { recursive: true });
    const newest = publishedStory(contentRoot, at(0), 'newest', 0).file;
    const { stories } = newStory.change({ contentRoot, project: PROJECT, now: at(0) }, 0);
    expect(publishedStory(contentRoot, at(0), 'newest', 0).file).toBe(newest);
    expect(stories).not.toContain(newest);
  });

  it('is one that readers see, and of the right end of the archive', () => {
    const { articles } = readNewsroom(made).newsroom;
    const seen = articles
      .filter((article) => isPublished(article, at(0)))
      .toSorted((a, b) => a.pubDate.getTime() - b.pubDate.getTime());
    expect(publishedStory(made, at(0), 'oldest', 0).file).toBe(seen[0]?.file);
    expect(publishedStory(made, at(0), 'oldest', 1).file).toBe(seen[1]?.file);
    expect(publishedStory(made, at(0), 'newest', 0).file).toBe(seen.at(-1)?.file);
  });

  it('cannot be found before the first was published', () => {
    expect(() => publishedStory(made, new Date(0), 'newest', 0)).toThrow(/no story that is published at 1970-01-01/);
  });
});

describe('a field of front matter', () => {
  const text = '---\ntitle: "A"\ntags: [b]\n---\n\ntitle: not this one\n';

  it('is replaced on its line, or added as the last', () => {
    expect(withField(text, 'title', 'C: “D”')).toBe('---\ntitle: "C: “D”"\ntags: [b]\n---\n\ntitle: not this one\n');
    expect(withField(text, 'places', ['e'])).toBe(
      '---\ntitle: "A"\ntags: [b]\nplaces: ["e"]\n---\n\ntitle: not this one\n',
    );
  });

  it('cannot be changed where there is no front matter', () => {
    expect(() => withField('Only words.', 'title', 'A')).toThrow('the text has no front matter');
  });

  it('is written to the file of the story', () => {
    const folder = temporaryFolder();
    cpSync(made, folder, { recursive: true });
    const { file, title } = publishedStory(folder, at(0), 'newest', 0);
    editStory(folder, file, (before) => withField(before, 'title', `${title}!`));
    expect(publishedStory(folder, at(0), 'newest', 0).title).toBe(`${title}!`);
  });
});
