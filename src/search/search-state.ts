/** The facets of a search: the names of their parameters in addresses and in the index. */
export const FACET_NAMES = ['section', 'place', 'year'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** A search, as the address holds it. */
export interface SearchState {
  query: string;
  /** The chosen values of each facet; an article needs one of them. */
  filters: Record<FacetName, readonly string[]>;
  sort: 'relevance' | 'date';
  /** Look for the words as they were typed, even if they seem mistyped. */
  isExact: boolean;
}

/** Reads a search from the query part of an address; unknown parameters are ignored. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const values = (name: FacetName) => [...new Set(parameters.getAll(name).filter(Boolean))];
  return {
    query: parameters.get('q')?.trim() ?? '',
    filters: { section: values('section'), place: values('place'), year: values('year') },
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    isExact: parameters.has('exact'),
  };
}

/** The query part of a search's address, with its question mark; '' for the empty search. */
export function writeState({ query, filters, sort, isExact }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const name of FACET_NAMES) for (const value of filters[name]) parameters.append(name, value);
  if (sort === 'date') parameters.set('sort', 'date');
  if (isExact) parameters.set('exact', '1');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether a search has neither words nor filters. */
export function isEmptySearch({ query, filters }: SearchState): boolean {
  return query === '' && !isFiltered({ filters });
}

/** The order of the results: without words nothing is relevant, so they are sorted newest first. */
export function effectiveSort({ query, sort }: SearchState): 'relevance' | 'date' {
  return query === '' ? 'date' : sort;
}

/** Whether an article passes the filters: it needs one of the chosen values of each facet. @param without a facet to ignore */
export function passes(facets: SearchState['filters'], chosen: SearchState['filters'], without?: FacetName): boolean {
  return FACET_NAMES.every(
    (name) =>
      name === without || chosen[name].length === 0 || chosen[name].some((value) => facets[name].includes(value)),
  );
}

/** Whether any filter is chosen. */
export function isFiltered({ filters }: Pick<SearchState, 'filters'>): boolean {
  return FACET_NAMES.some((name) => filters[name].length > 0);
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
