import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { IssueMail } from '#src/newsletter/issue-mail.ts';
import { ListKey } from '../../../scripts/newsletter/list-key.ts';
import { readAddress } from '../../../scripts/newsletter/mail-address.ts';
import { recipientMail, type Sending } from '../../../scripts/newsletter/recipient-mail.ts';
import { emlFileSender } from '../../../scripts/newsletter/senders/eml-files.ts';
import { hostileStrings } from '../../hostile-strings.ts';
import { rounds } from '../../long.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { makeIssue } from './issue-for-tests.ts';

const KEY = new ListKey('b'.repeat(64));
const NOW = new Date('2026-11-30T12:00:00Z');
const SENDING: Sending = {
  name: 'Riviera Maya News & Events',
  from: 'news@paper.example',
  replyTo: 'desk@paper.example',
  unsubscribe: 'https://paper.example/bye?list=daily&who={token}',
  key: KEY,
};
const ANA = { address: 'ana@a.example', key: 'ana@a.example', line: 1, consented: undefined };

/** A mail as it goes out, and as a reader of mails understands it. */
async function written(issue: IssueMail, sending = SENDING, dkim?: Parameters<typeof emlFileSender>[1]) {
  const folder = temporaryFolder();
  await emlFileSender(folder, dkim).deliver(recipientMail(issue, ANA, sending, NOW));
  const [name = ''] = readdirSync(folder);
  const raw = readFileSync(join(folder, name), 'latin1');
  return { raw, head: raw.slice(0, raw.indexOf('\r\n\r\n')), mail: await simpleParser(Buffer.from(raw, 'latin1')) };
}

describe('a mail to one recipient', () => {
  it('has both parts, and says from whom, to whom and in which list it is, and how it is ended with one click', async () => {
    const { mail, head } = await written(makeIssue());
    const token = KEY.tokenOf(ANA.key);
    expect({
      from: mail.from?.value,
      to: [mail.to].flat()[0]?.value,
      replyTo: mail.replyTo?.value[0]?.address,
      subject: mail.subject,
      date: mail.date,
      messageId: mail.messageId,
    }).toEqual({
      from: [{ name: 'Riviera Maya News & Events', address: 'news@paper.example' }],
      to: [{ name: '', address: 'ana@a.example' }],
      replyTo: 'desk@paper.example',
      subject: 'The reef has a quiet morning',
      date: NOW,
      messageId: `<${KEY.messageIdOf('en/2026-11-30-daily', ANA.key)}@paper.example>`,
    });
    expect(mail.text).toContain('Fish, counted at dawn — ñandú.\n');
    expect(mail.html).toContain('<p>Fish, counted at dawn — ñandú.</p>');
    const link = `https://paper.example/bye?list=daily&who=${token}`;
    expect(mail.text).toContain(`Unsubscribe: ${link}\n`);
    expect(mail.html).toContain(`<a href="https://paper.example/bye?list=daily&amp;who=${token}">`);
    const headers = unfolded(head);
    expect(headers.get('list-unsubscribe')).toBe(
      `<${link}>, <mailto:desk@paper.example?subject=unsubscribe%20${token}>`,
    );
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('list-id')).toBe('<daily.en.newsletter.paper.example>');
    expect(headers.get('content-language')).toBe('en');
  });

  it('promises no one-click unsubscription if there is no address for it', async () => {
    const { head, mail } = await written(makeIssue(), { ...SENDING, unsubscribe: undefined });
    const link = `mailto:desk@paper.example?subject=unsubscribe%20${KEY.tokenOf(ANA.key)}`;
    expect(unfolded(head).get('list-unsubscribe')).toBe(`<${link}>`);
    expect(unfolded(head).has('list-unsubscribe-post')).toBe(false);
    expect(mail.text).toContain(link);
  });

  it('gets no other head, and no other text, from whatever stands in an issue', async () => {
    const usual = [...unfolded((await written(makeIssue())).head).keys()].toSorted();
    for (const text of hostileStrings().filter((_, index) => index % rounds(8, 1) === 0)) {
      // In a schema’s hands no line of text has a line end; here not even one that has does harm.
      const issue = makeIssue({
        subject: `${text}\r\nBcc: eve@b.example`,
        text: `${text}\n.\r\nMAIL FROM`,
        preheader: text,
      });
      const { head, mail, raw } = await written(issue, { ...SENDING, name: `${text}\r\nX-Evil: 1` });
      expect([...unfolded(head).keys()].toSorted(), text).toEqual(usual);
      expect(mail.from?.value.map(({ address }) => address)).toEqual(['news@paper.example']);
      expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(mail.attachments).toEqual([]);
    }
  });

  it('has a token that no line end in an address breaks', () => {
    for (const address of ['ana@a.example\r\nX-Evil: 1', '\r\n', '', ...hostileStrings()]) {
      expect(KEY.tokenOf(address)).toMatch(/^[\w-]{32}$/);
      expect(KEY.messageIdOf('en/x\r\n', address)).toMatch(/^[0-9a-f]{32}$/);
    }
    expect('reason' in readAddress('ana@a.example\r\nX-Evil: 1')).toBe(true);
  });

  it('is known by the same number whenever it is sent, and by another to each recipient and in each issue', () => {
    const number = (issue: string, address: string) => KEY.messageIdOf(issue, address);
    expect(number('en/1', 'a@a.example')).toBe(number('en/1', 'a@a.example'));
    expect(
      new Set([number('en/1', 'a@a.example'), number('en/1', 'b@a.example'), number('en/2', 'a@a.example')]).size,
    ).toBe(3);
    expect(number('en/1', 'a@a.example')).not.toBe(new ListKey('c'.repeat(64)).messageIdOf('en/1', 'a@a.example'));
  });

  it('is signed if there is a key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 1024,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const { head } = await written(makeIssue(), SENDING, {
      domainName: 'paper.example',
      keySelector: 'mail',
      privateKey,
    });
    const signature = unfolded(head).get('dkim-signature') ?? '';
    expect(signature).toMatch(/d=paper\.example; .*s=mail;/);
    expect(signature).toMatch(/h=[\w:-]*from[\w:-]*list-unsubscribe/i);
  });
});

/** The fields of a head by their names. */
function unfolded(head: string): Map<string, string> {
  return new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
}
