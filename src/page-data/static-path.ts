import { shortDigest } from '#src/keys/digest.ts';
import type { Article, Page } from '#src/newsroom/newsroom.ts';

/** One page of a route, as Astro's `getStaticPaths` takes it. */
export interface StaticPath<Params, Props> {
  params: Params;
  /** Made anew each time they are asked for: those of 100,000 pages would not fit into memory together. */
  readonly props: Props;
  /** Changes when anything does that the page is made from. */
  cacheKey: string;
}

/**
 * A page that is kept as it is for as long as its sources are the same. What it shows is made from its sources and nothing
 * else: `makeProps` is a function of the module, which sees neither the edition nor the clock, so that no part of a page
 * can be missed in its key.
 * @param sources what the page is made from: text, numbers, and things of the newsroom (a story, an author, the site)
 *   themselves, which are told apart by a digest made once
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
    cacheKey: sourcesDigest(sources),
  };
}

/** The props of a route that shows a page as it is: where there are few of a kind, the page itself is the source. */
export function pageProps<Page>(page: Page): { page: Page } {
  return { page };
}

/** Things are told apart by who they are: nothing in an edition changes once it is made. */
const digests = new WeakMap<object, string>();

/** A digest of a page's sources. */
export function sourcesDigest(sources: object): string {
  let text = '';
  for (const [name, value] of Object.entries(sources)) text += `${name} ${told(value)}\n`;
  return shortDigest(text);
}

function told(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (isText(value)) return value.digest;
  if (Array.isArray(value)) return `[${value.map(told).join()}]`;
  let digest = digests.get(value);
  if (digest === undefined) {
    digest = shortDigest(JSON.stringify(value));
    digests.set(value, digest);
  }
  return digest;
}

/** Stories and standing pages have been told apart when their files were read. */
function isText(thing: object): thing is Article | Page {
  return 'bodyDigest' in thing;
}
