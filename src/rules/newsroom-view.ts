import type { Newsroom } from '#src/newsroom/newsroom.ts';

/** A link of a body to somewhere on the site itself. */
export interface InternalLink {
  /** As written. */
  address: string;
  /** Of the file, from 1: the place of the address. */
  line: number;
  column: number;
}

/** All that is known of a newsroom when its files have been read. */
export interface NewsroomView {
  /** As far as it could be read. */
  newsroom: Newsroom;
  /**
   * Names (`authors/ximena-coral`) of files that exist but could not be read: they are reported once, and not again at every
   * article that uses them.
   */
  unread: ReadonlySet<string>;
  /** The translation keys written in those files. */
  unreadKeys: ReadonlySet<string>;
  /** The addresses that those files would have had, as far as they can be guessed. */
  unreadAddresses: ReadonlySet<string>;
  /** The links of bodies that have any, by file. */
  links: ReadonlyMap<string, readonly InternalLink[]>;
  /** The ids of headings of bodies that have any, by file. */
  anchors: ReadonlyMap<string, readonly string[]>;
  /** Every file of the newsroom's folders, good or bad, within the content root. */
  files: readonly string[];
  /** Of these, the pictures that no file names. */
  unusedPictures: readonly string[];
  /** The instant at which links are checked: their target may not be published yet. Undefined: they are not checked. */
  now: Date | undefined;
}

/** A newsroom of which only the records are known, as in the live preview. */
export function viewOf(newsroom: Newsroom, more: Partial<NewsroomView> = {}): NewsroomView {
  return {
    newsroom,
    unread: new Set(),
    unreadKeys: new Set(),
    unreadAddresses: new Set(),
    links: new Map(),
    anchors: new Map(),
    files: [],
    unusedPictures: [],
    now: undefined,
    ...more,
  };
}
