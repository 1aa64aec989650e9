/** Valid things of every kind, parsed by the real schemas: a test says only what it is about. */
import { assembleText, changedText } from '#src/newsroom/assemble.ts';
import { makeEditions, type Edition } from '#src/newsroom/edition.ts';
import {
  emptyNewsroom,
  type Article,
  type Author,
  type Category,
  type Event,
  type EventKind,
  type Issue,
  type Newsroom,
  type Page,
  type PictureFile,
  type Place,
  type Tag,
} from '#src/newsroom/newsroom.ts';
import { newsletterSchema } from '#src/schemas/newsletter.ts';
import { articleSchema } from '#src/schemas/article.ts';
import { authorSchema } from '#src/schemas/author.ts';
import { categorySchema } from '#src/schemas/category.ts';
import { eventKindSchema } from '#src/schemas/event-kind.ts';
import { eventSchema } from '#src/schemas/event.ts';
import { plainImageFile, type PlainImageFile } from '#src/schemas/field-tools.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { pageSchema } from '#src/schemas/page.ts';
import { placeSchema } from '#src/schemas/place.ts';
import { siteSchema, type Site } from '#src/schemas/site.ts';
import { tagSchema } from '#src/schemas/tag.ts';
import type { z } from 'zod';

/** The instant for which test editions are made. */
export const NOW = new Date('2026-11-24T12:00:00-05:00');

const ARTICLE = articleSchema(plainImageFile);
const AUTHOR = authorSchema(plainImageFile);
const EVENT = eventSchema(plainImageFile);

/** A story's front matter as an editor writes it. */
export type ArticleInput = z.input<ReturnType<typeof articleSchema<PlainImageFile>>>;
export type EventInput = z.input<ReturnType<typeof eventSchema<PlainImageFile>>>;
export type PageInput = z.input<typeof pageSchema>;

/** The front matter of a short valid story, unparsed. */
export function articleInput(overrides: Partial<ArticleInput> = {}): ArticleInput {
  return {
    title: 'The reef has a quiet morning',
    description: 'Divers counted fish where the sargassum did not come.',
    pubDate: '2026-11-20T09:00',
    authors: ['ana-pech'],
    categories: ['environment'],
    ...overrides,
  };
}

/** The front matter of a short valid story, parsed. */
export const articleFrontMatter = (overrides: Partial<ArticleInput> = {}) => ARTICLE.parse(articleInput(overrides));

/** Where a story's file is, beside what its front matter says. */
interface FileFacts {
  locale?: Locale;
  /** The file's name without extension. */
  stem?: string;
  /** Paths as written. */
  bodyPictures?: readonly string[];
}

/** A story. Two stories of one test need two stems. */
export function makeArticle({
  locale = 'en',
  stem = 'quiet-morning',
  bodyPictures = [],
  ...overrides
}: Partial<ArticleInput> & FileFacts = {}): Article {
  const id = `${locale}/2026/${stem}`;
  const fields = articleFrontMatter(overrides);
  const digests = { digest: JSON.stringify([id, fields]), bodyDigest: `body of ${id}` };
  const article = assembleText(fields, { id, locale, stem, file: `articles/${id}.md`, ...digests }, bodyPictures);
  if (!article.picture) return article;
  const file = String(article.picture.src).replace(/^\.?\//, '');
  const picture = { ...article.picture, src: makePicture({ file }) };
  return changedText<Article>(article, picture, { picture });
}

/** The front matter of a short valid event, unparsed. */
export function eventInput(overrides: Partial<EventInput> = {}): EventInput {
  return {
    title: 'A night of trova',
    description: 'Songs for two guitars, in the park.',
    pubDate: '2026-11-01',
    start: '2026-12-05T20:00',
    end: '2026-12-05T22:30',
    place: 'tulum',
    kinds: ['music'],
    ...overrides,
  };
}

/** The front matter of a short valid event, parsed. */
export const eventFrontMatter = (overrides: Partial<EventInput> = {}) => EVENT.parse(eventInput(overrides));

/** An event. Two events of one test need two stems. */
export function makeEvent({
  locale = 'en',
  stem = 'trova',
  ...overrides
}: Partial<EventInput> & FileFacts = {}): Event {
  const id = `${locale}/2026/${stem}`;
  const fields = eventFrontMatter(overrides);
  const digests = { digest: JSON.stringify([id, fields]), bodyDigest: '0123456789abcdef' };
  return assembleText(fields, { id, locale, stem, file: `events/${id}.md`, ...digests });
}

/** An issue of the newsletter, sent. Two issues of one test need two stems. */
export function makeIssue({
  locale = 'en',
  stem = '2026-11-23-daily',
  ...overrides
}: Partial<z.input<typeof newsletterSchema>> & { locale?: Locale; stem?: string } = {}): Issue {
  const id = `${locale}/2026/${stem}`;
  const fields = newsletterSchema.parse({
    subject: 'A quiet morning on the reef',
    preheader: 'And what the sea brought.',
    kind: 'daily',
    date: '2026-11-23T07:00',
    articles: ['quiet-morning'],
    ...overrides,
  });
  const digests = { digest: JSON.stringify([id, fields]), bodyDigest: '' };
  return assembleText(fields, { id, locale, stem, file: `newsletters/${id}.md`, ...digests });
}

export function makeEventKind(id: string, overrides: Partial<z.input<typeof eventKindSchema>> = {}): EventKind {
  return { ...eventKindSchema.parse({ title: { en: 'Music', es: 'Música' }, ...overrides }), id };
}

/** A picture's file, as wide as a site needs it. */
export function makePicture(overrides: Partial<PictureFile> = {}): PictureFile {
  return { file: 'pictures/reef.webp', digest: '0123456789abcdef', width: 1600, height: 900, ...overrides };
}

/** A number of stories of one kind, an hour apart, the newest (`story-0`) first. */
export function makeArticles(count: number, overrides: Partial<ArticleInput> & FileFacts = {}): Article[] {
  const newest = Date.parse('2026-11-20T09:00:00-05:00');
  return Array.from({ length: count }, (_, index) =>
    makeArticle({ stem: `story-${index}`, pubDate: new Date(newest - index * 3_600_000), ...overrides }),
  );
}

export function makePage({
  locale = 'en',
  stem = 'about',
  ...overrides
}: Partial<PageInput> & { locale?: Locale; stem?: string } = {}): Page {
  const id = `${locale}/${stem}`;
  const fields = pageSchema.parse({
    title: 'About the paper',
    description: 'Who makes it, and how.',
    translationKey: stem,
    updatedDate: '2026-10-01',
    ...overrides,
  });
  const digests = { digest: JSON.stringify([id, fields]), bodyDigest: `body of ${id}` };
  return assembleText(fields, { id, locale, stem, file: `pages/${id}.md`, ...digests });
}

export function makeAuthor(id: string, overrides: Partial<z.input<typeof AUTHOR>> = {}): Author {
  const fields = {
    name: 'Ana Pech',
    role: { en: 'Reporter', es: 'Reportera' },
    biography: { en: 'Writes about the reef.', es: 'Escribe sobre el arrecife.' },
    ...overrides,
  };
  return { ...AUTHOR.parse(fields), id };
}

export function makeCategory(id: string, overrides: Partial<z.input<typeof categorySchema>> = {}): Category {
  const fields = {
    title: { en: 'Environment', es: 'Medio ambiente' },
    description: { en: 'Reef, mangrove, jungle.', es: 'Arrecife, manglar, selva.' },
    ...overrides,
  };
  return { ...categorySchema.parse(fields), id };
}

export function makeTag(id: string, overrides: Partial<z.input<typeof tagSchema>> = {}): Tag {
  return { ...tagSchema.parse({ title: { en: 'Sargassum', es: 'Sargazo' }, ...overrides }), id };
}

export function makePlace(id: string, overrides: Partial<z.input<typeof placeSchema>> = {}): Place {
  const fields = {
    name: { en: 'Playa del Carmen', es: 'Playa del Carmen' },
    state: 'Quintana Roo',
    latitude: 20.6296,
    longitude: -87.0739,
    ...overrides,
  };
  return { ...placeSchema.parse(fields), id };
}

/** A paper of the tests' own: what its publisher chooses for the real one changes no test. */
export const SITE = siteSchema.parse({
  name: 'Coast News & Events',
  url: 'https://paper.example/',
  tagline: { en: 'News from the coast', es: 'Noticias de la costa' },
  description: { en: 'News for the people who live here.', es: 'Noticias para quienes viven aquí.' },
  home: 'Tulum, Quintana Roo',
  zone: 'America/Cancun',
  publisher: 'Coast News',
  email: 'newsroom@paper.example',
  licence: { name: { en: 'CC BY 4.0', es: 'CC BY 4.0' }, url: 'https://creativecommons.org/licenses/by/4.0/' },
  foundingYear: 2024,
  identity: 'paper.example',
  lists: { articlesPerPage: 20, articlesInFeed: 50, relatedArticles: 4, topArticlesOnFront: 4, latestOnFront: 10 },
});

/** The settings of its newsletter, of those tests that need one. */
export const NEWSLETTER = { from: 'news@paper.example', editions: { en: { daily: { at: '07:00' } } } };

/** The same paper, with other list lengths where a test needs them. */
export function makeSite(lists: Partial<Site['lists']> = {}): Site {
  return siteSchema.parse({ ...SITE, lists: { ...SITE.lists, ...lists } });
}

/** A newsroom with two reporters and a desk, three sections, three places and one topic that has a file. */
export function makeNewsroom(parts: Partial<Newsroom> = {}): Newsroom {
  return {
    ...emptyNewsroom(),
    authors: [
      makeAuthor('ana-pech'),
      makeAuthor('culture-desk', { name: 'Culture Desk', kind: 'desk' }),
      makeAuthor('ignacio-ek', { name: 'Ignacio Ek' }),
    ],
    categories: [
      makeCategory('culture', { title: { en: 'Culture', es: 'Cultura' }, order: 20 }),
      makeCategory('environment', { slug: { en: 'environment', es: 'medio-ambiente' }, order: 10 }),
      makeCategory('region', { title: { en: 'Region', es: 'Región' }, order: 30 }),
    ],
    tags: [makeTag('sargassum', { slug: { en: 'sargassum', es: 'sargazo' } })],
    places: [
      makePlace('mexico-city', {
        name: { en: 'Mexico City', es: 'Ciudad de México' },
        state: 'Ciudad de México',
        latitude: 19.4326,
        longitude: -99.1332,
      }),
      makePlace('playa-del-carmen', { aliases: ['PDC', 'Playa'] }),
      makePlace('tulum', { name: { en: 'Tulum', es: 'Tulum' }, latitude: 20.2114, longitude: -87.4654 }),
    ],
    events: [],
    'event-kinds': [makeEventKind('music', { slug: { en: 'music', es: 'musica' } })],
    pages: [],
    ...parts,
  };
}

/** How an edition of a test differs from the plain one. */
interface EditionWishes {
  newsroom?: Partial<Newsroom>;
  lists?: Partial<Site['lists']>;
  site?: Site;
  now?: Date;
}

/** Both editions of a newsroom with these stories. */
export function editionsOf(
  articles: readonly Article[],
  { newsroom = {}, lists = {}, site = makeSite(lists), now = NOW }: EditionWishes = {},
): Record<Locale, Edition> {
  return makeEditions(makeNewsroom({ ...newsroom, articles }), site, now);
}

/** The English edition of a newsroom with these stories. */
export function makeEdition(articles: readonly Article[], wishes: EditionWishes = {}): Edition {
  return editionsOf(articles, wishes).en;
}
