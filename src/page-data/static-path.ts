import { hash } from 'node:crypto';

/** One page of a route, as Astro's `getStaticPaths` takes it. */
export interface StaticPath<Params, Props> {
  params: Params;
  /** Made anew each time they are asked for: those of 100,000 pages would not fit into memory together. */
  readonly props: Props;
  /**
   * Changes when anything changes that the page shows. It is made from the very props the page is made from, so that no
   * part can be missed; of a body, the props hold a digest.
   */
  cacheKey: string;
}

/** A page that is kept as it is for as long as its props are the same. */
export function staticPath<Params, Props extends object>(
  params: Params,
  makeProps: () => Props,
): StaticPath<Params, Props> {
  return {
    params,
    get props() {
      return makeProps();
    },
    cacheKey: hash('sha256', JSON.stringify(makeProps()), 'base64url').slice(0, 22),
  };
}
