import { domainToASCII } from 'node:url';

/** An address that takes mail. */
export interface MailAddress {
  /** As mail is sent to it: its domain in ASCII (IDNA). */
  text: string;
  /** The same for every spelling of it, in capitals or with an accented domain. */
  key: string;
}

/** Why a text is no address. It never holds the text itself: no address may get into a log. */
export interface AddressFault {
  reason: string;
}

/** What RFC 5321 (4.5.3.1) allows, in octets. */
const LONGEST = { local: 64, whole: 254 } as const;

/** A dot-string of RFC 5321 (4.1.2), with the letters that RFC 6531 adds. */
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/;

/** Characters that could end a line of a mail's head, or are not shown. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Reads an address: ana@example.org. A name beside it, quotation marks and addresses of machines (`@[192.0.2.1]`) are refused. */
export function readAddress(written: string): MailAddress | AddressFault {
  // Before anything is trimmed: a line end at the end of an address is no accident in a list with one address a line.
  if (CONTROL.test(written)) return { reason: 'has a line end or another control character in it' };
  const text = written.trim().normalize('NFC');
  if (text === '') return { reason: 'is empty' };
  const at = text.lastIndexOf('@');
  if (at < 1) return { reason: 'has no @ with a name before it' };
  const local = text.slice(0, at);
  if (!LOCAL_PART.test(local)) return { reason: 'has a sign before the @ that no usual address has' };
  const domain = domainToASCII(text.slice(at + 1));
  if (!DOMAIN.test(domain)) return { reason: 'has no domain after the @' };
  const whole = `${local}@${domain}`;
  if (Buffer.byteLength(local) > LONGEST.local || Buffer.byteLength(whole) > LONGEST.whole)
    return { reason: 'is longer than an address can be' };
  return { text: whole, key: whole.toLowerCase() };
}
