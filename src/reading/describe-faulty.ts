import type { Locale } from '#src/schemas/locale.ts';
import { commandCount, commandText, type CommandKey } from '#src/schemas/message.ts';
import type { FaultyFile } from './publishable-part.ts';

/** What readers see of each file that has mistakes, a line each: `articles/en/2026/reef.md: the last published version`. */
export function describeFaulty(locale: Locale, faulty: readonly FaultyFile[]): string[] {
  return faulty.map((file) => `${file.file}: ${whatReadersSee(locale, file)}`);
}

/** Why nothing is shown, if more is to be said than that there is nothing else. */
const LEFT_OUT: Partial<Record<NonNullable<FaultyFile['why']>, CommandKey>> = {
  new: 'leftOutNew',
  hidden: 'leftOutHidden',
  unfit: 'leftOutUnfit',
};

/** “the last published version” */
export function whatReadersSee(locale: Locale, { shown, why, deadLinks }: FaultyFile): string {
  const without = deadLinks > 0 ? [commandCount(locale, 'withoutLinks', deadLinks)] : [];
  switch (shown) {
    case 'current':
      return without[0] ?? commandText(locale, why === 'needs' ? 'shownWithNeeds' : 'shownAsItIs');
    case 'earlier':
      return [commandText(locale, why === 'gone' ? 'shownThoughGone' : 'shownEarlier'), ...without].join('; ');
    case 'nothing':
      return commandText(locale, (why && LEFT_OUT[why]) ?? 'leftOut');
  }
}
