import type { Field } from '@sveltia/cms';
import type { Locale } from '#src/schemas/locale.ts';
import { ask } from './ask.client.ts';
import type { EntryProblem } from './check-entry.ts';
import { formWord } from './form-words.ts';
import { make } from './make-element.client.ts';
import { goTo } from './mistake-marks.client.ts';
import { mistakePlace, mistakeWords } from './mistake-words.ts';

/** Shows the mistakes that keep an entry from being saved. @returns whether it shall be saved as a draft all the same */
export async function asksForDraft(
  errors: readonly EntryProblem[],
  fields: readonly Field[],
  canBeDraft: boolean,
  locale: Locale,
): Promise<boolean> {
  const items = errors.map((problem) => {
    const go = make('button', { type: 'button', className: 'place' }, mistakePlace(problem, fields, locale));
    go.addEventListener('click', () => {
      go.closest('dialog')?.close('correct');
      void goTo(problem.field);
    });
    return make('li', {}, go, `: ${mistakeWords(problem)}`);
  });
  const draft = { value: 'draft', words: formWord('saveDraftAnyway', locale) };
  const answer = await ask({
    title: formWord('mistakesTitle', locale),
    body: [make('ul', {}, ...items)],
    answers: [{ value: 'correct', words: formWord('correct', locale), isFirst: true }, ...(canBeDraft ? [draft] : [])],
  });
  return answer === 'draft';
}
