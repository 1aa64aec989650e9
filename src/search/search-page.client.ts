/** The search page in the reader's browser: reads the address, searches the index, shows the results. */
import { excerptRuns, withEllipses } from './excerpt.ts';
import type { SearchAnswer } from './merge-answers.ts';
import type { PagefindHit } from './pagefind-part.ts';
import { loadSearchIndex, type SearchIndex } from './load-search-index.ts';
import {
  effectiveSort,
  FACET_NAMES,
  isEmptySearch,
  pagefindFilters,
  readState,
  withChoice,
  withSort,
  writeState,
  type FacetName,
  type SearchState,
} from './search-state.ts';

/** The interface's texts, handed over in the page. */
export interface SearchTexts {
  /** The language tag for formatting dates and numbers. */
  formattingTag: string;
  loading: string;
  none: string;
  noneAdvice: string;
  results: { one: string; other: string };
  failed: string;
}

const HITS_A_STEP = 10;
/** Long enough to type a word, short enough to feel instant. */
const TYPING_PAUSE_MS = 150;

const panel = find<HTMLElement>('#search-panel');
const form = find<HTMLFormElement>('#search-form');
const input = find<HTMLInputElement>('#search-query');
const status = find<HTMLElement>('#search-status');
const advice = find<HTMLElement>('#search-advice');
const list = find<HTMLOListElement>('#search-results');
const more = find<HTMLButtonElement>('#search-more');
const tools = find<HTMLDetailsElement>('#search-tools');
const clear = find<HTMLButtonElement>('#search-clear');
const hitTemplate = find<HTMLTemplateElement>('#search-hit');
const texts = JSON.parse(panel.dataset['texts'] ?? '{}') as SearchTexts;

let loading: Promise<SearchIndex> | undefined;
/** The number of the latest search: results of earlier ones are dropped. */
let latest = 0;
let typing: ReturnType<typeof setTimeout> | undefined;
/** Results that are not shown yet. */
let pending: SearchAnswer['results'] = [];
/** Keeps hits in the order in which they were requested, however long each takes to load. */
let appending: Promise<void> = Promise.resolve();
/** The last search failed, so the same search may be repeated. */
let hasFailed = false;

const index = () =>
  (loading ??= loadSearchIndex(panel.dataset['index'] ?? '', document.documentElement.lang).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));

input.addEventListener('focus', () => void index().catch(showFailure), { once: true });
input.addEventListener('input', () => {
  clearTimeout(typing);
  const query = input.value.trim();
  if (query)
    void index().then(
      (parts) => parts.preload(query),
      () => undefined,
    );
  typing = setTimeout(() => go({ ...current(), query }, 'typed'), TYPING_PAUSE_MS);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  go({ ...current(), query: input.value.trim() }, 'chosen');
});
tools.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const state = { ...current(), query: input.value.trim() };
  // Only the touched control counts: the other boxes may still show the previous search.
  go(target.name === 'sort' ? withSort(state, target.value) : withChoice(state, target), 'chosen');
});
clear.addEventListener('click', () => {
  go({ ...current(), filters: { section: [], place: [], year: [] } }, 'chosen');
  input.focus();
});
more.addEventListener('click', () => void showMore());
// Filters are loaded when they are first unfolded. The click comes before the unfolding.
find('summary', tools).addEventListener('click', () => {
  if (!tools.open) void run(current());
});
addEventListener('popstate', () => void run(current()));
panel.addEventListener('keydown', moveWithArrows);

// On wide screens the filters are open beside the results.
tools.open = matchMedia('(min-width: 62rem)').matches;
void run(current());
if (isEmptySearch(current())) input.focus();

function current(): SearchState {
  return readState(location.search);
}

/** Goes to a search. Every choice is a step in the history; typing is one step, however many letters. */
function go(state: SearchState, how: 'typed' | 'chosen'): void {
  const before = current();
  const address = location.pathname + writeState(state);
  if (address === location.pathname + location.search) {
    if (hasFailed) void run(state);
    return;
  }
  if (how === 'chosen' || isEmptySearch(before)) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  void run(state);
}

async function run(state: SearchState): Promise<void> {
  const own = (latest += 1);
  if (input.value.trim() !== state.query) input.value = state.query;
  if (isEmptySearch(state)) return showNothing();
  hasFailed = false;
  panel.classList.add('is-searching');
  if (list.childElementCount === 0) status.textContent = texts.loading;
  try {
    const parts = await index();
    const ask = (without?: FacetName) =>
      parts.search(state.query || null, {
        filters: pagefindFilters(state.filters, without),
        ...(effectiveSort(state) === 'date' && { sort: { date: 'desc' as const } }),
      });
    await showAnswer(await ask(), state, own);
    // Results first, then the filters' index; not at all while a phone's filters are folded.
    if (!tools.open || own !== latest) return;
    await parts.loadFilters();
    // A facet's counts ignore its own choices, so that the reader sees what else there is.
    const all = await ask();
    const facets = await Promise.all(FACET_NAMES.map((name) => (state.filters[name].length > 0 ? ask(name) : all)));
    if (own !== latest) return;
    FACET_NAMES.forEach((name, index) => showFacet(name, facets[index]?.filters[name] ?? {}, state));
  } catch {
    if (own === latest) showFailure();
  } finally {
    if (own === latest) panel.classList.remove('is-searching');
  }
}

async function showAnswer(answer: SearchAnswer, state: SearchState, own: number): Promise<void> {
  const hits = await hitsOf(answer.results.slice(0, HITS_A_STEP));
  if (own !== latest) return;
  pending = answer.results.slice(HITS_A_STEP);
  // Hits of the previous search that are still loading will be dropped, so do not wait for them.
  appending = Promise.resolve();
  list.replaceChildren(...hits.map(hitElement));
  more.hidden = pending.length === 0;
  const count = answer.results.length;
  const number = count.toLocaleString(texts.formattingTag);
  status.textContent =
    count === 0
      ? texts.none.replace('{query}', () => state.query)
      : (count === 1 ? texts.results.one : texts.results.other).replace('{count}', number);
  advice.hidden = count > 0;
  advice.textContent = count > 0 ? '' : texts.noneAdvice;
  tools.hidden = false;
  clear.hidden = FACET_NAMES.every((name) => state.filters[name].length === 0);
  for (const radio of tools.querySelectorAll<HTMLInputElement>('[name="sort"]'))
    radio.checked = radio.value === effectiveSort(state);
}

/** Shows the next hits and moves the focus to the first of them. */
async function showMore(): Promise<void> {
  const own = latest;
  const next = pending.slice(0, HITS_A_STEP);
  // Removed before they are loaded, so that a second press meanwhile requests the following ones.
  pending = pending.slice(HITS_A_STEP);
  more.hidden = pending.length === 0;
  // Awaited together, so that a failure is handled even while an earlier load is still running.
  appending = Promise.all([hitsOf(next), appending])
    .then(([hits]) => {
      if (own !== latest) return;
      const elements = hits.map(hitElement);
      list.append(...elements);
      elements[0]?.querySelector('a')?.focus();
    })
    .catch(() => {
      if (own === latest) showFailure();
    });
  await appending;
}

function hitsOf(results: SearchAnswer['results']): Promise<PagefindHit[]> {
  return Promise.all(results.map((result) => result.data()));
}

function showNothing(): void {
  pending = [];
  list.replaceChildren();
  more.hidden = true;
  tools.hidden = true;
  advice.hidden = true;
  status.textContent = '';
  panel.classList.remove('is-searching');
}

function showFailure(): void {
  // Otherwise hits that are still loading would appear under the error message.
  latest += 1;
  showNothing();
  hasFailed = true;
  status.textContent = texts.failed;
}

function hitElement({ url, excerpt, meta }: PagefindHit): HTMLElement {
  const hit = hitTemplate.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const link = find<HTMLAnchorElement>('a', hit);
  // Only the path: a hit never leads to another site.
  link.href = new URL(url, location.origin).pathname;
  link.textContent = meta['title'] ?? url;
  find('.kicker', hit).textContent = meta['section'] ?? '';
  const time = find<HTMLTimeElement>('time', hit);
  time.dateTime = meta['date'] ?? '';
  time.textContent = shownDay(meta['date'] ?? '');
  find('.card-standfirst', hit).replaceChildren(
    ...withEllipses(excerptRuns(excerpt)).map(({ text, isMatch }) => {
      if (!isMatch) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    }),
  );
  return hit;
}

/** The calendar day in the site's time zone, whatever the reader's: the first ten characters of the date. */
function shownDay(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return '';
  return day.toLocaleDateString(texts.formattingTag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function showFacet(name: FacetName, counts: Record<string, number>, state: SearchState): void {
  const options = find<HTMLElement>(`[data-facet="${name}"] .facet-options`);
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
  const chosenValues = state.filters[name];
  const values = Object.entries(counts)
    .filter(([value, count]) => count > 0 || chosenValues.includes(value))
    .sort(([a, countA], [b, countB]) => (name === 'year' ? b.localeCompare(a) : countB - countA || a.localeCompare(b)));
  for (const value of chosenValues) if (!(value in counts)) values.push([value, 0]);
  options.replaceChildren(
    ...values.map(([value, count]) => facetOption(name, value, count, chosenValues.includes(value))),
  );
  find<HTMLElement>(`[data-facet="${name}"]`).hidden = values.length === 0;
  // The list was rebuilt while in use: return the focus to the same box.
  if (focused?.name === name) {
    [...options.querySelectorAll('input')].find(({ value }) => value === focused.value)?.focus();
  }
}

function facetOption(name: FacetName, value: string, count: number, isChosen: boolean): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = name;
  box.value = value;
  box.checked = isChosen;
  const number = document.createElement('span');
  number.className = 'count';
  number.textContent = count.toLocaleString(texts.formattingTag);
  label.append(box, ` ${value} `, number);
  return label;
}

/** Arrow keys move from the field through the results and back; Escape returns to the field. */
function moveWithArrows(event: KeyboardEvent): void {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const isInField = document.activeElement === input;
  if (event.key === 'ArrowDown' && (isInField || at >= 0)) links[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
  else if (event.key === 'Escape' && at >= 0) input.focus();
  else return;
  event.preventDefault();
}

function find<Element extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): Element {
  const element = within.querySelector<Element>(selector);
  if (!element) throw new Error(`The search page has no ${selector}`);
  return element;
}
