import { isoInstant } from '#src/i18n/format.ts';
import { emptyNewsroom, type Article, type Newsroom } from '#src/newsroom/newsroom.ts';
import { hasTombstone, isPublished } from '#src/newsroom/visibility.ts';
import { listPages } from '#src/rules/links/site-addresses.ts';
import type { Home, NewsroomView } from '#src/rules/newsroom-view.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';

/** Below the form's own address: what readers can see, in lists that anybody may read. */
export const LIST_FOLDER = 'newsroom';

/** The list that is read first. */
export const FIRST_LIST = 'index.json';

/** What the lists say first. */
export interface PublishedList {
  /** When they were made. */
  madeAt: string;
  /** The names of the other lists, newest first: years, as in the paths of stories, and `other` for stories in none. */
  years: string[];
  /** In the publisher's order. */
  sections: { id: string; title: Record<Locale, string> }[];
  /** The addresses of lists of stories, with the number of their numbered pages. */
  lists: [address: string, pages: number][];
  articlesPerPage: number;
  /** The paths of files that readers get as they are. */
  files: string[];
  /** The addresses of pages that the settings switch on. */
  pages: string[];
}

/** A story that readers can see, as short as possible: its file's name, its headline and its day. */
export type ListedStory = [stem: string, title: string, day: string, more?: ListedMore];

interface ListedMore {
  /** If it is not the file's name. */
  slug?: string;
  translationKey?: string;
  aliases?: readonly string[];
  /** The ids of its text. */
  anchors?: readonly string[];
  /** The day on which it was withdrawn: its address says so, and the list says nothing else of it. */
  withdrawn?: string;
}

/** The stories of one year. */
export type YearList = Record<Locale, ListedStory[]>;

/** Files by their path below the form. */
export type ListFiles = ReadonlyMap<string, string>;

const OTHER = 'other';

/**
 * What the form must know of the newsroom beside what it loads itself, as files that are written with it. They hold nothing that
 * readers cannot see: a form may be on a public host.
 * @param anchors the ids of texts, by file
 * @param faulty files with mistakes: readers may have none of them
 */
export function publishedLists(
  newsroom: Newsroom,
  { home, now, anchors, faulty }: Pick<NewsroomView, 'home' | 'anchors'> & { now: Date; faulty: ReadonlySet<string> },
): ListFiles {
  const years = new Map<string, YearList>();
  for (const article of newsroom.articles) {
    const isShown = isPublished(article, now);
    if (faulty.has(article.file) || !(isShown || hasTombstone(article, now))) continue;
    const { year, stem } = placeInList(article);
    const list = years.get(year) ?? { en: [], es: [] };
    years.set(year, list);
    list[article.locale].push(isShown ? listed(article, stem, anchors.get(article.file)) : tombstone(article, stem));
  }
  const first: PublishedList = {
    madeAt: now.toISOString(),
    years: [...years.keys()].sort().reverse(),
    sections: [...newsroom.categories].sort((a, b) => a.order - b.order).map(({ id, title }) => ({ id, title })),
    lists: [...listPages(newsroom, home.articlesPerPage, now)],
    articlesPerPage: home.articlesPerPage,
    files: [...home.files],
    pages: [...(home.pages ?? [])],
  };
  const files = [[FIRST_LIST, first] as const, ...[...years].map(([year, list]) => [`${year}.json`, list] as const)];
  return new Map(files.map(([name, list]) => [`${LIST_FOLDER}/${name}`, JSON.stringify(list)]));
}

/** A list that says nothing, for a form that is opened on a folder alone. */
export const noLists = (home: Home, now: Date): ListFiles =>
  publishedLists(emptyNewsroom(), {
    home,
    now,
    anchors: new Map(),
    faulty: new Set(),
  });

const dayOf = (instant: Date) => isoInstant(instant).slice(0, 10);

function listed({ title, pubDate, slug, translationKey, aliases }: Article, stem: string, anchors?: readonly string[]) {
  const more: ListedMore = {
    ...(slug !== stem.slice(stem.lastIndexOf('/') + 1) && { slug }),
    ...(translationKey !== undefined && { translationKey }),
    ...(aliases.length > 0 && { aliases }),
    ...(anchors && anchors.length > 0 && { anchors }),
  };
  const story: ListedStory = [stem, title, dayOf(pubDate)];
  if (Object.keys(more).length > 0) story.push(more);
  return story;
}

function tombstone({ pubDate, slug, withdrawn }: Article, stem: string): ListedStory {
  return [stem, '', dayOf(pubDate), { slug, ...(withdrawn && { withdrawn: dayOf(withdrawn.date) }) }];
}

function placeInList({ id }: Article): { year: string; stem: string } {
  const [, year, stem] = /^[a-z]+\/(\d{4})\/([^/]+)$/.exec(id) ?? [];
  return year !== undefined && stem !== undefined
    ? { year, stem }
    : { year: OTHER, stem: id.slice(id.indexOf('/') + 1) };
}

/** The stories of a list as articles, as far as it knows them. @param year as in {@link PublishedList.years} */
export function listedArticles(year: string, list: YearList): ListedArticle[] {
  return LOCALES.flatMap((locale) =>
    list[locale].map(([stem, title, day, more = {}]) => {
      const id = year === OTHER ? `${locale}/${stem}` : `${locale}/${year}/${stem}`;
      return { ...more, id, locale, title, pubDate: day, slug: more.slug ?? stem.slice(stem.lastIndexOf('/') + 1) };
    }),
  );
}

/** A story of a list. */
export interface ListedArticle extends ListedMore {
  id: string;
  locale: Locale;
  title: string;
  /** A day. */
  pubDate: string;
  slug: string;
}
