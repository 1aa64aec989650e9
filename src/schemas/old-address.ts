import { z } from 'zod';
import { decodedAddress } from './decoded-address.ts';
import { zodMessage } from './message.ts';
import { listOf } from './shared-shapes.ts';

/** A part of a path between two slashes, decoded. Not `.` or `..`, which would change the path. */
const PART = /^(?!\.{1,2}$)[\p{L}\p{M}\p{N}._~+-]+$/u;

/** In encoded characters. Hosts read at most 1,000 characters of a redirect rule, which also has the new address. */
const LONGEST = 600;

/** In bytes. File systems allow names of 255 bytes. */
const LONGEST_PART = 200;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

const ADDRESS_ERROR = zodMessage('old-address');

/**
 * Parses an earlier address on this site.
 * @param text a path from the root: letters of any script, digits and `. _ ~ + -`, possibly percent-encoded
 * @returns the path, decoded and composed (NFC), without a final `index.html` (hosts treat it as the folder) or a slash
 *   after a page's file name; another trailing slash stays as written. Undefined for anything else: another host
 *   (`//evil.example`, `/\evil.example`), a query, a fragment, `..`, the root
 */
function parseOldAddress(text: string): string | undefined {
  const path = decoded(text)
    ?.replace(/(\.html?)\/$/i, '$1')
    .replace(/\/index\.html?$/i, '/');
  if (path === undefined || encodeURI(path).length > LONGEST || !path.startsWith('/') || path === '/') return undefined;
  const parts = path.slice(1).replace(/\/$/, '').split('/');
  // The redirect page of `x.html` is a file, so nothing can be below it.
  if (parts.slice(0, -1).some((part) => /\.html?$/i.test(part))) return undefined;
  return parts.every((part) => PART.test(part) && bytesOf(part) <= LONGEST_PART) ? path : undefined;
}

/** Refuses encoded slashes, which would become real ones. */
function decoded(text: string): string | undefined {
  if (/%2f|%5c/i.test(text)) return undefined;
  return decodedAddress(text)?.normalize('NFC');
}

/** A looser check for forms and code editors: a path from the root, without host, query or fragment. The schema decides. */
export const OLD_ADDRESS_PATTERN = /^\/(?![/\\])[^\\?#\s]+$/;

/** An earlier address on this site. */
export const oldAddress = z.string({ error: ADDRESS_ERROR }).transform((text, context) => {
  const path = parseOldAddress(text);
  if (path !== undefined) return path;
  context.issues.push({ code: 'custom', input: text, message: ADDRESS_ERROR });
  return z.NEVER;
});

/** The earlier addresses of an article, page or list; they redirect to its present one. */
export const aliasesField = listOf('old-address-list', oldAddress).default([]);
