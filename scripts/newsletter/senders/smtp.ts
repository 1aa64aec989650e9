import { createTransport, type SendMailOptions } from 'nodemailer';
import { UsageError } from '#src/publish/usage-error.ts';
import { StopSending, type MailSender, type Outcome } from './sender.ts';

/** The environment variable with the server's address, whose password must be in no option: processes show their options to all. */
export const SMTP_SETTING = 'SMTP_URL';

const SHAPE = `such as smtps://user:password@mail.example.org or smtp://user:password@mail.example.org:587`;

export interface SmtpSettings {
  /** Connections at a time. */
  connections: number;
  /** The most mails in a second; undefined: as many as go. */
  rate: number | undefined;
  dkim: DkimKey | undefined;
}

/** Signs mails (RFC 6376). */
export interface DkimKey {
  domainName: string;
  keySelector: string;
  privateKey: string;
}

/** How long the server may take: RFC 5321 (4.5.3.2) allows minutes for the answer to a whole mail. */
const PATIENCE_MS = { connectionTimeout: 30_000, greetingTimeout: 60_000, socketTimeout: 600_000 };

/**
 * Sends by SMTP, over a few connections that are kept.
 * @param url normally from the environment, `smtp:` (STARTTLS) or `smtps:`
 * @throws UsageError if it is no such address
 * @throws StopSending if the server cannot be reached, or does not accept the password
 */
export async function smtpSender(url: string | undefined, settings: SmtpSettings): Promise<MailSender> {
  const server = readServer(url);
  const { connections, rate, dkim } = settings;
  const transport = createTransport({
    ...server,
    ...PATIENCE_MS,
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    // What is sent again is decided here, and noted before.
    maxRequeues: 0,
    ...(rate !== undefined && { rateLimit: rate, rateDelta: 1000 }),
    ...(dkim && { dkim }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.verify();
  } catch (error) {
    transport.close();
    throw new StopSending(`The mail server ${server.host}:${server.port} ${whyNot(error)}`);
  }
  return {
    atOnce: connections,
    deliver: async (mail: SendMailOptions): Promise<Outcome> => {
      try {
        await transport.sendMail(mail);
        return { is: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

interface Server {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  auth?: { user: string; pass: string };
}

function readServer(text: string | undefined): Server {
  if (text === undefined || text === '')
    throw new UsageError(`--to smtp needs the mail server in the environment variable ${SMTP_SETTING}, ${SHAPE}`);
  const url = URL.parse(text);
  // The address itself is not shown: its password would be in a log.
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new UsageError(`${SMTP_SETTING} is not the address of a mail server, ${SHAPE}`);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // Passwords and addresses go over no network in the open.
    requireTLS: !secure && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}

/** What nodemailer says of a failure. @see its errors.d.ts */
interface SmtpError {
  code?: string;
  /** The command that failed: `RCPT TO`. */
  command?: string;
  response?: string;
  responseCode?: number;
}

/** `550 5.1.1`; without an answer what happened to the connection: `ETIMEDOUT`. */
function codeOf({ code, response = '', responseCode }: SmtpError): string {
  if (responseCode === undefined) return /^E[A-Z0-9]+$/.test(code ?? '') ? String(code) : 'EUNKNOWN';
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  return enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`;
}

/** @throws StopSending if it is not about this recipient */
function outcomeOf(error: unknown): Outcome {
  const failure = error as SmtpError;
  const code = codeOf(failure);
  const { responseCode = 0, command = '' } = failure;
  const isRefused = responseCode >= 500;
  if (failure.code === 'EAUTH')
    throw new StopSending(`The mail server does not accept the user or the password (${code}).`);
  if (isRefused && !['RCPT TO', 'DATA'].includes(command))
    throw new StopSending(`The mail server refuses the sender for every recipient (${code}, at ${command}).`);
  return { is: isRefused ? 'refused' : 'later', code };
}

function whyNot(error: unknown): string {
  const failure = error as SmtpError;
  const code = codeOf(failure);
  if (failure.code === 'EAUTH') return `does not accept the user or the password in ${SMTP_SETTING} (${code}).`;
  if (failure.code === 'EDNS')
    return `has no address: the name of the host in ${SMTP_SETTING} is wrong, or there is no network.`;
  if (failure.code === 'ETLS')
    return `offers no safe connection (${code}): TLS is needed, unless it is on this machine.`;
  return `does not answer as it should (${code}): see whether ${SMTP_SETTING} names the right host and port.`;
}
