import { getCollection } from 'astro:content';
import { buildSettings } from '#src/build-settings.ts';
import { readBody, readSameBody } from '#src/reading/read-collection.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { viewOf } from '#src/rules/newsroom-view.ts';
import { checkNewsroom } from '#src/rules/run-rules.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { parseSite } from '#src/site.ts';
import { assembleArticle, assemblePage } from './assemble.ts';
import { makeEditions, type DatedEditions, type Edition } from './edition.ts';
import type { Newsroom } from './newsroom.ts';

/**
 * The one door between Astro's content store and the site. Loaded once a build; the live preview loads this module, and
 * so the editions, anew after each change.
 */
let loading: Promise<DatedEditions> | undefined;

/** Whether the editions are a build's. */
let isProvided = false;

/** The editions of all languages at the instant this build is for. */
export function loadEditions(): Promise<DatedEditions> {
  return (loading ??= load());
}

/** All editions, for routes that make their pages in every language. */
export async function everyEdition(): Promise<Edition[]> {
  const { editions } = await loadEditions();
  return LOCALES.map((locale) => editions[locale]);
}

/**
 * The Markdown of a story's or page's body, read when its page is made.
 * @throws Error in a build, where it is not what the edition was made from; in the live preview the next reading is near
 */
export function loadBody({ file, digest }: { file: string; digest: string }): string {
  const { contentRoot } = buildSettings(process.env);
  return isProvided ? readSameBody(contentRoot, { file, bodyDigest: digest }) : readBody(contentRoot, file);
}

/**
 * Takes editions that have already been made, in place of Astro's content store: the press prints the pages of what its
 * command has read, with a site that was compiled without content.
 */
export function provideEditions(made: DatedEditions): void {
  isProvided = true;
  loading = Promise.resolve(made);
}

async function load(): Promise<DatedEditions> {
  const settings = buildSettings(process.env);
  const now = settings.now ?? new Date();
  const newsroom = await withPictures(settings.contentRoot, withoutDangling(await storedNewsroom()));
  return { editions: makeEditions(newsroom, parseSite(settings.origin), now), now };
}

async function storedNewsroom(): Promise<Newsroom> {
  const withId = <Fields>({ id, data }: { id: string; data: Fields }) => ({ ...data, id });
  const [articles, pages, authors, categories, tags, places] = await Promise.all([
    getCollection('articles'),
    getCollection('pages'),
    getCollection('authors'),
    getCollection('categories'),
    getCollection('tags'),
    getCollection('places'),
  ]);
  return {
    articles: articles.map(({ id, data: { frontMatter, bodyPictures, ...file } }) =>
      assembleArticle(frontMatter, { id, ...file }, bodyPictures),
    ),
    pages: pages.map(({ id, data: { frontMatter, ...file } }) => assemblePage(frontMatter, { id, ...file })),
    authors: authors.map(withId),
    categories: categories.map(withId),
    tags: tags.map(withId),
    places: places.map(withId),
  };
}

/**
 * Leaves out what the build would have refused before it came here, and says so: in the live preview a half-written
 * story must not take the rest of the paper down.
 */
function withoutDangling(newsroom: Newsroom): Newsroom {
  const errors = checkNewsroom(viewOf(newsroom)).filter(({ severity }) => severity === 'error');
  for (const error of errors) console.error(formatProblem(error));
  const bad = new Set(errors.map(({ file }) => file));
  const good = <Entry extends { file: string }>(entries: readonly Entry[]) =>
    entries.filter(({ file }) => !bad.has(file));
  return { ...newsroom, articles: good(newsroom.articles), pages: good(newsroom.pages) };
}

/** In the live preview a file that is no picture leaves its story out, and says so. */
async function withPictures(contentRoot: string, newsroom: Newsroom): Promise<Newsroom> {
  const reading = await readPictures(contentRoot, newsroom);
  for (const problem of reading.problems) console.error(formatProblem(problem));
  const bad = new Set(reading.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return { ...reading.newsroom, articles: reading.newsroom.articles.filter(({ file }) => !bad.has(file)) };
}
