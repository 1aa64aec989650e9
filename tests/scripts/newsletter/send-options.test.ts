import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newsletterSettingsSchema } from '#src/schemas/newsletter-settings.ts';
import { readSendRequest, type sendCommand } from '../../../scripts/newsletter/send-options.ts';
import type { Values } from '../../../scripts/shared/command-line.ts';

const SETTINGS = newsletterSettingsSchema.parse({ from: 'news@paper.example', editions: {} });
const NOW = new Date('2026-11-30T12:03:00Z');
const LIST = join('/srv', 'newsletter', 'daily.csv');

const read = (values: Values<keyof typeof sendCommand.options>, words: readonly string[] = ['2026-11-30-daily']) =>
  readSendRequest(values, words, SETTINGS, NOW);

describe('npm run newsletter -- send', () => {
  it('needs an issue, a place and a list, and has usual values for everything else', () => {
    expect(read({ to: 'smtp', list: LIST })).toMatchObject({
      ...{ id: '2026-11-30-daily', locale: 'en', target: { kind: 'smtp' }, list: LIST, connections: 4 },
      ...{ again: { unsure: true, refused: false }, patience: { retries: 4, waitSeconds: 60 }, isDryRun: false },
    });
  });

  it('plans an issue for the next quarter of an hour that a service can keep', () => {
    expect(read({ to: 'mailchimp', schedule: 'soon' }).schedule).toEqual(new Date('2026-11-30T12:15:00Z'));
    const late = readSendRequest(
      { to: 'mailchimp', schedule: 'soon' },
      ['x'],
      SETTINGS,
      new Date('2026-11-30T12:12:00Z'),
    );
    expect(late.schedule).toEqual(new Date('2026-11-30T12:30:00Z'));
  });

  it.each([
    [
      { to: 'smtp', list: LIST },
      [],
      'expected the name of one issue: npm run newsletter -- send 2026-11-30-daily --lang en',
    ],
    [{ to: 'smtp', list: LIST }, ['../x'], 'expected the name of one issue'],
    [{ list: LIST }, undefined, '--to is missing: expected smtp, file:<folder>, buttondown, listmonk, mailchimp'],
    [{ to: 'post', list: LIST }, undefined, '--to post: expected smtp'],
    [{ to: 'smtp' }, undefined, '--list <file> is missing'],
    [{ to: 'file:dist/mails', list: LIST }, undefined, '--to file: dist/mails: it is inside a repository'],
    [{ to: 'listmonk', list: LIST }, undefined, '--list: listmonk sends to its own list'],
    [
      { to: 'smtp', list: LIST, schedule: '2026-12-01T07:00' },
      undefined,
      '--schedule: only a service sends later by itself',
    ],
    [{ to: 'listmonk', schedule: '2026-11-29T07:00' }, undefined, '--schedule 2026-11-29T07:00: that is over'],
    [{ to: 'smtp', list: LIST, unsure: 'maybe' }, undefined, '--unsure maybe: expected again or skip'],
    [{ to: 'smtp', list: LIST, rate: '0' }, undefined, '--rate 0: expected a whole number from 1 to 10000'],
    [
      { to: 'smtp', list: LIST, 'dkim-key': 'key.pem' },
      undefined,
      '--dkim-key <file> and --dkim-selector <name> belong together',
    ],
  ] as const)('refuses %j %j', (values, words, message) => {
    expect(() => read(values, words)).toThrow(message);
  });
});
