import { shortDigest } from '#src/keys/digest.ts';
import type { Article, Page } from '#src/newsroom/newsroom.ts';

/** One page of a route, as Astro's `getStaticPaths` takes it. */
export interface StaticPath<Params, Props> {
  params: Params;
  /** Computed at each access: those of 100,000 pages would not fit into memory together. */
  readonly props: Props;
  /** Changes if anything changes that the page is made from. Computed at each access. */
  readonly cacheKey: string;
}

/**
 * A page that is reused as long as its sources are the same. `makeProps` gets nothing but the sources: it must be a function
 * of its module that sees neither the edition nor the clock, so that the key cannot miss anything that the page shows.
 * @param sources what the page is made from: text, numbers, and objects of the newsroom (an article, an author, the site),
 *   whose digests are cached
 */
export function staticPath<Params, Sources extends object, Props>(
  params: Params,
  sources: Sources,
  makeProps: (sources: Sources) => Props,
): StaticPath<Params, Props> {
  return {
    params,
    get props() {
      return makeProps(sources);
    },
    get cacheKey() {
      return sourcesDigest(sources);
    },
  };
}

/** For pages of which there are few: the finished page is its own source. */
export function pageProps<Page>(page: Page): { page: Page } {
  return { page };
}

/** By identity: nothing in an edition changes once it is made. */
const digests = new WeakMap<object, string>();

/** A digest of a page's sources. */
export function sourcesDigest(sources: object): string {
  let text = '';
  for (const [name, value] of Object.entries(sources)) text += `${name} ${fingerprint(value)}\n`;
  return shortDigest(text);
}

function fingerprint(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (hasDigest(value)) return value.digest;
  if (Array.isArray(value)) return `[${value.map(fingerprint).join()}]`;
  let digest = digests.get(value);
  if (digest === undefined) {
    digest = shortDigest(JSON.stringify(value));
    digests.set(value, digest);
  }
  return digest;
}

/** Articles and pages got a digest when their files were read. */
function hasDigest(value: object): value is Article | Page {
  return 'bodyDigest' in value;
}
