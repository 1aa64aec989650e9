import { hash } from 'node:crypto';

/**
 * The first 132 bits of a text's SHA-256, as 22 characters of base64url. Short, since an archive has hundreds of thousands of
 * them; long enough that no two texts ever share one.
 */
export function shortDigest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
