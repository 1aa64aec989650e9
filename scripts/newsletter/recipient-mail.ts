import type { SendMailOptions } from 'nodemailer';
import { UNSUBSCRIBE_MARK, type IssueMail } from '#src/newsletter/issue-mail.ts';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { TOKEN_PLACE } from '#src/schemas/newsletter-settings.ts';
import type { ListKey } from './list-key.ts';
import type { Recipient } from './read-list.ts';

/** Who sends, and how one unsubscribes. */
export interface Sending {
  /** The paper's name. */
  name: string;
  from: string;
  replyTo: string;
  /** The https address that takes one-click unsubscriptions, with `{token}`. */
  unsubscribe: string | undefined;
  key: ListKey;
}

/**
 * An issue as a mail to one recipient.
 *
 * - `List-Id` (RFC 2919), `List-Unsubscribe` (RFC 2369), and for an https address `List-Unsubscribe-Post` (RFC 8058): without an
 *   address that ends the subscription at once, it would be a lie.
 * - A `Message-ID` that is the same whenever this issue is sent to this recipient: servers drop the second one.
 * @param now the date of the mail
 */
export function recipientMail(issue: IssueMail, recipient: Recipient, sending: Sending, now: Date): SendMailOptions {
  const { name, from, replyTo, key } = sending;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const token = key.tokenOf(recipient.key);
  const byMail = `mailto:${replyTo}?subject=unsubscribe%20${token}`;
  const byWeb = sending.unsubscribe?.replaceAll(TOKEN_PLACE, token);
  const link = byWeb ?? byMail;
  const listName = `${issue.kind}.${issue.locale}.newsletter.${domain}`;
  return {
    envelope: { from, to: [recipient.address] },
    from: { name, address: from },
    replyTo: { name, address: replyTo },
    to: { name: '', address: recipient.address },
    subject: issue.subject,
    text: issue.text.replaceAll(UNSUBSCRIBE_MARK, () => link),
    html: issue.html.replaceAll(UNSUBSCRIBE_MARK, () => link.replaceAll('&', '&amp;').replaceAll('"', '&quot;')),
    date: now,
    messageId: `<${key.messageIdOf(issue.id, recipient.key)}@${domain}>`,
    headers: {
      'List-Id': { prepared: true, value: `<${listName}>` },
      'List-Unsubscribe': {
        prepared: true,
        foldLines: true,
        value: [...(byWeb ? [`<${byWeb}>`] : []), `<${byMail}>`].join(', '),
      },
      ...(byWeb && { 'List-Unsubscribe-Post': { prepared: true, value: 'List-Unsubscribe=One-Click' } }),
      'Content-Language': LANGUAGE_TAGS[issue.locale],
    },
  };
}
