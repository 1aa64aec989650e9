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
  const note = document.createElement('div');
  note.className = 'desk-note';
  note.role = 'status';
  const heading = document.createElement('strong');
  heading.textContent = title;
  const list = document.createElement('ul');
  list.append(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
  const button = document.createElement('button');
  button.textContent = close;
  button.addEventListener('click', () => note.remove());
  note.append(heading, list, ...(link ? [linkTo(link)] : []), button);
  document.body.append(note);
}

function linkTo({ href, words }: { href: string; words: string }): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words;
  return link;
}
