import { make } from './make-element.client.ts';

/** Whether a note is shown. */
export const isNoteOpen = (): boolean => document.querySelector('.desk-note') !== null;

/** Shows a note in the corner until it is closed, or until the next one comes. */
export function showNote(
  title: string,
  lines: readonly string[],
  close: string,
  link?: { href: string; words: string },
): void {
  document.querySelector('.desk-note')?.remove();
  const items = lines.map((line) => make('li', {}, line));
  const links = link ? [make('a', { href: link.href, target: '_blank', rel: 'noopener' }, link.words)] : [];
  const button = make('button', {}, close);
  const parts = [make('strong', {}, title), make('ul', {}, ...items), ...links, button];
  const note = make('div', { className: 'desk-note', role: 'status' }, ...parts);
  button.addEventListener('click', () => note.remove());
  document.body.append(note);
}
