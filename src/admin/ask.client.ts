/** A question of ours over the form. */

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
  const dialog = document.createElement('dialog');
  dialog.className = 'desk-question';
  const heading = document.createElement('h2');
  heading.id = 'desk-question-title';
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  const form = document.createElement('form');
  form.method = 'dialog';
  const buttons = answers.map(({ value, words, isFirst }) => {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = words;
    if (isFirst) {
      button.className = 'first';
      button.autofocus = true;
    }
    return button;
  });
  const paragraphs = body.map((part) => {
    if (typeof part !== 'string') return part;
    const paragraph = document.createElement('p');
    paragraph.textContent = part;
    return paragraph;
  });
  form.append(...buttons);
  dialog.append(heading, ...paragraphs, form);
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
