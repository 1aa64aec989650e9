import type { FileRule } from '../rule.ts';

export const invalidUtf8: FileRule = {
  id: 'invalid-utf8',
  severity: 'error',
  scope: 'file',
  title: { en: 'Bytes that are not UTF-8', es: 'Bytes que no son UTF-8' },
  explanation: {
    en: 'Saved in another encoding, every accent would reach readers as a question mark.',
    es: 'Guardado en otra codificación, cada acento llegaría a los lectores como un signo de interrogación.',
  },
  check: ({ bytes, text }) => {
    // Most files hold none, and no others need a second look.
    if (!text.includes('\ufffd')) return [];
    const at = firstWrong(bytes, text);
    return at === undefined
      ? []
      : [
          {
            ...at,
            reason: 'holds bytes that are not UTF-8',
            remedy: 'save the file anew as UTF-8, and read its accents',
          },
        ];
  },
};

/** Line and column of the first wrong byte: no line of good text has other bytes than were read. */
function firstWrong(bytes: Uint8Array, text: string): { line: number; column: number } | undefined {
  const encoder = new TextEncoder();
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const found = bytes.indexOf(0x0a, start);
    const read = bytes.subarray(start, found < 0 ? bytes.length : found);
    for (let at = line.indexOf('\ufffd'); at >= 0; at = line.indexOf('\ufffd', at + 1)) {
      // A real U+FFFD is three bytes of its own.
      const before = encoder.encode(line.slice(0, at + 1));
      if (!before.every((byte, offset) => byte === read[offset])) return { line: index + 1, column: at + 1 };
    }
    start = (found < 0 ? bytes.length : found) + 1;
  }
  return undefined;
}
