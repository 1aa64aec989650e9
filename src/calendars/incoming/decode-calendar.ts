import type { Note } from './note.ts';

/** A calendar's text, and what was fixed in it. */
export interface CalendarText {
  text: string;
  notes: Note[];
}

/** How much of a file tells its encoding. */
const BEGINNING = 400;

/** The text of a calendar's file, in whatever encoding its program wrote it. RFC 5545 knows only UTF-8. */
export function decodeCalendar(bytes: Uint8Array): CalendarText {
  const notes: Note[] = [];
  const decoded = decode(bytes, notes).replace(/^\ufeff/, '');
  const text = decoded.replaceAll('\0', '');
  const count = decoded.length - text.length;
  if (count > 0) notes.push({ line: lineAt(decoded, decoded.indexOf('\0')), key: 'nul', values: { count } });
  return { text, notes };
}

function decode(bytes: Uint8Array, notes: Note[]): string {
  const wide = wideEncoding(bytes);
  if (wide) {
    notes.push({ line: 1, key: 'encoding', values: { encoding: 'UTF-16' } });
    return new TextDecoder(wide).decode(bytes);
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const at = text.indexOf('\ufffd');
  if (at < 0) return text;
  const torn = text.match(/\ufffd+/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  // A text in UTF-8 has more whole characters than torn ones; one in another encoding has next to none.
  if (whole > torn) {
    notes.push({ line: lineAt(text, at), key: 'torn', values: { count: torn } });
    return text.replaceAll('\ufffd', '');
  }
  notes.push({ line: lineAt(text, at), key: 'encoding', values: { encoding: 'Windows-1252' } });
  return new TextDecoder('windows-1252').decode(bytes);
}

/** UTF-16 by its mark, or by a zero in nearly every other place of the beginning. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = bytes.subarray(0, BEGINNING);
  const zeros = [0, 0];
  beginning.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = beginning.length * 0.4;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}
