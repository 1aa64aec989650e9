import { isCovered, isStoryTouched, pressSave, saveButton, takeSlug } from './open-story.client.ts';

/**
 * Keeps the first Save from being lost. The CMS notices what is typed into a text only a moment later; until then its button is
 * off, and a click or the shortcut does nothing. A slug that is still being typed is taken too.
 */
export function saveAtOnce(): void {
  const save = (event: Event) => {
    const button = saveButton();
    if (!button || isCovered()) return;
    takeSlug();
    if (!button.disabled || !isStoryTouched()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressSave();
  };
  addEventListener(
    'keydown',
    (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') save(event);
    },
    { capture: true },
  );
  addEventListener(
    'pointerdown',
    (event) => {
      const box = saveButton()?.getBoundingClientRect();
      if (!box || event.button !== 0) return;
      // A button that is off is no event's target.
      const isInside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top;
      if (isInside && event.clientY <= box.bottom) save(event);
    },
    { capture: true },
  );
}
