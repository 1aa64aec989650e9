import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { readBody } from '#src/reading/read-body.ts';
import { markdownFile, yamlLine } from './peers/article-files.ts';
import { ADDED_STEM, publishedArticle } from './published-articles.ts';

/** Where a scenario makes its change. */
export interface ScenarioContext {
  /** Absolute path of a newsroom written by `npm run newsroom`: its front matter has one field a line. */
  contentRoot: string;
  /** Absolute path of the copy of this project that is measured. */
  project: string;
  /** The instant the next build is for. */
  now: Date;
}

/** What an editor, a developer or a machine does before the next build. Nothing is undone: a real newsroom keeps its edits too. */
export interface Scenario {
  /** As `--scenarios` names it. */
  name: string;
  /** As the table names it. */
  title: string;
  /**
   * Scenarios of one group take turns in the same rounds. What makes a whole site anew, or copies it, has a group of its
   * own: a disk may be slow for minutes after tens of thousands of files were written.
   */
  group: 'changes' | 'copies' | 'template' | 'clean';
  /** Whether the site, its cache, the newsroom and the project are copied first: to the same path or to another. */
  copies?: 'in place' | 'elsewhere';
  /** Whether there is one article more afterwards. */
  addsArticle?: true;
  /** Whether the change is built before the build that is measured, which then begins at once. */
  isBuiltBefore?: true;
  /** Whether the build reuses nothing. */
  isClean?: true;
  /**
   * Makes the change of one run, from 0. The same newsroom and run make the same change, and each run makes another one.
   * @returns the articles it changed or added, from the content root: other generators are given them as well
   * @throws Error if nothing would change: a run that changed nothing would be measured as a fast one
   */
  change: (context: ScenarioContext, run: number) => readonly string[];
}

/** Every scenario, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'edit', title: 'Edit of a recent article', group: 'changes', change: headlineEdit('newest', 'update') },
  { name: 'old-edit', title: 'Edit of an old article', group: 'changes', change: headlineEdit('oldest', 'revision') },
  { name: 'new', title: 'New article', group: 'changes', addsArticle: true, change: addArticle },
  { name: 'retag', title: 'Article with another tag', group: 'changes', change: retag },
  { name: 'nothing', title: 'Nothing changed', group: 'changes', change: () => [] },
  {
    name: 'after-edit',
    title: 'Nothing changed, right after an edit',
    group: 'changes',
    isBuiltBefore: true,
    change: headlineEdit('newest', 'correction'),
  },
  {
    name: 'restored',
    title: 'Edit, all files restored (CI cache)',
    group: 'copies',
    copies: 'in place',
    change: headlineEdit('newest', 'restored'),
  },
  {
    name: 'moved',
    title: 'Edit, in another folder',
    group: 'copies',
    copies: 'elsewhere',
    change: headlineEdit('newest', 'moved'),
  },
  { name: 'template', title: 'Article layout changed', group: 'template', change: changeLayout },
  { name: 'clean', title: 'Clean build', group: 'clean', isClean: true, change: () => [] },
];

/** What earlier edits added to a headline. */
const MARK = / \((?:update|revision|correction|restored|moved) \d+\)$/;

/** The longest headline that edits make; the schema allows a little more. */
const MOST_CHARACTERS = 130;

/** Edits the headline of one of the newest or oldest articles: `Cocoa falls (update 3)`. */
function headlineEdit(end: 'newest' | 'oldest', word: string): Scenario['change'] {
  return ({ contentRoot, now }, run) => {
    const article = publishedArticle(contentRoot, now, end, run);
    setField(contentRoot, article, 'title', withMark(article.title, `${word} ${run + 1}`));
    return [article.file];
  };
}

/** A headline with these words at its end, in place of an earlier edit's. */
export function withMark(headline: string, words: string): string {
  const mark = ` (${words})`;
  const unmarked = headline.replace(MARK, '').slice(0, MOST_CHARACTERS - mark.length);
  return unmarked.trimEnd() + mark;
}

/** Adds an article with the tags of the newest one, so that it goes into lists that exist. */
function addArticle({ contentRoot, now }: ScenarioContext, run: number): string[] {
  const model = publishedArticle(contentRoot, now, 'newest', 0);
  const folder = model.file.slice(0, model.file.lastIndexOf('/'));
  const file = `${folder}/${ADDED_STEM}${run + 1}.md`;
  if (existsSync(join(contentRoot, file))) throw new Error(`${file} is there already: is this a new newsroom?`);
  const { authors, categories, tags, places, dateline } = model;
  const fields = {
    title: `Benchmark article ${run + 1}`,
    description: `The article that run ${run + 1} of the benchmark adds.`,
    pubDate: isoInstant(now),
    ...{ authors, categories, tags, places, dateline },
  };
  writeFileSync(join(contentRoot, file), markdownFile(fields, readBody({ contentRoot }, model.file)));
  return [file];
}

/** Gives one of the newest articles another tag: two lists and the related articles of many pages change. */
function retag({ contentRoot, now }: ScenarioContext, run: number): string[] {
  const article = publishedArticle(contentRoot, now, 'newest', run);
  const known = listFiles(join(contentRoot, 'tags')).map((file) => file.replace(/\.yaml$/, ''));
  const others = known.filter((tag) => !article.tags.includes(tag));
  const added = others[run % others.length];
  if (added === undefined) throw new Error(`${article.file} has every tag there is: nothing can be retagged`);
  setField(contentRoot, article, 'tags', [added, ...article.tags.slice(1)]);
  return [article.file];
}

const LAYOUT = 'src/layouts/ArticleLayout.astro';
const ARTICLE_TAG = /<article\b(?: data-benchmark="\d+")?/;

/** Changes the article layout in the copy of the project: every article's page must be rendered again. */
function changeLayout({ project }: ScenarioContext, run: number): string[] {
  const path = join(project, LAYOUT);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(ARTICLE_TAG, `<article data-benchmark="${run + 1}"`);
  if (after === before) throw new Error(`${LAYOUT} has no <article> that run ${run + 1} could change`);
  writeFileSync(path, after);
  return [];
}

/** Writes one field of an article's front matter, in place of its line or as the last. */
export function setField(contentRoot: string, { file }: Pick<Article, 'file'>, name: string, value: unknown): void {
  const path = join(contentRoot, file);
  const before = readFileSync(path, 'utf8');
  const parts = splitFrontMatter(before);
  if (!parts) throw new Error(`${file} has no front matter`);
  const lines = parts.frontMatter.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${name}:`));
  lines.splice(at < 0 ? lines.length : at, 1, yamlLine(name, value));
  const after = `---\n${lines.join('\n')}\n---\n${parts.body}`;
  if (after === before) throw new Error(`${file} was to be changed and would stay as it is`);
  writeFileSync(path, after);
}
