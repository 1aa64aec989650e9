import type { Facets } from './index-format.ts';
import type { OpenIndex } from './open-index.ts';
import type { SearchState } from './search-state.ts';

/** The values of an article's facets. */
export type FacetsOf = (number: number) => SearchState['filters'];

/** Looks up the facets of articles. */
export function facetLookup({ entry }: OpenIndex, { section, place, sets, setOf }: Facets): FacetsOf {
  const named = sets.map(([sections, places]) => ({
    section: sections.map((at) => section[at] ?? ''),
    place: places.map((at) => place[at] ?? ''),
  }));
  const years: string[] = [];
  entry.months.forEach(([month, first], at) => {
    const end = entry.months[at + 1]?.[1] ?? entry.articles;
    for (let number = first; number < end; number += 1) years[number] = month.slice(0, 4);
  });
  return (number) => {
    const { section: sections = [], place: places = [] } = named[setOf[number] ?? 0] ?? {};
    // The year is that of a story; when an event is, its dates say.
    return { section: sections, place: places, year: sections.length > 0 ? [years[number] ?? ''] : [] };
  };
}
