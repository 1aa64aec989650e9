import type { Locale } from '#src/schemas/locale.ts';
import type { NewsletterKind } from '#src/schemas/newsletter.ts';

/**
 * What both parts of an issue have in place of the address at which its recipient unsubscribes: the sender writes the
 * recipient's own address, or the provider's word for it. It has no character that HTML or an address would escape.
 */
export const UNSUBSCRIBE_MARK = 'https://unsubscribe.invalid/this-recipient';

/** An issue as it goes to one recipient or to a provider: complete but for {@link UNSUBSCRIBE_MARK}. */
export interface IssueMail {
  /** Names the issue for ever, for the ledger: `2026-11-30-daily` in its language, `en/2026-11-30-daily`. */
  id: string;
  kind: NewsletterKind;
  locale: Locale;
  subject: string;
  /** What mail programs show beside the subject. */
  preheader: string;
  /** A whole HTML document, CSS inlined, at most 90 kB. */
  html: string;
  /** The same news as plain text. */
  text: string;
  /** The full address of the copy on the site. */
  webAddress: string;
}
