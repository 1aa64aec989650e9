/**
 * Where the first byte of a file is that is not UTF-8: line and column from 1.
 * @param text the same bytes, decoded
 */
export function firstWrongByte(bytes: Uint8Array, text: string): { line: number; column: number } | undefined {
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
