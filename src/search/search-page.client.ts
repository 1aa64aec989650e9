/** The search page in the reader's browser: reads the address, searches the index, shows the results. */
import { element } from './element.ts';
import { matchedBy, type WordTest } from './excerpt.ts';
import { showFacets } from './facet-lists.ts';
import { facetLookup } from './facets.ts';
import { everything, find, type Found } from './find.ts';
import { isExactCount, nextArticles, type PendingResults } from './next-articles.ts';
import { ofKind } from './of-kind.ts';
import { fileLoader, openIndex, type OpenIndex } from './open-index.ts';
import { resultElement } from './result-element.ts';
import {
  effectiveSort,
  hasFacets,
  isEmptySearch,
  isFiltered,
  passes,
  readState,
  withChoice,
  withoutFilters,
  writeState,
  type SearchState,
} from './search-state.ts';
import { numbered, withinQuotes, type SearchedIndex, type SearchTexts } from './search-texts.ts';

/** Results after which the reader is asked whether to show more. */
const RESULTS_A_STEP = 10;
/** Of a step, results are loaded as they come into view: these many at once, which fill a phone's screen. */
const RESULTS_AT_ONCE = 3;
/** Long enough to type a word, short enough to feel instant. */
const TYPING_PAUSE_MS = 150;

const panel = element<HTMLElement>('#search-panel');
const form = element<HTMLFormElement>('#search-form');
const input = element<HTMLInputElement>('#search-query');
const status = element<HTMLElement>('#search-status');
const note = element<HTMLElement>('#search-note');
const advice = element<HTMLElement>('#search-advice');
const suggestions = element<HTMLElement>('#search-suggestions');
const list = element<HTMLOListElement>('#search-results');
const end = element<HTMLElement>('#search-end');
const more = element<HTMLButtonElement>('#search-more');
const tools = element<HTMLDetailsElement>('#search-tools');
const clear = element<HTMLButtonElement>('#search-clear');
const discover = element<HTMLElement>('#search-discover');
const resultTemplate = element<HTMLTemplateElement>('#search-hit');
const texts = JSON.parse(panel.dataset['texts'] ?? '{}') as SearchTexts;
const [own, ...others] = JSON.parse(panel.dataset['indexes'] ?? '[]') as [SearchedIndex, ...SearchedIndex[]];
/** Where on its host the site is: the page names its index there, and all else from the front page. */
const below = (panel.dataset['index'] ?? '').slice(0, -own.folder.length);

const opened = new Map<string, Promise<OpenIndex>>();

/** The results of the latest search. */
interface Results extends PendingResults {
  isMatch: WordTest;
  /** How many of the current step are still to be shown. */
  room: number;
  isLoading: boolean;
}

/** The number of the latest search: results of earlier ones are dropped. */
let latest = 0;
let typing: ReturnType<typeof setTimeout> | undefined;
let shown: Results | undefined;
/** The last search failed, so the same search may be repeated. */
let hasFailed = false;

/** Opens an edition's index once; again only if that failed. */
function indexOf({ folder, locale }: SearchedIndex): Promise<OpenIndex> {
  const opening = opened.get(folder) ?? openIndex(fileLoader(below + folder), locale);
  opened.set(folder, opening);
  opening.catch(() => opened.delete(folder));
  return opening;
}

input.addEventListener('focus', () => void indexOf(own).catch(showFailure), { once: true });
input.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => go({ ...current(), query: input.value.trim(), isExact: false }, 'typed'), TYPING_PAUSE_MS);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  const state = { ...current(), query: input.value.trim(), isExact: false };
  // The word is complete now, although the address is the same.
  if (writeState(state) === location.search && !isEmptySearch(state)) void run(state);
  else go(state, 'chosen');
});
tools.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const state = { ...current(), query: input.value.trim() };
  // Only the touched control counts: the other boxes may still show the previous search.
  go(withChoice(state, target), 'chosen');
});
clear.addEventListener('click', () => {
  go(withoutFilters(current()), 'chosen');
  input.focus();
});
more.addEventListener('click', () => {
  if (!shown) return;
  shown.room += RESULTS_A_STEP;
  hideImprint();
  void showMore(shown, true);
});
// What filters count is loaded when they are first unfolded. The click comes before the unfolding.
element('summary', tools).addEventListener('click', () => {
  if (!tools.open) void run(current(), { withFacets: true });
});
addEventListener('popstate', () => void run(current()));
panel.addEventListener('keydown', moveWithArrows);
const ending = new IntersectionObserver((entries) => {
  if (shown && entries.some(({ isIntersecting }) => isIntersecting)) void showMore(shown);
});

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
  const isTyping = how === 'typed';
  if (address === location.pathname + location.search) {
    if (hasFailed) void run(state, { isTyping });
    return;
  }
  if (how === 'chosen' || isEmptySearch(before)) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  void run(state, { isTyping });
}

async function run(state: SearchState, { isTyping = false, withFacets = tools.open } = {}): Promise<void> {
  const turn = (latest += 1);
  if (input.value.trim() !== state.query) input.value = state.query;
  showChoices(state);
  if (isEmptySearch(state)) return showNothing();
  hasFailed = false;
  panel.classList.add('is-searching');
  discover.hidden = true;
  if (list.childElementCount === 0) status.textContent = texts.loading;
  try {
    const index = await indexOf(own);
    const found = state.query ? await find(index, state.query, { isTyping, isExact: state.isExact }) : undefined;
    const ordered = (effectiveSort(state) === 'date' ? found?.byDate : found?.byRelevance) ?? everything(index);
    const all = await ofKind(index, ordered, state, Date.now());
    const facetsOf = hasFacets(state) ? facetLookup(index, await index.facets()) : undefined;
    const numbers = facetsOf ? all.filter((number) => passes(facetsOf(number), state.filters)) : all;
    const isMatch = found ? matchedBy(found.query, index.language) : () => false;
    await showAnswer(
      { pending: numbers, count: numbers.length, found, isMatch, room: RESULTS_A_STEP, isLoading: false },
      state,
      turn,
    );
    if (turn !== latest) return;
    if (numbers.length === 0) await showOtherEditions(state, turn);
    // Results first, then what the filters count; not at all while a phone's filters are folded.
    if (withFacets) {
      const lookup = facetsOf ?? facetLookup(index, await index.facets());
      if (turn === latest) showFacets(all, lookup, state, texts.formattingTag);
    }
    // With the lexicon, a slip in a later query costs no more requests than the right word; without it, all else works.
    index.lexicon().catch(() => undefined);
  } catch {
    if (turn === latest) showFailure();
  } finally {
    if (turn === latest) panel.classList.remove('is-searching');
  }
}

/** Shows what is chosen of the controls that are always there. */
function showChoices(state: SearchState): void {
  const isOfEvents = state.kind === 'events';
  const chosen = new Set([
    `sort=${effectiveSort(state)}`,
    `kind=${state.kind}`,
    ...(state.isFromToday ? ['from=today'] : []),
  ]);
  for (const control of tools.querySelectorAll<HTMLInputElement>('[name="sort"], [name="kind"], [name="from"]'))
    control.checked = chosen.has(`${control.name}=${control.value}`);
  element('#search-by-date').textContent = isOfEvents ? texts.soonest : texts.newest;
  const fromToday = tools.querySelector<HTMLElement>('#search-from');
  if (fromToday) fromToday.hidden = !isOfEvents;
}

async function showAnswer(results: Results, state: SearchState, turn: number): Promise<void> {
  const elements = await nextResults(results, RESULTS_AT_ONCE);
  if (turn !== latest) return;
  shown = results;
  list.replaceChildren(...elements);
  showCount(results, state);
  showNote(results.found, state);
  clear.hidden = !isFiltered(state);
  hideImprint();
  watchEnd();
}

/**
 * Loads more if the end of the list is in view, or comes into view. It is observed anew, because an observer is silent if the end
 * leaves and comes back between two frames.
 */
function watchEnd(): void {
  ending.unobserve(end);
  ending.observe(end);
}

/**
 * Hides the imprint while results are still to come above it, which would push it through the view. It is shown again in the frame
 * after the one in which it moves for the last time.
 */
function hideImprint(): void {
  const isToMove = () => shown !== undefined && shown.pending.length > 0 && shown.room > 0;
  const update = () => document.body.classList.toggle('has-more-results', isToMove());
  if (isToMove()) update();
  else requestAnimationFrame(() => requestAnimationFrame(update));
}

/** Says how many there are, and offers the next ones. */
function showCount(results: Results, state: SearchState): void {
  const { count, pending, room, found } = results;
  status.textContent =
    count === 0
      ? texts.none.replace('{query}', () => withinQuotes(state.query))
      : numbered(isExactCount(results) ? texts.results : texts.about, count, texts.formattingTag);
  more.hidden = pending.length === 0 || room > 0;
  advice.hidden = count > 0;
  panel.classList.toggle('has-nothing', count === 0 && !isFiltered(state));
  advice.textContent = count > 0 ? '' : isFiltered(state) ? texts.noneFilteredAdvice : texts.noneAdvice;
  suggestions.replaceChildren();
  if (count > 0) return;
  for (const { terms, count: others } of found?.without ?? []) {
    const query = terms
      .reduce((left, { text }) => left.replace(text, '').replace(/["“”]\s*["“”]/, ''), state.query)
      .replace(/\s+/g, ' ')
      .trim();
    const words = terms.map(({ text }) => text).join(' ');
    const text = numbered(texts.without, others, texts.formattingTag).replace('{word}', () => words);
    suggest(text, location.pathname + writeState({ ...state, query }));
  }
}

function showNote(found: Found | undefined, state: SearchState): void {
  note.replaceChildren();
  const corrections = found?.corrections ?? [];
  if (corrections.length === 0) return;
  const meant = corrections.reduce((query, one) => query.replace(one.typed, () => one.meant), state.query);
  const strong = document.createElement('strong');
  strong.textContent = meant;
  const [before = '', after = ''] = texts.corrected.split('{meant}');
  const link = document.createElement('a');
  link.href = location.pathname + writeState({ ...state, isExact: true });
  link.textContent = texts.instead.replace('{typed}', () => state.query);
  note.append(before, strong, `${after} `, link);
}

function suggest(text: string, href: string): void {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  item.append(link);
  suggestions.append(item);
}

/** If this edition has nothing, another may. */
async function showOtherEditions(state: SearchState, turn: number): Promise<void> {
  if (!state.query) return;
  for (const other of others) {
    // Without it the answer is still right.
    const found = await indexOf(other)
      .then((index) => find(index, state.query, { isExact: true }))
      .catch(() => undefined);
    if (turn !== latest) return;
    const count = found?.byDate.length ?? 0;
    if (count === 0) continue;
    const address = writeState(withoutFilters(state));
    suggest(numbered(other.found, count, texts.formattingTag), below + other.page + address);
  }
}

/** Shows the next results, below those that are there: nothing moves. @param isAsked give the first of them the focus */
async function showMore(results: Results, isAsked = false): Promise<void> {
  if (isAsked) more.hidden = true;
  const isDone = results.pending.length === 0 || results.room <= 0;
  if (isDone || results.isLoading || results !== shown) return;
  results.isLoading = true;
  try {
    const elements = await nextResults(results, Math.min(RESULTS_AT_ONCE, results.room));
    if (results !== shown) return;
    list.append(...elements);
    showCount(results, current());
    hideImprint();
    if (isAsked) elements[0]?.querySelector('a')?.focus({ preventScroll: true });
  } catch {
    if (results === shown) showFailure();
    return;
  } finally {
    results.isLoading = false;
  }
  if (results === shown) watchEnd();
}

/** Loads the next results. If some that were to be there turn out to be none, the reader asks for more. */
async function nextResults(results: Results, many: number): Promise<HTMLElement[]> {
  const index = await indexOf(own);
  const articles = await nextArticles(index, results, many);
  // Who finds no event loads no dates.
  const events = articles.some(({ event }) => event) ? await index.events() : undefined;
  const setting = { isMatch: results.isMatch, texts, template: resultTemplate, below, events, now: Date.now() };
  results.room = articles.length < many ? 0 : results.room - articles.length;
  return articles.map((article) => resultElement(article, setting));
}

function showNothing(): void {
  shown = undefined;
  for (const part of [list, note, suggestions]) part.replaceChildren();
  for (const part of [more, advice, clear]) part.hidden = true;
  hideImprint();
  panel.classList.remove('has-nothing');
  status.textContent = '';
  discover.hidden = !isEmptySearch(current());
  panel.classList.remove('is-searching');
}

function showFailure(): void {
  // Otherwise results that are still loading would appear under the error message.
  latest += 1;
  showNothing();
  hasFailed = true;
  status.textContent = texts.failed;
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
