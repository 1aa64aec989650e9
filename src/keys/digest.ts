import { hash } from 'node:crypto';

/**
 * What tells a text from every other: the first 132 bits of its SHA-256, 22 characters of base64url. Short, since an archive
 * keeps hundreds of thousands of them; long enough that no two texts ever share one.
 */
export function shortDigest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

/** A whole number for a text, 0 to 2³²−1, evenly spread: FNV-1a (www.isthe.com/chongo/tech/comp/fnv/). No proof of anything. */
export function textNumber(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
