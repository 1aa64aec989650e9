import { codePoint } from '#src/schemas/false-space.ts';
import type { RuleId, MessageKey } from '#src/schemas/message.ts';
import { finding, rule, type FileRule, type Finding, type Rule } from '../rule.ts';
import { utf16Text } from './utf-16.ts';
import { firstWrongByte } from './wrong-byte.ts';

/** Rejects files in which a character of a kind appears. */
const characterRule = (id: RuleId & MessageKey, severity: FileRule['severity'], characters: RegExp): FileRule =>
  rule(id, severity, ({ text }) => placesOf(text, characters).map((place) => ({ ...place, ...finding(id) })));

/** A file or folder that the operating system does not let be read. */
export const UNREADABLE_RULE = { id: 'unreadable-file', severity: 'error' } as const satisfies Rule;

/** What is wrong with the bytes of a file. */
export const FILE_RULES: readonly FileRule[] = [
  rule('utf-16', 'error', ({ bytes }) =>
    utf16Text(bytes) === undefined ? [] : [{ line: 1, column: 1, ...finding('utf-16') }],
  ),
  rule('invalid-utf8', 'error', ({ bytes, text }) => {
    // Nearly all files are valid, and need no second look.
    const place = text.includes('\ufffd') ? firstWrongByte(bytes, text) : undefined;
    return place ? [{ ...place, ...finding('invalid-utf8') }] : [];
  }),
  // All characters that XML 1.0 (section 2.2) does not allow, and DEL; a carriage return is fine before a line feed.
  characterRule('control-character', 'error', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\r(?!\n|$)/),
  // Unicode’s Bidi_Control characters (UAX #9, section 2).
  characterRule('bidi-character', 'error', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/),
  // Zero-width space, word joiner, byte order mark within a text, soft hyphen; next line, line and paragraph separator, which break
  // no line on a page. The joiner of emoji is allowed.
  characterRule('invisible-character', 'warning', /[\u0085\u00ad\u180e\u200b\u2028\u2029\u2060]|(?<=[^])\ufeff/),
];

/** Where characters of a kind are in a text, the first of each line: a pasted passage is full of them. */
function placesOf(text: string, kind: RegExp): Required<Pick<Finding, 'line' | 'column' | 'value'>>[] {
  if (!kind.test(text)) return [];
  return text.split('\n').flatMap((line, index) => {
    // What is allowed at the very beginning of a file is not allowed at the beginning of a later line.
    const before = index === 0 ? '' : '\n';
    const found = kind.exec(before + line);
    if (!found) return [];
    return [{ line: index + 1, column: found.index + 1 - before.length, value: codePoint(found[0]) }];
  });
}
