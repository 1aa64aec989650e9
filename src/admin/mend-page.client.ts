/** Fixes the CMS’s page for editors who see little, use a screen reader, or have no mouse. */
export function mendPage(): void {
  const mend = () => {
    // It forbids enlarging the page.
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="viewport"]'))
      if (/maximum-scale/.test(meta.content)) meta.content = meta.content.replace(/,?\s*maximum-scale=[\d.]+/, '');
    // On a small screen, the list of lists leads to a list that is not there yet.
    for (const tree of document.querySelectorAll('.primary-sidebar [role="tree"][aria-controls]'))
      if (!document.getElementById(tree.getAttribute('aria-controls') ?? '')) tree.removeAttribute('aria-controls');
  };
  new MutationObserver(mend).observe(document.documentElement, { childList: true, subtree: true, attributes: true });
  // Its button for a new story has an empty menu, which Enter opens instead.
  const press = (event: KeyboardEvent) => {
    const button = event.target instanceof Element && event.target.closest<HTMLElement>(NEW_STORY);
    if (!button || !['Enter', ' '].includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button.click();
  };
  addEventListener('keydown', press, { capture: true });
}

/** The button that begins a new story, by its shortcut, which is the same in every language. */
const NEW_STORY = 'button[aria-keyshortcuts$="+E"]:not([aria-haspopup])';
