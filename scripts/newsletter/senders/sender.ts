import type { IssueMail } from '#src/newsletter/issue-mail.ts';
import type { SendMailOptions } from 'nodemailer';

/** What became of one mail. Codes are the server's: `550 5.1.1`, or the connection's: `ETIMEDOUT`; never its words, which name addresses. */
export type Outcome = { is: 'sent' } | { is: 'refused' | 'later'; code: string };

/** Hands over one mail after the other: to an SMTP server, into a folder. */
export interface MailSender {
  /** How many may be handed over at a time. */
  atOnce: number;
  /** @throws StopSending if no other mail will go out either */
  deliver(mail: SendMailOptions): Promise<Outcome>;
  close(): void;
}

/** Gives a whole issue to a service that has the list and sends by itself. */
export interface CampaignSender {
  /**
   * Makes a draft, or plans it for an instant. Called again, it makes no second one.
   * @throws UsageError if the service refuses it, with what to do
   */
  publish(issue: IssueMail, at: Date | undefined): Promise<Campaign>;
}

export interface Campaign {
  id: string;
  /** Whether it was there before. */
  isOld: boolean;
}

/** What keeps every mail from going out: a wrong password, a server that is not there. */
export class StopSending extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StopSending';
  }
}
