/** Mistakes beside the fields in which they are. */
import type { EntryProblem } from './check-entry.ts';
import { make } from './make-element.client.ts';
import { mistakeWords } from './mistake-words.ts';

/** The one locale of entries, as the CMS calls it. */
const ONLY_LOCALE = '_default';

/** Scrolls to a field: the CMS draws only what is in view, so it is looked for from the top. */
export async function goTo(field: string): Promise<void> {
  const pane = document.querySelector('.content-editor [data-mode="edit"] .content');
  pane?.scrollTo({ top: 0 });
  for (let steps = 0; pane && !fieldAt(field) && steps < LONGEST_FORM; steps += 1) {
    pane.scrollBy({ top: pane.clientHeight / 2 });
    await new Promise((resolve) => setTimeout(resolve, DRAWN_WITHIN_MS));
  }
  const payload = { locale: ONLY_LOCALE, keyPath: field };
  window.postMessage({ type: 'highlight-editor-field', payload }, location.origin);
}

/** How many halves of a window a form can be long, and how long the CMS takes to draw one. */
const LONGEST_FORM = 100;
const DRAWN_WITHIN_MS = 60;

const fieldAt = (field: string) =>
  document.querySelector(`.content-editor [data-mode="edit"] .field[data-key-path="${CSS.escape(field)}"]`);

const MARK = 'desk-mistake';

let marked: readonly EntryProblem[] = [];
const drawn = new MutationObserver(() => drawMarks());

/** What changes a field without typing. */
const CONTROLS = 'button, [role="combobox"], [role="checkbox"], [role="radio"], [role="switch"]';

/** A field that is changed is not marked any more: what is right now is seen when it is saved again. */
function unmarkChanged({ target, type }: Event): void {
  if (!(target instanceof Element) || (type === 'click' && !target.closest(CONTROLS))) return;
  const field = target.closest<HTMLElement>(`.field:has(> .${MARK})`);
  if (!field) return;
  marked = marked.filter((problem) => problem.field !== field.dataset['keyPath']);
  for (const note of field.querySelectorAll(`:scope > .${MARK}`)) note.remove();
}

for (const name of ['input', 'click']) addEventListener(name, unmarkChanged, { capture: true });

/** Writes mistakes below their fields, also below those that are drawn later. */
export function mark(problems: readonly EntryProblem[]): void {
  marked = problems;
  drawn.observe(document.body, { childList: true, subtree: true });
  drawMarks();
}

function drawMarks(): void {
  for (const name of new Set(marked.map(({ field }) => field))) {
    const field = fieldAt(name);
    if (!field || field.querySelector(`:scope > .${MARK}`)) continue;
    const notes = marked
      .filter((problem) => problem.field === name)
      .map((problem) => {
        const line = problem.line === undefined ? '' : `${problem.line}: `;
        return make('p', { className: MARK }, line + mistakeWords(problem));
      });
    field.append(...notes);
  }
}

export function unmark(): void {
  drawn.disconnect();
  marked = [];
  for (const note of document.querySelectorAll(`.${MARK}`)) note.remove();
}
