import type { Locale } from '#src/schemas/locale.ts';
import { ask } from './ask.client.ts';
import { formWord } from './form-words.ts';
import { backButton, isCovered, isUnsaved } from './open-story.client.ts';

/** How the Navigation API (Chrome, Edge, Safari) tells of the browser's own back button. */
interface LeavingEvent extends Event {
  navigationType: string;
  userInitiated: boolean;
  destination: { key: string };
}
type Navigation = EventTarget & { traverseTo?: (key: string) => unknown };

/**
 * Asks before a story that is not saved is left: with Escape, the arrow, the browser's back button, or by closing the page.
 * It must run before the CMS listens, which would leave at once.
 */
export function guardLeaving(locale: Locale): void {
  let isLeaving = false;
  const leave = async (go: () => void) => {
    const answer = await ask({
      title: formWord('leaveTitle', locale),
      body: [formWord('leaveText', locale)],
      answers: [
        { value: 'stay', words: formWord('leaveStay', locale), isFirst: true },
        { value: 'go', words: formWord('leaveGo', locale) },
      ],
    });
    if (answer !== 'go') return;
    isLeaving = true;
    go();
    isLeaving = false;
  };
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const goBack = () => backButton()?.click();

  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || isLeaving || isCovered() || !isUnsaved()) return;
      // The CMS leaves only if the key is its arrow's; in a slug that is being changed, it is not.
      if (!backButton()?.hasAttribute('aria-keyshortcuts')) return;
      stop(event);
      void leave(goBack);
    },
    { capture: true },
  );
  addEventListener(
    'click',
    (event) => {
      const isArrow = event.target instanceof Element && event.target.closest('button') === backButton();
      if (!isArrow || isLeaving || !isUnsaved()) return;
      stop(event);
      void leave(goBack);
    },
    { capture: true },
  );
  addEventListener('beforeunload', (event) => {
    if (isUnsaved()) event.preventDefault();
  });
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener('navigate', (event) => {
    const { navigationType, userInitiated, cancelable, destination } = event as LeavingEvent;
    if (navigationType !== 'traverse' || !userInitiated || !cancelable || isLeaving || !isUnsaved()) return;
    event.preventDefault();
    void leave(() => navigation.traverseTo?.(destination.key));
  });
}
