import { z } from 'zod';
import { withError, zodMessage } from './message.ts';

/** A whole number in a range. */
export const count = (least: number, most: number) => {
  const error = zodMessage('whole-number', { least, most });
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** An address that is only an origin, such as `https://www.example.org/`. */
export const origin = z
  .string(withError('origin'))
  .refine((text) => /^https?:\/\//i.test(text) && isOrigin(text), withError('bare-origin'))
  .transform((text) => new URL(text).href);

/** Below a host, letters that no host, browser or pattern reads otherwise: `/paper/`, `/my-org/The_Paper.2/`. */
const PLAIN_PATH = /^\/(?:[\w.~-]+\/)*$/;

/** The address of a site: an origin, or a path below one, such as `https://user.github.io/paper/`. */
export const siteAddress = z
  .string(withError('site-address'))
  .refine((text) => /^https?:\/\//i.test(text) && isSiteAddress(text), withError('plain-address'))
  .transform(withLastSlash);

/** @returns the address in full, with the slash at its end that everything else is put after */
function withLastSlash(text: string): string {
  const { href } = new URL(text);
  return href.endsWith('/') ? href : `${href}/`;
}

function isSiteAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(withLastSlash(text));
  return url.origin + url.pathname === url.href && PLAIN_PATH.test(url.pathname);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // Also refuses an empty query or fragment: “?” would end up in the middle of each address.
  return `${url.origin}/` === url.href;
}
