import { getCollection } from 'astro:content';
import { buildSettings } from '#src/build-settings.ts';
import type { ContentSource } from '#src/reading/content-path.ts';
import { readBody, readSameBody } from '#src/reading/read-body.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { LOCALES, MAIN_LOCALE } from '#src/schemas/locale.ts';
import { parseSite } from '#src/site.ts';
import { makeEditions, type DatedEditions, type Edition } from './edition.ts';
import type { Newsroom } from './newsroom.ts';

/**
 * The one door between Astro's content store and the site. Loaded once a build; the live preview loads this module, and
 * so the editions, anew after each change.
 */
let loading: Promise<DatedEditions> | undefined;

/** Where bodies and pictures are read, and where made pictures are cached. */
interface ProvidedSource extends ContentSource {
  cacheFolder: string;
  cachedSince?: number | undefined;
}

/** The same, if editions were handed in; otherwise the settings say. */
let providedSource: ProvidedSource | undefined;

/** The editions of all languages at the instant this build is for. */
export function loadEditions(): Promise<DatedEditions> {
  return (loading ??= load());
}

/** All editions, for routes that make their pages in every language. */
export async function everyEdition(): Promise<Edition[]> {
  const { editions } = await loadEditions();
  return LOCALES.map((locale) => editions[locale]);
}

/** The edition at the root of the site. */
export async function mainEdition(): Promise<Edition> {
  return (await loadEditions()).editions[MAIN_LOCALE];
}

/**
 * The Markdown of an article's or page's body, read when its page is rendered.
 * @throws Error in a build, if it has changed since the editions were made; in the live preview the next reading is near
 */
export function loadBody({ file, digest }: { file: string; digest: string }): string {
  const source = providedSource ?? { contentRoot: buildSettings(process.env).contentRoot };
  return import.meta.env.DEV ? readBody(source, file) : readSameBody(source, { file, bodyDigest: digest });
}

/** Where the pictures of these editions are read, and where those made from them are cached. */
export function pictureSource(): ProvidedSource {
  return providedSource ?? buildSettings(process.env);
}

/**
 * Takes editions that have already been made, in place of Astro's content store: the renderer is compiled without content
 * and renders what its command has read.
 */
export function provideEditions(made: DatedEditions, source: ProvidedSource): void {
  providedSource = source;
  loading = Promise.resolve(made);
}

async function load(): Promise<DatedEditions> {
  const { now = new Date(), origin } = buildSettings(process.env);
  return { editions: makeEditions(await storedNewsroom(), parseSite(origin), now), now };
}

async function storedNewsroom(): Promise<Newsroom> {
  const entries = COLLECTIONS.map(async (collection) => {
    const stored = await getCollection(collection);
    return [collection, stored.map(({ data }) => data)];
  });
  return Object.fromEntries(await Promise.all(entries)) as Newsroom;
}
