/** A question of ours over the form. */
import { make } from './make-element.client.ts';

/** What can be answered: the value that is handed back, and the words on the button. */
export interface Answer {
  value: string;
  words: string;
  /** The button that Enter presses. */
  isFirst?: true;
}

interface Question {
  title: string;
  /** What is shown below the title. */
  body: readonly (string | Node)[];
  /** From the one that changes nothing, which Escape gives. */
  answers: readonly [Answer, ...Answer[]];
}

/** Asks, and waits for the answer. @returns the first answer's value if the question is closed without one */
export function ask({ title, body, answers }: Question): Promise<string> {
  const heading = make('h2', { id: 'desk-question-title' }, title);
  const buttons = answers.map(({ value, words, isFirst }) =>
    make('button', { value, ...(isFirst && { className: 'first', autofocus: true }) }, words),
  );
  const paragraphs = body.map((part) => (typeof part === 'string' ? make('p', {}, part) : part));
  const form = make('form', { method: 'dialog' }, ...buttons);
  const dialog = make('dialog', { className: 'desk-question' }, heading, ...paragraphs, form);
  dialog.setAttribute('aria-labelledby', heading.id);
  document.body.append(dialog);
  const answered = new Promise<string>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === '' ? answers[0].value : dialog.returnValue);
    });
  });
  // The form's own shortcuts must not hear what is typed here.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.showModal();
  return answered;
}
