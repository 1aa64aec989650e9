/** The facets of a search: the names of their parameters in addresses and in the index. */
export const FACET_NAMES = ['section', 'place', 'year'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** What may be looked for. */
export const KINDS = ['all', 'stories', 'events'] as const;
export type Kind = (typeof KINDS)[number];

/** A search, as the address holds it. */
export interface SearchState {
  query: string;
  kind: Kind;
  /** Of events, those that are on today or later, by the reader's clock. */
  isFromToday: boolean;
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
  const isFromToday = parameters.get('from') === 'today';
  // Only events have a day to come.
  const kind = KINDS.find((one) => one === parameters.get('kind')) ?? (isFromToday ? 'events' : 'all');
  return {
    query: parameters.get('q')?.trim() ?? '',
    kind,
    isFromToday: isFromToday && kind === 'events',
    filters: { section: values('section'), place: values('place'), year: values('year') },
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    isExact: parameters.has('exact'),
  };
}

/** The query part of a search's address, with its question mark; '' for the empty search. */
export function writeState({ query, kind, isFromToday, filters, sort, isExact }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (kind !== 'all') parameters.set('kind', kind);
  if (isFromToday) parameters.set('from', 'today');
  for (const name of FACET_NAMES) for (const value of filters[name]) parameters.append(name, value);
  if (sort === 'date') parameters.set('sort', 'date');
  if (isExact) parameters.set('exact', '1');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether a search has neither words nor filters. */
export function isEmptySearch(state: SearchState): boolean {
  return state.query === '' && !isFiltered(state);
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

/** Whether any facet is chosen. */
export function hasFacets({ filters }: SearchState): boolean {
  return FACET_NAMES.some((name) => filters[name].length > 0);
}

/** Whether anything narrows the search but its words. */
export function isFiltered(state: SearchState): boolean {
  return state.kind !== 'all' || hasFacets(state);
}

/** The search with its words alone. */
export function withoutFilters(state: SearchState): SearchState {
  return { ...state, kind: 'all', isFromToday: false, filters: { section: [], place: [], year: [] } };
}

/** A control of the filters: a checkbox, or the button that is chosen of several. */
interface Choice {
  name: string;
  value: string;
  checked: boolean;
}

/** The search after a control was changed; the same search if it has no such control. */
export function withChoice(state: SearchState, { name, value, checked }: Choice): SearchState {
  if (name === 'sort') return { ...state, sort: value === 'date' ? 'date' : 'relevance' };
  if (name === 'kind') return withKind(state, KINDS.find((kind) => kind === value) ?? 'all');
  if (name === 'from') return { ...withKind(state, 'events'), isFromToday: checked };
  const facet = FACET_NAMES.find((candidate) => candidate === name);
  if (!facet) return state;
  const others = state.filters[facet].filter((chosen) => chosen !== value);
  return { ...state, filters: { ...state.filters, [facet]: checked ? [...others, value] : others } };
}

/** What events do not have, a section and a year, would leave none of them. */
function withKind(state: SearchState, kind: Kind): SearchState {
  if (kind !== 'events') return { ...state, kind, isFromToday: false };
  return { ...state, kind, filters: { ...state.filters, section: [], year: [] } };
}
