import { emptyNewsroom, type Article, type Newsroom } from '#src/newsroom/newsroom.ts';
import { placeOfFile } from '#src/reading/place-of-file.ts';
import { unreadAddresses } from '#src/rules/links/unread-addresses.ts';
import type { Home } from '#src/rules/newsroom-view.ts';
import { collectionSchemas, COLLECTIONS, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { MAIN_LOCALE, type Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';
import {
  FIRST_LIST,
  LIST_FOLDER,
  listedArticles,
  type ListedArticle,
  type PublishedList,
  type YearList,
} from './published-list.ts';
import { DESK_FIELDS, instantOf, storyState, type StoryState } from './story-state.ts';

/** An entry as the form has it: its fields, and the Markdown of a text as `body`. */
export type KnownEntry = Readonly<Record<string, unknown>>;

/** A story that another can link to: its address, and whether it is published. */
export interface KnownStory {
  file: string;
  locale: Locale;
  title: string;
  url: string;
  /** Its publication; undefined if it has none yet. */
  date: Date | undefined;
  state: StoryState;
  translationKey: string | undefined;
  /** As the form has it; undefined if it is only known from a list. */
  entry: KnownEntry | undefined;
}

/** Everything but one file, for rules that need the newsroom. */
export interface KnownParts {
  newsroom: Newsroom;
  /** Texts, by file, of what the form has. */
  bodies: ReadonlyMap<string, string>;
  /** The ids of what it has not. */
  anchors: ReadonlyMap<string, readonly string[]>;
  unread: ReadonlySet<string>;
  unreadAddresses: ReadonlySet<string>;
  home: Omit<Home, 'sites'>;
}

const SCHEMAS = collectionSchemas(plainImageFile);
const NEVER = new Date('9999-01-01T00:00:00Z');

/**
 * What is known of a newsroom in the form: the files that the form has read itself, as they are now, and of other years what readers
 * can see, from the lists that are written with the form.
 */
export class KnownNewsroom {
  readonly #read: (path: string) => Promise<unknown>;
  readonly #ownYears: ReadonlySet<string>;
  readonly #entries = new Map<string, KnownEntry>();
  readonly #unread = new Set<string>();
  readonly #listed = new Map<string, readonly ListedArticle[]>();
  #first: Promise<PublishedList | undefined> | undefined;
  #list: PublishedList | undefined;

  /**
   * @param read reads a file of JSON that is written with the form, by its path there; undefined if there is none
   * @param ownYears the years whose stories the form reads itself
   */
  constructor(read: (path: string) => Promise<unknown>, ownYears: Iterable<number>) {
    this.#read = read;
    this.#ownYears = new Set([...ownYears].map(String));
  }

  /** A file of the form's, as it was read or saved. @param file within the content root */
  remember(file: string, entry: KnownEntry): void {
    this.#unread.delete(file);
    this.#entries.set(file, entry);
  }

  /** A file that is there, and that the form cannot read. */
  rememberUnread(file: string): void {
    this.#entries.delete(file);
    this.#unread.add(file);
  }

  forget(file: string): void {
    this.#entries.delete(file);
    this.#unread.delete(file);
  }

  /** Reads the first list, once. */
  async first(): Promise<PublishedList | undefined> {
    this.#first ??= this.#read(`${LIST_FOLDER}/${FIRST_LIST}`).then((list) => list as PublishedList | undefined);
    return (this.#list = await this.#first);
  }

  /** Whether every list has been read. */
  get isWhole(): boolean {
    return this.#list !== undefined && this.#otherYears().every((year) => this.#listed.has(year));
  }

  /** Reads the lists of years that the form does not have. */
  async loadAll(): Promise<void> {
    await this.first();
    const missing = this.#otherYears().filter((year) => !this.#listed.has(year));
    await Promise.all(
      missing.map(async (year) => {
        const list = (await this.#read(`${LIST_FOLDER}/${year}.json`)) as YearList | undefined;
        this.#listed.set(year, list ? listedArticles(year, list) : []);
      }),
    );
  }

  #otherYears(): string[] {
    return (this.#list?.years ?? []).filter((year) => !this.#ownYears.has(year));
  }

  /** Every story that is known, newest first. */
  stories(now: Date): KnownStory[] {
    const own = this.#filesOf('articles').map(([file, entry]): KnownStory => {
      const { title, locale, slug, translationKey } = articleOf(file, entry);
      const date = instantOf(entry['pubDate']);
      const state = storyState(entry, now);
      return { file, locale, title, url: articleUrl({ locale, slug }), date, state, translationKey, entry };
    });
    const others = [...this.#listed.values()].flat().map((listed): KnownStory => {
      const { id, locale, title, pubDate, translationKey, withdrawn } = listed;
      return {
        file: `articles/${id}.md`,
        locale,
        title,
        url: articleUrl(listed),
        date: instantOf(pubDate),
        state: withdrawn === undefined ? 'live' : 'withdrawn',
        translationKey,
        entry: undefined,
      };
    });
    return [...own, ...others].sort((one, other) => (other.date ?? NEVER).getTime() - (one.date ?? NEVER).getTime());
  }

  /** A file as the form has it. */
  entryOf(file: string): KnownEntry | undefined {
    return this.#entries.get(file);
  }

  /** The text that a text and its translation are to each other; undefined if the form does not have it. */
  translationOf(file: string): string | undefined {
    const { collection, locale } = placeOfFile(file);
    const key = textOf(this.#entries.get(file)?.['translationKey']);
    if (key === undefined) return undefined;
    const pair = this.#filesOf(collection).find(
      ([other, entry]) => entry['translationKey'] === key && placeOfFile(other).locale !== locale,
    );
    return pair?.[0];
  }

  /** Everything known except some files: the one that is saved, and its earlier place. */
  partsWithout(files: readonly string[]): KnownParts {
    const isOther = ([file]: readonly [string, unknown]) => !files.includes(file);
    const others = (collection: Collection) => this.#filesOf(collection).filter(isOther);
    const listed = [...this.#listed.values()].flat().map((story) => listedArticle(story));
    const unread = new Set([...this.#unread].filter((file) => !files.includes(file)));
    const newsroom: Record<Collection, unknown[]> = emptyNewsroom();
    newsroom.articles = [...listed, ...others('articles').map(([file, entry]) => articleOf(file, entry))];
    for (const collection of COLLECTIONS.filter((name) => name !== 'articles'))
      for (const [file, entry] of others(collection)) {
        const entity = entityOf(collection, file, entry);
        if (entity) newsroom[collection].push(entity);
        else unread.add(file);
      }
    const texts = [...TEXT_COLLECTIONS].flatMap(others);
    const anchors = listed.flatMap(({ file, anchors: ids }) => (ids ? [[file, ids] as const] : []));
    const { articlesPerPage = 20, files: publicFiles = [], pages = [], lists = [] } = this.#list ?? {};
    return {
      newsroom: newsroom as Newsroom,
      bodies: new Map(texts.map(([file, { body }]) => [file, typeof body === 'string' ? body : ''])),
      anchors: new Map(anchors),
      unread: new Set([...unread].map((file) => file.replace(/\.\w+$/, ''))),
      unreadAddresses: new Set([...unread].flatMap(addressesOfUnread)),
      home: { articlesPerPage, files: new Set(publicFiles), pages: new Set(pages), lists: new Map(lists) },
    };
  }

  #filesOf(collection: Collection): [string, KnownEntry][] {
    return [...this.#entries].filter(([file]) => file.startsWith(`${collection}/`));
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const textsOf = (value: unknown) => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

/** What rules need of a story that may have mistakes: they are reported when it is saved itself. */
function articleOf(file: string, entry: KnownEntry): Article {
  const { id, locale = MAIN_LOCALE, stem } = placeOfFile(file);
  const { withdrawn, corrections } = entry;
  const withdrawal = typeof withdrawn === 'object' && withdrawn !== null ? (withdrawn as KnownEntry) : {};
  const withdrawnAt = instantOf(withdrawal['date']);
  const expiryDate = instantOf(entry['expiryDate']);
  const translationKey = textOf(entry['translationKey']);
  const dateline = textOf(entry['dateline']);
  return {
    ...emptyArticle({ id, locale, slug: textOf(entry['slug']) ?? stem, title: textOf(entry['title']) ?? '' }),
    // One whose date is wrong is taken for the last of all.
    pubDate: instantOf(entry['pubDate']) ?? NEVER,
    authors: textsOf(entry['authors']),
    categories: textsOf(entry['categories']),
    tags: textsOf(entry['tags']),
    places: textsOf(entry['places']),
    aliases: textsOf(entry['aliases']),
    draft: entry['draft'] === true,
    corrections: (Array.isArray(corrections) ? (corrections as KnownEntry[]) : []).flatMap(({ date }) => {
      const instant = instantOf(date);
      return instant ? [{ date: instant, kind: 'correction' as const, text: '' }] : [];
    }),
    description: textOf(entry['description']) ?? '',
    bodyDigest: bodyMark(entry['body']),
    ...(dateline !== undefined && { dateline }),
    ...(translationKey !== undefined && { translationKey }),
    ...(expiryDate && { expiryDate }),
    ...(withdrawnAt && { withdrawn: { date: withdrawnAt, reason: '' } }),
  };
}

/** Used in place of a text’s digest, which the linter has: it is only compared with other texts of the form. */
export const bodyMark = (body: unknown) => (typeof body === 'string' ? body.trim() : '');

function listedArticle({
  id,
  locale,
  slug,
  title,
  pubDate,
  aliases,
  anchors,
  translationKey,
  withdrawn,
}: ListedArticle) {
  const withdrawnAt = instantOf(withdrawn);
  return {
    ...emptyArticle({ id, locale, slug, title }),
    pubDate: instantOf(pubDate) ?? NEVER,
    ...(aliases && { aliases: [...aliases] }),
    ...(anchors && { anchors }),
    ...(translationKey !== undefined && { translationKey }),
    ...(withdrawnAt && { withdrawn: { date: withdrawnAt, reason: '' } }),
  };
}

function emptyArticle({ id, ...known }: Pick<Article, 'id' | 'locale' | 'slug' | 'title'>): Article {
  return {
    ...known,
    id,
    file: `articles/${id}.md`,
    digest: '',
    bodyDigest: '',
    bodyPictures: [],
    description: '',
    pubDate: NEVER,
    authors: [],
    categories: [],
    tags: [],
    places: [],
    draft: false,
    newsletter: true,
    corrections: [],
    sources: [],
    aliases: [],
  };
}

/** What a file of a collection is, as rules know it; undefined if its schema takes it not. */
function entityOf(collection: Collection, file: string, entry: KnownEntry): object | undefined {
  const own = Object.entries(entry).filter(([name]) => name !== 'body' && !DESK_FIELDS.has(name));
  const { data } = SCHEMAS[collection].safeParse(Object.fromEntries(own));
  if (!data) return undefined;
  const { id, locale, stem } = placeOfFile(file);
  if (!locale) return { ...data, id };
  const { slug } = data as { slug?: string };
  return {
    ...data,
    id,
    locale,
    file,
    slug: slug ?? stem,
    digest: '',
    bodyDigest: bodyMark(entry['body']),
    bodyPictures: [],
  };
}

function addressesOfUnread(file: string): string[] {
  const { collection, locale, stem } = placeOfFile(file);
  return unreadAddresses(collection, locale, stem);
}
