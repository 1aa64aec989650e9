import { hash } from 'node:crypto';

/**
 * What tells a text from every other: the first 132 bits of its SHA-256, 22 characters of base64url. Short, since an archive
 * keeps hundreds of thousands of them; long enough that no two texts ever share one.
 */
export function shortDigest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
