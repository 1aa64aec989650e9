import { element } from './element.ts';
import type { FacetsOf } from './facets.ts';
import { FACET_NAMES, passes, type FacetName, type SearchState } from './search-state.ts';

/**
 * Lists the values of each facet with their counts, which ignore its own choices, so that the reader sees what else there is.
 * @param all what was found, before filters
 */
export function showFacets(all: Uint32Array, facetsOf: FacetsOf, state: SearchState, formattingTag: string): void {
  const counts = {
    section: new Map<string, number>(),
    place: new Map<string, number>(),
    year: new Map<string, number>(),
  };
  for (const number of all) {
    const facets = facetsOf(number);
    for (const name of FACET_NAMES) {
      if (!passes(facets, state.filters, name)) continue;
      for (const value of facets[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  for (const name of FACET_NAMES) showFacet(name, counts[name], state.filters[name], formattingTag);
}

function showFacet(
  name: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  formattingTag: string,
): void {
  const options = element<HTMLElement>(`[data-facet="${name}"] .facet-options`);
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
  const values = [...counts].sort(([a, countA], [b, countB]) =>
    name === 'year' ? Number(b) - Number(a) : countB - countA || a.localeCompare(b, formattingTag),
  );
  for (const value of chosen) if (!counts.has(value)) values.push([value, 0]);
  options.replaceChildren(
    ...values.map(([value, count]) =>
      facetOption(name, value, count.toLocaleString(formattingTag), chosen.includes(value)),
    ),
  );
  element<HTMLElement>(`[data-facet="${name}"]`).hidden = values.length === 0;
  // The list was rebuilt while in use: return the focus to the same box.
  if (focused?.name === name) {
    [...options.querySelectorAll('input')].find(({ value }) => value === focused.value)?.focus();
  }
}

function facetOption(name: FacetName, value: string, count: string, isChosen: boolean): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = name;
  box.value = value;
  box.checked = isChosen;
  const number = document.createElement('span');
  number.className = 'count';
  number.textContent = count;
  label.append(box, ` ${value} `, number);
  return label;
}
