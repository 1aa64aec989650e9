import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import type { Collection } from '#src/schemas/collections.ts';
import type { Locale } from '#src/schemas/locale.ts';

/** A link of a body that may lead to the site itself: a path, or a web address of any host. */
export interface WrittenLink {
  /** As written. */
  address: string;
  /** Of the file, from 1: the place of the address. */
  line: number;
  column: number;
  /** Whether another address can take its place as it is: not if readers see the address, or if it must be a full one. */
  isReplaceable: boolean;
}

/** What rules know of the site besides its newsroom. */
export interface Home {
  /** The addresses at which the site is, in full; the one that readers use comes first. */
  sites: readonly [string, ...string[]];
  articlesPerPage: number;
  /** The paths of files that readers get as they are, from the site's front page: `/guide.pdf`. */
  files: ReadonlySet<string>;
  /** The addresses of pages that the settings switch on: `/subscribe/`. */
  pages?: ReadonlySet<string>;
  /** Lists that are there whatever is known of the newsroom, with the number of their numbered pages: for one that is known in part. */
  lists?: ReadonlyMap<string, number>;
}

/** The good fields of a file that has wrong ones: the names and links in them are checked too. */
export interface IncompleteFile {
  file: string;
  collection: Collection;
  locale: Locale | undefined;
  stem: string;
  fields: Partial<Pick<Article, CheckedField>> & { website?: string };
}

/** The fields of an article that rules about other files need. */
type CheckedField =
  | 'slug'
  | 'pubDate'
  | 'expiryDate'
  | 'draft'
  | 'withdrawn'
  | 'authors'
  | 'categories'
  | 'places'
  | 'dateline'
  | 'sponsor'
  | 'sources';

/** All that is known of a newsroom when its files have been read. */
export interface NewsroomView {
  /** As far as it could be read. */
  newsroom: Newsroom;
  /**
   * Names (`authors/ximena-coral`) of files that exist but could not be read: they are reported once, and not again at every
   * article that uses them.
   */
  unread: ReadonlySet<string>;
  /** Of these, those that have some good fields. */
  incomplete: readonly IncompleteFile[];
  /** The translation keys written in those files. */
  unreadKeys: ReadonlySet<string>;
  /** The addresses that those files would have had, as far as they can be guessed. */
  unreadAddresses: ReadonlySet<string>;
  /** The links of bodies that have any, by file. */
  links: ReadonlyMap<string, readonly WrittenLink[]>;
  /** The ids of bodies that have any, as their pages have them, by file. */
  anchors: ReadonlyMap<string, readonly string[]>;
  /** Every file of the newsroom's folders, good or bad, within the content root. */
  files: readonly string[];
  /** Of these, the pictures that no file names. */
  unusedPictures: readonly string[];
  /** The instant at which links are checked: their target may not be published yet. Undefined: they are not checked. */
  now: Date | undefined;
  home: Home;
}

/** A newsroom of which only the records are known, as in the live preview. */
export function viewOf(newsroom: Newsroom, more: Partial<NewsroomView> = {}): NewsroomView {
  return {
    newsroom,
    unread: new Set(),
    incomplete: [],
    unreadKeys: new Set(),
    unreadAddresses: new Set(),
    links: new Map(),
    anchors: new Map(),
    files: [],
    unusedPictures: [],
    now: undefined,
    home: { sites: ['https://own.invalid/'], articlesPerPage: 20, files: new Set() },
    ...more,
  };
}
