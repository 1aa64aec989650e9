import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Call } from '../measure.ts';

/** Generators that other newsrooms might take. */
export const PEER_NAMES = ['hugo', 'eleventy', 'astro'] as const;
export type PeerName = (typeof PEER_NAMES)[number];

/** The newsroom that every generator is given. */
export interface PeerNewsroom {
  contentRoot: string;
  newsroom: Newsroom;
  editions: Readonly<Record<Locale, Edition>>;
}

/** Where and from what a generator's site is made. */
export interface PeerWorld {
  /** This project's root: its packages are used where they serve. */
  project: string;
  /** A folder of this generator's own, empty. */
  folder: string;
  /** A folder that outlives sizes, for what takes long to fetch. */
  cache: string;
  content: PeerNewsroom;
  /** Hugo's program, a name or a path. */
  hugo: string;
  onStage: (label: string) => void;
}

/** A generator's site, ready to be built. */
export interface PeerSite {
  /** With its version: `Hugo 0.169.0`. */
  title: string;
  /** Builds it whole. */
  build: Call;
  /** The site's folder once it is built. */
  out: string;
  /** Writes a story's file, new or changed. */
  write: (story: Article) => void;
}

/** A generator. */
export interface Peer {
  name: PeerName;
  title: string;
  /**
   * Converts the newsroom and makes everything ready.
   * @throws PeerMissing where the generator cannot be had
   */
  prepare: (world: PeerWorld) => Promise<PeerSite>;
}

/** A generator is not there; the rest of the benchmark goes on. */
export class PeerMissing extends Error {
  override name = 'PeerMissing';
}
