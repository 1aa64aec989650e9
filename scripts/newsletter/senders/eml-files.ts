import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import type { MailSender } from './sender.ts';
import type { DkimKey } from './smtp.ts';

/** Writes each mail to a file that mail programs open (`.eml`), for a look at what would be sent. */
export function emlFileSender(folder: string, dkim: DkimKey | undefined): MailSender {
  mkdirSync(folder, { recursive: true });
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...(dkim && { dkim }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    atOnce: 1,
    deliver: async (mail) => {
      const { message } = await transport.sendMail(mail);
      if (!Buffer.isBuffer(message)) throw new TypeError('nodemailer gave no buffer');
      // By the mail's number, so that a repeated run writes the same file.
      const [, number = ''] = /^<?([0-9a-f]+)@/.exec(mail.messageId ?? '') ?? [];
      writeAtomically(join(folder, `${number}.eml`), message);
      return { is: 'sent' };
    },
    close: () => undefined,
  };
}
