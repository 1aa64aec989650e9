import { hash } from 'node:crypto';

/**
 * The first 132 bits of a text's SHA-256, as 22 characters of base64url. Short, since an archive has hundreds of thousands of
 * them; long enough that no two texts ever share one.
 */
export function shortDigest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

/** A whole number for a text, 0 to 2³²−1, evenly spread: FNV-1a (www.isthe.com/chongo/tech/comp/fnv/). Not unique. */
export function textNumber(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
