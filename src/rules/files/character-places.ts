import type { Finding } from '../rule.ts';

/** Where characters of a kind stand in a text, the first of each line: a pasted passage is full of them. */
export function placesOf(text: string, kind: RegExp): Required<Pick<Finding, 'line' | 'column' | 'value'>>[] {
  if (!kind.test(text)) return [];
  return text.split('\n').flatMap((line, index) => {
    // What may stand at the very beginning of a file may not at that of a later line.
    const before = index === 0 ? '' : '\n';
    const found = kind.exec(before + line);
    if (!found) return [];
    return [{ line: index + 1, column: found.index + 1 - before.length, value: codePoint(found[0]) }];
  });
}

/** `U+202E` */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
