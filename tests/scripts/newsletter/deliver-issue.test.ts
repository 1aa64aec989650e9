import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deliverIssue, type Again } from '../../../scripts/newsletter/deliver-issue.ts';
import { deliveryText } from '../../../scripts/newsletter/delivery-report.ts';
import { Ledger } from '../../../scripts/newsletter/ledger.ts';
import { ListKey } from '../../../scripts/newsletter/list-key.ts';
import { readList } from '../../../scripts/newsletter/read-list.ts';
import { StopSending, type MailSender, type Outcome } from '../../../scripts/newsletter/senders/sender.ts';
import { smtpSender } from '../../../scripts/newsletter/senders/smtp.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { makeIssue } from './issue-for-tests.ts';
import { startMailServer } from './mail-server.ts';
import { makeAddresses } from './sending.ts';

const KEY = new ListKey('a'.repeat(64));
const NOW = new Date('2026-11-30T12:00:00Z');
const SENDING = {
  name: 'Paper',
  from: 'news@paper.example',
  replyTo: 'desk@paper.example',
  unsubscribe: undefined,
  key: KEY,
};
const QUIET = { stage: () => undefined, update: () => undefined, end: () => undefined };
const AGAIN: Again = { unsure: true, refused: false };

/** Sends to a list, with the record in a folder. */
async function deliver({
  folder,
  addresses,
  sender,
  again = AGAIN,
  retries = 0,
}: {
  folder: string;
  addresses: readonly string[];
  sender: MailSender;
  again?: Again;
  retries?: number;
}) {
  const issue = makeIssue();
  const ledger = await Ledger.open({ folder: join(folder, 'ledger'), issue: issue.id, keyMark: KEY.mark }, () => NOW);
  const report = await deliverIssue({
    ...{ issue, ledger, sender, again, sending: SENDING, progress: QUIET },
    recipients: readList(addresses.join('\n')).recipients,
    patience: { retries, waitSeconds: 0 },
    clock: () => NOW,
    signal: new AbortController().signal,
  });
  await ledger.close();
  return report;
}

/** A sender that answers as it is told, and remembers whom it was given. */
function answering(answer: (recipient: string, turn: number) => Outcome | Error): MailSender & { given: string[] } {
  const given: string[] = [];
  return {
    given,
    atOnce: 1,
    deliver: ({ envelope }) => {
      const recipient = String([envelope?.to].flat()[0]);
      given.push(recipient);
      const outcome = answer(recipient, given.length);
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    close: () => undefined,
  };
}

const SENT: Outcome = { is: 'sent' };

describe('a run', () => {
  it('asks a server again that says “later”, and leaves those who say so to the end to the next run', async () => {
    const server = await startMailServer();
    const sender = await smtpSender(server.url, { connections: 2, rate: undefined, dkim: undefined });
    onTestFinished(() => sender.close());
    const folder = temporaryFolder();
    const addresses = makeAddresses({ reader: 3, grey: 2, never: 2 });
    const first = await deliver({ folder, addresses, sender, retries: 2 });
    expect({ sent: first.sent, later: first.later.map(({ code }) => code) }).toEqual({
      sent: 5,
      later: ['451 4.7.1', '451 4.7.1'],
    });
    const before = server.asked();
    const second = await deliver({ folder, addresses, sender });
    expect([second.before, second.later.length, server.asked() - before]).toEqual([5, 2, 2]);
    expect(deliveryText(second, AGAIN)).toMatch(
      /^Sent to 0; 5 had it already\.\nNot accepted yet: 2 \(451 4\.7\.1: lines \d, \d\)\. Run it again: only these are asked\.$/,
    );
  });

  it('does not ask those again whose server has refused the issue, unless it is told to', async () => {
    const folder = temporaryFolder();
    const addresses = ['ana@a.example', 'bo@b.example'];
    const refusing = answering((recipient) =>
      recipient === 'bo@b.example' ? { is: 'refused', code: '550 5.1.1' } : SENT,
    );
    await deliver({ folder, addresses, sender: refusing });
    const second = await deliver({ folder, addresses, sender: refusing });
    expect(second.refused).toEqual([{ line: 2, code: '550 5.1.1' }]);
    expect(refusing.given).toEqual(addresses);
    const third = await deliver({
      folder,
      addresses,
      sender: answering(() => SENT),
      again: { unsure: true, refused: true },
    });
    expect([third.sent, third.refused]).toEqual([1, []]);
  });

  it('sends again to those to whom a killed run may have sent, or does not, as it is told, and says so', async () => {
    const folder = temporaryFolder();
    const place = { folder: join(folder, 'ledger'), issue: makeIssue().id, keyMark: KEY.mark };
    const ledger = await Ledger.open(place, () => NOW);
    await ledger.note(KEY.hashOf('ana@a.example'), 'intent');
    await ledger.close();
    const addresses = ['ana@a.example', 'bo@b.example'];
    const skipping = answering(() => SENT);
    const again = { unsure: false, refused: false };
    const first = await deliver({ folder, addresses, sender: skipping, again });
    expect(skipping.given).toEqual(['bo@b.example']);
    expect(deliveryText(first, again)).toBe(
      'Sent to 1.\nAn earlier run was ended while 1 mail was on the way. These were not sent again (--unsure skip).',
    );
    const repeating = answering(() => SENT);
    const second = await deliver({ folder, addresses, sender: repeating });
    expect(repeating.given).toEqual(['ana@a.example']);
    expect(deliveryText(second, AGAIN)).toContain('sent again with the same number (Message-ID)');
  });

  it('stops at what keeps every mail from going out, and blames no recipient for it', async () => {
    const folder = temporaryFolder();
    const addresses = makeAddresses({ reader: 5 });
    const failing = answering((_, turn) => (turn === 2 ? new StopSending('The password is wrong.') : SENT));
    const first = await deliver({ folder, addresses, sender: failing, retries: 3 });
    expect(failing.given).toHaveLength(2);
    expect(deliveryText(first, AGAIN)).toBe(
      'Sent to 1.\nThe password is wrong. 4 were not asked: run it again, and it goes on with them.',
    );
    const second = await deliver({ folder, addresses, sender: answering(() => SENT) });
    expect([second.before, second.sent]).toEqual([1, 4]);
  });

  it('stops if a server refuses one after the other, before it takes a whole list for bounces', async () => {
    const addresses = makeAddresses({ reader: 60 });
    const refusing = answering(() => ({ is: 'refused', code: '554 5.7.1' }));
    const report = await deliver({ folder: temporaryFolder(), addresses, sender: refusing });
    expect(refusing.given).toHaveLength(20);
    expect(report.stopped).toContain('refused 20 mails one after the other (554 5.7.1)');
    expect(report.left).toBe(40);
  });
});
