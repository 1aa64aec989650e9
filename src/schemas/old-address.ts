import { z } from 'zod';

/** A part of a path between two slashes, with its percent signs resolved; `.` and `..` would lead elsewhere. */
const PART = /^(?!\.{1,2}$)[\p{L}\p{M}\p{N}._~+-]+$/u;

/** Characters, as a request has them. Hosts read at most 1,000 of a rule, in which the new address stands as well. */
const LONGEST = 600;

/** File systems take names of 255 bytes. */
const LONGEST_PART = 200;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

const ADDRESS_ERROR =
  'expected an old path on this site, such as /2024/05/old-story/; leave out the host and all that follows a “?” or “#”';

/**
 * Parses an address at which something of this site stood before.
 * @param text a path from the root: letters of any script, digits and `. _ ~ + -`, or percent signs that stand for them
 * @returns the path with its percent signs resolved, composed (NFC), and without an `index.html` at its end, which hosts
 *   take for the folder, nor a slash behind a page's file name; any other last slash stays as it is written. Undefined for anything else: another host (`//evil.example`,
 *   `/\evil.example`), a query, a fragment, a path that climbs, the root
 */
export function parseOldAddress(text: string): string | undefined {
  // A host takes the folder for its page, with or without a last slash.
  const path = decoded(text)
    ?.replace(/(\.html?)\/$/i, '$1')
    .replace(/\/index\.html?$/i, '/');
  if (path === undefined || encodeURI(path).length > LONGEST || !path.startsWith('/') || path === '/') return undefined;
  const parts = path.slice(1).replace(/\/$/, '').split('/');
  // At an old page's own name stands a file, and nothing can stand below it.
  if (parts.slice(0, -1).some((part) => /\.html?$/i.test(part))) return undefined;
  return parts.every((part) => PART.test(part) && bytesOf(part) <= LONGEST_PART) ? path : undefined;
}

/** A slash that is written as a percent sign would be one after all: it is decoded first, and refused as what it is. */
function decoded(text: string): string | undefined {
  if (/%2f|%5c/i.test(text)) return undefined;
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return undefined;
  }
}

/**
 * What a program can tell an editor while an old address is written: it is a path from the root, without a host and without
 * what follows a “?” or “#”. The schema has the last word.
 */
export const OLD_ADDRESS_PATTERN = /^\/(?![/\\])[^\\?#\s]+$/;

/** An address under which something stood before. */
export const oldAddress = z.string({ error: ADDRESS_ERROR }).transform((text, context) => {
  const path = parseOldAddress(text);
  if (path !== undefined) return path;
  context.issues.push({ code: 'custom', input: text, message: ADDRESS_ERROR, params: { rule: 'bad-alias' } });
  return z.NEVER;
});

/** The addresses at which a story, page or list stood before; they lead to where it stands now. */
export const aliasesField = z
  .array(oldAddress, { error: 'expected a list of old paths; begin each on a line of its own with a hyphen' })
  .default([]);
