import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '#src/publish/usage-error.ts';
import { writeDurably } from './write-durably.ts';

/** 256 random bits, hexadecimal. */
const KEY_FORM = /^[0-9a-f]{64}$/;

/**
 * The secret of one list. Elsewhere (in the ledger, in links, in Message-IDs) an address is replaced by an HMAC-SHA-256
 * with it: a plain hash would be found by trying all addresses.
 */
export class ListKey {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** Stands for an address in files. @param key of the address */
  hashOf(key: string): string {
    return this.#sign('address', key).toString('hex').slice(0, 32);
  }

  /**
   * Stands for an address in a link that ends the subscription (RFC 8058). Base64url: whatever is in the address, it has no
   * character that a header, a link or HTML reads otherwise.
   */
  tokenOf(key: string): string {
    return this.#sign('unsubscribe', key).toString('base64url').slice(0, 32);
  }

  /** The same for the same issue and recipient: servers drop a mail that they have got already. */
  messageIdOf(issue: string, key: string): string {
    return this.#sign('message', issue, key).toString('hex').slice(0, 32);
  }

  /** Tells this key from others, without saying it. */
  get mark(): string {
    return this.#sign('mark').toString('hex').slice(0, 16);
  }

  #sign(...parts: string[]): Buffer {
    return createHmac('sha256', this.#secret).update(JSON.stringify(parts)).digest();
  }
}

/** Reads the secret of a list; the first time, it is made. @throws UsageError if the file holds something else */
export function listKey(path: string): ListKey {
  if (!existsSync(path)) writeDurably(path, `${randomBytes(32).toString('hex')}\n`);
  const secret = readFileSync(path, 'utf8').trim();
  if (!KEY_FORM.test(secret))
    throw new UsageError(
      `${path}: this is not the list’s secret, which is 64 figures and letters from a to f. Bring the file back from a backup: with another one, it would not be known who has got what.`,
    );
  return new ListKey(secret);
}
