/** Lines of iCalendar by the byte (RFC 5545, section 3.1). */

/** The most octets in a line, without its end. */
const LONGEST = 75;

const encoder = new TextEncoder();

/**
 * A property as its lines: no longer than 75 octets, never cut within a character. The next lines begin with a space.
 * @param value already escaped, if it is text
 */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  if (encoder.encode(line).length <= LONGEST) return `${line}\r\n`;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // The space that begins a line counts.
    if (octets + size > LONGEST) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  lines.push(current);
  return `${lines.join('\r\n')}\r\n`;
}

/** A value of the type TEXT (section 3.3.11): without control characters, which no reader may send to a calendar. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A parameter's value, which has no escapes (section 3.2): in quotation marks if it needs them. */
export function parameterValue(text: string): string {
  const plain = text.replace(/["\u0000-\u001f\u007f]/g, ' ');
  return /[:;,]/.test(plain) ? `"${plain}"` : plain;
}
