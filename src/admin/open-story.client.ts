/** The story that is open in the CMS, read from its page: the CMS has no event for what is in it, or whether it has changed. */

const EDITOR = '.content-editor';

/** The button that saves; its shortcut is the same in every language. */
export const saveButton = (): HTMLButtonElement | null =>
  document.querySelector(`${EDITOR} button[aria-keyshortcuts$="+S"]`);

/** The arrow that leads back to the list. */
export const backButton = (): HTMLButtonElement | null => document.querySelector(`${EDITOR} button.back`);

/** The input in which a slug is changed, before the change is taken with Enter. */
const slugInput = (): HTMLInputElement | null => document.querySelector(`${EDITOR} .editable-text input`);

/** Whether a question or a menu is over the story, which then hears the keyboard. */
export const isCovered = () => document.querySelector('dialog[open], [role="alertdialog"]') !== null;

/** What changes a story: typing, ticking, dropping, pasting. */
const CHANGES = ['beforeinput', 'input', 'change', 'drop', 'paste'] as const;

/** Where a story is changed: also in the questions of the CMS, which chooses pictures there, and gives a copy back. */
const STORY = `${EDITOR}, [role="dialog"], [role="alertdialog"]`;

/** Controls that are no inputs. */
const CONTROLS =
  '[role="switch"], [role="checkbox"], [role="radio"], [role="option"], .field button, [role$="dialog"] button';

/** How soon the CMS notices what is typed: it waits a tenth of a second, and a slow machine longer. */
export const NOTICED_WITHIN_MS = 1000;

let isTouched = false;
let touchedAt = 0;
let openAt = '';

/** Begins to notice what an editor does. */
export function watchStory(): void {
  const touch = (event: Event) => {
    const { target } = event;
    if (!event.isTrusted || !(target instanceof Element) || !target.closest(STORY)) return;
    if (event.type === 'click' && !target.closest(CONTROLS)) return;
    openAt = location.hash;
    isTouched = true;
    touchedAt = performance.now();
  };
  for (const name of [...CHANGES, 'click']) addEventListener(name, touch, { capture: true });
  addEventListener('hashchange', () => {
    isTouched = false;
  });
}

/** Whether something has been done to the story since it was opened, though the CMS may not have noticed yet. */
export const isStoryTouched = () => isTouched && openAt === location.hash;

/** Whether a story is open whose changes are not saved. */
export function isUnsaved(): boolean {
  const save = saveButton();
  if (!save || !isStoryTouched()) return false;
  // A new story can be saved from the beginning; another one when the CMS has noticed that it has changed.
  return !save.disabled || performance.now() - touchedAt < NOTICED_WITHIN_MS;
}

/** Takes a slug that is still being typed, as Enter would. */
export function takeSlug(): void {
  slugInput()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

/** Saves what is open, when the CMS has noticed that it has changed: until then its button is off. */
export function pressSave(): void {
  const button = saveButton();
  if (!button) return;
  const press = () => {
    stop();
    button.focus();
    button.click();
  };
  const watcher = new MutationObserver(() => {
    if (!button.disabled) press();
  });
  const timer = setTimeout(() => watcher.disconnect(), 3 * NOTICED_WITHIN_MS);
  const stop = () => {
    watcher.disconnect();
    clearTimeout(timer);
  };
  watcher.observe(button, { attributes: true, attributeFilter: ['disabled'] });
  // Taking a slug has already turned it on.
  if (!button.disabled) press();
}
