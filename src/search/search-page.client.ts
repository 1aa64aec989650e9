/** The search page in the reader's browser: reads the address, asks the index, shows what it answers. */
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

/** The interface's words, given to the page by the edition that made it. */
export interface SearchTexts {
  /** By which dates and numbers are set. */
  formattingTag: string;
  loading: string;
  none: string;
  noneAdvice: string;
  results: { one: string; other: string };
  failed: string;
}

const HITS_A_STEP = 10;
/** Long enough that a word is typed, short enough to feel at once. */
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
/** Answers that come after a newer question are dropped. */
let question = 0;
let typing: ReturnType<typeof setTimeout> | undefined;
/** Hits of the answer that are not shown yet. */
let pending: SearchAnswer['results'] = [];
/** Hits are shown in the order in which they were asked for, however long each takes to load. */
let appending: Promise<void> = Promise.resolve();
/** The last question could not be asked: the same one may be asked again. */
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
  // Only what was touched changes: the other boxes may still show the search before.
  go(target.name === 'sort' ? withSort(state, target.value) : withChoice(state, target), 'chosen');
});
clear.addEventListener('click', () => {
  go({ ...current(), filters: { section: [], place: [], year: [] } }, 'chosen');
  input.focus();
});
more.addEventListener('click', () => void showMore());
// Folded filters are loaded when they are unfolded; the click comes before the unfolding, the answer after it.
find('summary', tools).addEventListener('click', () => {
  if (!tools.open) void run(current());
});
addEventListener('popstate', () => void run(current()));
panel.addEventListener('keydown', moveWithArrows);

// On wide screens the filters stand open beside the results.
tools.open = matchMedia('(min-width: 62rem)').matches;
void run(current());
if (isEmptySearch(current())) input.focus();

function current(): SearchState {
  return readState(location.search);
}

/**
 * Goes to a search. A choice is a step that Back takes back; typing is one step however many letters it takes.
 */
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
  const mine = (question += 1);
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
    await showAnswer(await ask(), state, mine);
    // Results first: the filters' index is loaded behind them, and not at all while a phone's filters are folded away.
    if (!tools.open || mine !== question) return;
    await parts.loadFilters();
    // A facet's counts are those its own choice does not narrow, or the reader could not see what else there is.
    const all = await ask();
    const facets = await Promise.all(FACET_NAMES.map((name) => (state.filters[name].length > 0 ? ask(name) : all)));
    if (mine !== question) return;
    FACET_NAMES.forEach((name, index) => showFacet(name, facets[index]?.filters[name] ?? {}, state));
  } catch {
    if (mine === question) showFailure();
  } finally {
    if (mine === question) panel.classList.remove('is-searching');
  }
}

async function showAnswer(answer: SearchAnswer, state: SearchState, mine: number): Promise<void> {
  const hits = await hitsOf(answer.results.slice(0, HITS_A_STEP));
  if (mine !== question) return;
  pending = answer.results.slice(HITS_A_STEP);
  // What was asked for before is dropped when it comes: nobody waits for it.
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

/** The next hits, and the focus on the first of them. */
async function showMore(): Promise<void> {
  const mine = question;
  const next = pending.slice(0, HITS_A_STEP);
  // Taken before they are loaded: a second press meanwhile asks for those behind them.
  pending = pending.slice(HITS_A_STEP);
  more.hidden = pending.length === 0;
  // Both are waited for at once: a load that fails while an earlier one is under way has somebody to tell.
  appending = Promise.all([hitsOf(next), appending])
    .then(([hits]) => {
      if (mine !== question) return;
      const elements = hits.map(hitElement);
      list.append(...elements);
      elements[0]?.querySelector('a')?.focus();
    })
    .catch(() => {
      if (mine === question) showFailure();
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
  // Hits that are still on their way would stand under a message that there are none.
  question += 1;
  showNothing();
  hasFailed = true;
  status.textContent = texts.failed;
}

function hitElement({ url, excerpt, meta }: PagefindHit): HTMLElement {
  const hit = hitTemplate.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const link = find<HTMLAnchorElement>('a', hit);
  // The index gives addresses from the root; anything else would not be ours.
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

/** The calendar day as the paper counts it, whatever zone the reader is in: the date's own first ten characters. */
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
  // The list was made anew under the reader's finger: the same box keeps the focus.
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

/** Down from the field to the results and through them; up again; Escape returns to the field. */
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
