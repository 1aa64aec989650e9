/** The facets of a search: the names of their parameters in addresses and of Pagefind's filters. */
export const FACET_NAMES = ['section', 'place', 'year'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** A search, as the address holds it. */
export interface SearchState {
  query: string;
  /** The chosen values of each facet; an article needs one of them. */
  filters: Record<FacetName, readonly string[]>;
  sort: 'relevance' | 'date';
}

/** Reads a search from the query part of an address; unknown parameters are ignored. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const values = (name: FacetName) => [...new Set(parameters.getAll(name).filter(Boolean))];
  return {
    query: parameters.get('q')?.trim() ?? '',
    filters: { section: values('section'), place: values('place'), year: values('year') },
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The query part of a search's address, with its question mark; '' for the empty search. */
export function writeState({ query, filters, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const name of FACET_NAMES) for (const value of filters[name]) parameters.append(name, value);
  if (sort === 'date') parameters.set('sort', 'date');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether a search has neither words nor filters. */
export function isEmptySearch({ query, filters }: SearchState): boolean {
  return query === '' && FACET_NAMES.every((name) => filters[name].length === 0);
}

/**
 * The order of the results. Without words nothing is relevant, and all hits of an exact phrase score the same: both are
 * sorted newest first.
 */
export function effectiveSort({ query, sort }: SearchState): 'relevance' | 'date' {
  return query === '' || /^".*"$/.test(query) ? 'date' : sort;
}

/** The filters in Pagefind's form: any chosen value of each facet with choices. @param without a facet to leave out */
export function pagefindFilters(
  filters: SearchState['filters'],
  without?: FacetName,
): Record<string, { any: string[] }> {
  return Object.fromEntries(
    FACET_NAMES.filter((name) => name !== without && filters[name].length > 0).map((name) => [
      name,
      { any: [...filters[name]] },
    ]),
  );
}

/** A facet's checkbox. */
interface Choice {
  name: string;
  value: string;
  checked: boolean;
}

/** The search after a checkbox was changed; the same search if the name is not a facet's. */
export function withChoice(state: SearchState, { name, value, checked }: Choice): SearchState {
  const facet = FACET_NAMES.find((candidate) => candidate === name);
  if (!facet) return state;
  const others = state.filters[facet].filter((chosen) => chosen !== value);
  return { ...state, filters: { ...state.filters, [facet]: checked ? [...others, value] : others } };
}

/** The search in another order. @param order `date`; anything else means relevance */
export function withSort(state: SearchState, order: string): SearchState {
  return { ...state, sort: order === 'date' ? 'date' : 'relevance' };
}
