import { hash } from 'node:crypto';

/** What a picture's addresses know its file by: the first 64 bits of its SHA-256, hexadecimal. */
export function digestOfPicture(data: Uint8Array): string {
  return hash('sha256', data).slice(0, 16);
}
