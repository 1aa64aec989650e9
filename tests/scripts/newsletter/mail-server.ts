import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A mail that the server has taken. */
export interface Taken {
  recipient: string;
  /** The whole mail, as it came. */
  raw: Buffer;
}

/** What a mailbox does, by the first word of its address: `grey-4@…`. All others take everything. */
const MANNERS = {
  /** Says “later” the first time. */
  grey: { rcpt: [451] },
  /** Says “later” each time. */
  never: { rcpt: [451, 451, 451, 451, 451, 451, 451, 451, 451, 451] },
  /** Does not exist. */
  gone: { rcpt: [550, 550, 550] },
  /** Breaks the connection when it is named. */
  drop: { rcpt: ['drop'] },
  /** Takes the mail, and breaks the connection before it says so. */
  lose: { data: ['drop'] },
} as const satisfies Record<string, { rcpt?: readonly (number | 'drop')[]; data?: readonly 'drop'[] }>;

/** The enhanced codes of RFC 3463. */
const ENHANCED: Readonly<Record<number, string>> = { 451: '4.7.1', 550: '5.1.1' };

/** A real SMTP server on this machine that remembers what it has taken. */
export interface MailServer {
  url: string;
  /** By Message-ID: servers that drop a mail which they have got already go by it. The last of each. */
  taken: Map<string, Taken>;
  /** How often each Message-ID came. */
  times: Map<string, number>;
  /** Resolves as soon as so many mails were taken. */
  hasTaken: (count: number) => Promise<void>;
  /** How many times recipients were named. */
  asked: () => number;
}

export async function startMailServer(): Promise<MailServer> {
  const taken = new Map<string, Taken>();
  const times = new Map<string, number>();
  const asked = new Map<string, number>();
  const waiting: { count: number; done: () => void }[] = [];
  let total = 0;

  /** What happens to this try of a recipient. */
  const nextManner = (step: 'rcpt' | 'data', recipient: string): number | 'drop' | undefined => {
    const key = `${step} ${recipient}`;
    const before = asked.get(key) ?? 0;
    asked.set(key, before + 1);
    const manner = (MANNERS as Record<string, { rcpt?: readonly (number | 'drop')[]; data?: readonly 'drop'[] }>)[
      recipient.split('-')[0] ?? ''
    ];
    return manner?.[step]?.[before];
  };
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, session, done) {
      const manner = nextManner('rcpt', address);
      if (manner === 'drop') return breakOff(session);
      // As servers do, it repeats the address: none may get into a log.
      done(
        manner === undefined
          ? null
          : Object.assign(new Error(`${ENHANCED[manner]} <${address}> not now`), { responseCode: manner }),
      );
    },
    onData(stream, session, done) {
      void buffer(stream).then(
        (raw) => {
          const recipient = session.envelope.rcptTo[0]?.address ?? '';
          const [, id = ''] = /^Message-ID:\s*<([^>]+)>/im.exec(raw.toString('latin1')) ?? [];
          taken.set(id, { recipient, raw });
          times.set(id, (times.get(id) ?? 0) + 1);
          total += 1;
          for (const waiter of waiting) if (total >= waiter.count) waiter.done();
          if (nextManner('data', recipient) === 'drop') breakOff(session);
          else done();
          // A client that is killed in the middle of a mail.
        },
        () => undefined,
      );
    },
  });
  const breakOff = ({ id }: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.session.id === id) connection._socket.destroy();
  };
  // A client that is killed breaks its connections off.
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    taken,
    times,
    hasTaken: (count) =>
      total >= count
        ? Promise.resolve()
        : new Promise<void>((done) => waiting.push({ count: total >= count ? 0 : count, done })),
    asked: () => [...asked].reduce((sum, [key, count]) => (key.startsWith('rcpt') ? sum + count : sum), 0),
  };
}
