import { hash } from 'node:crypto';

/** A digest of 12 hexadecimal digits: of the things of one index, no two share one. */
export function shortHash(content: Uint8Array | string): string {
  return hash('sha256', content).slice(0, 12);
}
