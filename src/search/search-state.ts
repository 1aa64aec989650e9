/** The names by which readers narrow a search, in the address and in the index alike. */
export const FACET_NAMES = ['section', 'place', 'year'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** A search as the address holds it, so that it can be shared and Back leads to it. */
export interface SearchState {
  query: string;
  /** The chosen values of each facet; a story that has any of them counts. */
  filters: Record<FacetName, readonly string[]>;
  sort: 'relevance' | 'date';
}

/** Reads a search from the query part of an address; what it does not know it ignores. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const values = (name: FacetName) => [...new Set(parameters.getAll(name).filter(Boolean))];
  return {
    query: parameters.get('q')?.trim() ?? '',
    filters: { section: values('section'), place: values('place'), year: values('year') },
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The query part of the address of a search, with its question mark; '' for the empty search. */
export function writeState({ query, filters, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const name of FACET_NAMES) for (const value of filters[name]) parameters.append(name, value);
  if (sort === 'date') parameters.set('sort', 'date');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether there is anything to search for: words, or a filter that lists what it holds. */
export function isEmptySearch({ query, filters }: SearchState): boolean {
  return query === '' && FACET_NAMES.every((name) => filters[name].length === 0);
}

/**
 * In which order to ask for results. Without words there is no best match, and all hits of an exact phrase match equally:
 * both are newest first.
 */
export function effectiveSort({ query, sort }: SearchState): 'relevance' | 'date' {
  return query === '' || /^".*"$/.test(query) ? 'date' : sort;
}

/** The filters as Pagefind takes them: any value of a facet, of every facet that has one. */
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

/** A facet's value, ticked or unticked. */
export interface Choice {
  name: string;
  value: string;
  checked: boolean;
}

/** The search with one value of a facet chosen or given up; the same search where the name is no facet's. */
export function withChoice(state: SearchState, { name, value, checked }: Choice): SearchState {
  const facet = FACET_NAMES.find((candidate) => candidate === name);
  if (!facet) return state;
  const others = state.filters[facet].filter((chosen) => chosen !== value);
  return { ...state, filters: { ...state.filters, [facet]: checked ? [...others, value] : others } };
}

/** The search in another order. @param order `date`; anything else is best match */
export function withSort(state: SearchState, order: string): SearchState {
  return { ...state, sort: order === 'date' ? 'date' : 'relevance' };
}
