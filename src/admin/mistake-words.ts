import type { Field } from '@sveltia/cms';
import type { Locale } from '#src/schemas/locale.ts';
import type { EntryProblem } from './check-entry.ts';
import { fieldLabel } from './field-label.ts';
import { formWord } from './form-words.ts';

/** What is wrong, and what to do. What a field asks for is a sentence of its own. */
export const mistakeWords = ({ value, reason, remedy }: Pick<EntryProblem, 'value' | 'reason' | 'remedy'>) =>
  `${value ? `${value} ` : ''}${reason}${/^\p{Lu}/u.test(remedy) ? '.' : ';'} ${remedy}`;

/** Where it is: “Text, line 7”. */
export function mistakePlace({ field, line }: EntryProblem, fields: readonly Field[], locale: Locale): string {
  const label = fieldLabel(fields, field);
  return line === undefined
    ? label
    : formWord('atLine', locale).replace('{field}', label).replace('{line}', String(line));
}
