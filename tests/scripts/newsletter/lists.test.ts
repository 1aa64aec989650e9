import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../scripts/newsletter/ledger.ts';
import { listKey } from '../../../scripts/newsletter/list-key.ts';
import { readAddress } from '../../../scripts/newsletter/mail-address.ts';
import { readList } from '../../../scripts/newsletter/read-list.ts';
import { hostileStrings } from '../../hostile-strings.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';

describe('an address', () => {
  it('is one in every spelling: capitals, an accented domain, a letter of two characters', () => {
    expect(readAddress(' Ana.Pech+news@PERIÓDICO.example ')).toEqual({
      text: 'Ana.Pech+news@xn--peridico-y3a.example',
      key: 'ana.pech+news@xn--peridico-y3a.example',
    });
    expect(readAddress('ñandú@a.example')).toEqual(readAddress('n\u0303andu\u0301@a.example'));
  });

  it.each([
    ['ana@a.example\r\nBcc: eve@b.example', 'has a line end or another control character in it'],
    ['ana@a.example\n', 'has a line end or another control character in it'],
    ['ana\u2028@a.example', 'has a line end or another control character in it'],
    ['', 'is empty'],
    ['ana.a.example', 'has no @ with a name before it'],
    ['@a.example', 'has no @ with a name before it'],
    ['Ana Pech <ana@a.example>', 'has a sign before the @ that no usual address has'],
    ['ana..pech@a.example', 'has a sign before the @ that no usual address has'],
    ['"ana"@a.example', 'has a sign before the @ that no usual address has'],
    ['ana@localhost', 'has no domain after the @'],
    ['ana@[192.0.2.1]', 'has no domain after the @'],
    ['ana@a.example>', 'has no domain after the @'],
    [`${'a'.repeat(65)}@a.example`, 'is longer than an address can be'],
  ])('is not “%s”', (text, reason) => {
    expect(readAddress(text)).toEqual({ reason });
  });

  it('never has a line end or a space in it, whatever is written', () => {
    const texts = hostileStrings().flatMap((text) => [
      text,
      `${text}@a.example`,
      `ana@${text}`,
      `ana@a.example${text}`,
    ]);
    const addresses = texts.map(readAddress).flatMap((read) => ('text' in read ? [read.text] : []));
    expect(addresses.filter((address) => /[\s\p{Cc}<>",;:]/u.test(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(3);
  });
});

describe('a list', () => {
  it('is an address a line, with comments, each address once, and names what is wrong by its line', () => {
    const text = '\ufeff# Readers\r\nana@a.example\r\n\r\nANA@A.example\r\nnobody\r\nbo@b.example,2026-01-05\r\n';
    expect(readList(text)).toEqual({
      recipients: [
        { address: 'ana@a.example', key: 'ana@a.example', line: 2, consented: undefined },
        { address: 'bo@b.example', key: 'bo@b.example', line: 6, consented: '2026-01-05' },
      ],
      faults: [{ line: 5, reason: 'has no @ with a name before it' }],
      repeats: 1,
      inactive: 0,
    });
  });

  it.each([
    [
      'Mailchimp',
      'Email Address,First Name,OPTIN_TIME,CONFIRM_TIME,NOTES\nana@a.example,Ana,2025-01-01 09:00:00,2025-01-02 10:00:00,"a, ""b""\nc"\nbo@b.example,Bo,2025-02-01 09:00:00,,\n',
    ],
    [
      'Substack',
      'email,active_subscription,expiry,plan,email_disabled,created_at\nana@a.example,false,,,false,2025-01-02T10:00:00.000Z\ngone@c.example,true,,,true,2025-01-01T10:00:00.000Z\nbo@b.example,true,,,false,2025-02-01T10:00:00.000Z\n',
    ],
    [
      'listmonk',
      'uuid,email,name,attributes,status,created_at\n1,ana@a.example,Ana,"{""a"": 1}",enabled,2025-01-02T10:00:00Z\n2,gone@c.example,C,{},blocklisted,2025-01-01T10:00:00Z\n3,bo@b.example,Bo,{},enabled,2025-02-01T10:00:00Z\n',
    ],
    [
      'a Spanish spreadsheet',
      'Nombre;Correo electrónico;consented\nAna;ana@a.example;2025-01-02\nBo;bo@b.example;2025-02-01\n',
    ],
  ])('is read from %s’s table, with the day of consent and without those who are to get nothing', (_, text) => {
    const { recipients, faults } = readList(text);
    expect(recipients.map(({ address, consented }) => `${address} ${consented}`)).toEqual([
      'ana@a.example 2025-01-02',
      'bo@b.example 2025-02-01',
    ]);
    expect(faults).toEqual([]);
  });

  it('takes no address from a cell with a line end, and finds the line of the next one', () => {
    const { recipients, faults } = readList(
      'email,name\n"ana@a.example\nBcc: eve@b.example",x\nbo@b.example,y\n"open@c.example\n',
    );
    expect(recipients.map(({ address, line }) => [address, line])).toEqual([['bo@b.example', 4]]);
    expect(faults).toEqual([
      { line: 2, reason: 'has a line end or another control character in it' },
      { line: 5, reason: 'has a quotation mark that is never closed' },
    ]);
  });
});

describe('npm run newsletter -- list', () => {
  const list = (path: string, ...options: string[]) => callScript('newsletter/list', [...options, '--list', path]);

  it('keeps a list in order, with comments and days of consent, and brings nobody back by an import', async () => {
    const folder = temporaryFolder({
      'daily.csv': '# The daily in English\nzoe@z.example\nana@a.example\n',
      'export.csv': 'Email Address,CONFIRM_TIME\nBO@b.example,2025-02-01 10:00:00\nana@a.example,2025-01-01 10:00:00\n',
    });
    const path = join(folder, 'daily.csv');
    const importing = ['import', join(folder, 'export.csv')];
    expect((await list(path, ...importing)).stdout).toBe('1 added, 1 there already. The list has 3 addresses.\n');
    expect(readFileSync(path, 'utf8')).toBe(
      '# The daily in English\nemail,consented\nana@a.example,\nBO@b.example,2025-02-01\nzoe@z.example,\n',
    );
    expect((await list(path, 'remove', 'bo@B.example', 'nobody@x.example')).stdout).toBe(
      '1 removed, 1 not on the list. The list has 2 addresses.\n',
    );
    expect((await list(path, ...importing)).stdout).toBe(
      '1 there already, 1 not taken in, because they have left the list. The list has 2 addresses.\n',
    );
    expect((await list(path, 'count')).stdout).toBe(
      '2 on the list, 0 of them with a mailbox that is gone; 2 have left.\n',
    );
    // Bo has asked for it again.
    expect((await list(path, 'add', 'bo@b.example')).stdout).toBe('1 added. The list has 3 addresses.\n');
    expect(readFileSync(path, 'utf8')).toMatch(/^bo@b\.example,20\d\d-\d\d-\d\d$/m);
    expect(readFileSync(`${path}.removed`, 'utf8')).not.toContain('@');
  });

  it('removes whoever has the token of a link, and those whose mailbox is gone', async () => {
    const path = join(temporaryFolder({ 'daily.txt': 'ana@a.example\nbo@b.example\ncy@c.example\n' }), 'daily.txt');
    const key = listKey(`${path}.key`);
    const place = { folder: `${path}.ledger`, issue: 'en/2026-11-30-daily', keyMark: key.mark };
    const ledger = await Ledger.open(place, () => new Date('2026-11-30T12:00:00Z'));
    await ledger.note(key.hashOf('bo@b.example'), 'refused', '550 5.1.1');
    await ledger.note(key.hashOf('cy@c.example'), 'refused', '552 5.2.2');
    await ledger.close();
    expect((await list(path, 'remove', '--bounced')).stdout).toBe('1 removed. The list has 2 addresses.\n');
    const token = key.tokenOf('ana@a.example');
    expect((await list(path, 'remove', '--token', token)).stdout).toBe('1 removed. The list has 1 address.\n');
    expect((await list(path, 'remove', '--token', 'x')).stdout).toBe('1 not on the list. The list has 1 address.\n');
    expect(readFileSync(path, 'utf8')).toBe('email,consented\ncy@c.example,\n');
  });

  it('refuses a list inside the project or another repository, and one of which something would be lost', async () => {
    const inside = await list('src/readers.txt', 'add', 'ana@a.example');
    expect([inside.status, inside.stderr]).toEqual([2, expect.stringContaining('it is inside a repository') as string]);
    const folder = temporaryFolder({
      'notes/daily.txt': '',
      'bad.txt': 'ana@a.example\nnobody\n',
      'wide.csv': 'email,name\na@a.example,A\n',
    });
    mkdirSync(join(folder, 'notes', '.git'));
    expect((await list(join(folder, 'notes', 'daily.txt'), 'count')).stderr).toContain('inside a repository');
    expect((await list(join(folder, 'bad.txt'), 'add', 'bo@b.example')).stderr).toContain(
      'bad.txt:2: this line has no @ with a name before it. Correct it first: it would be lost.',
    );
    expect((await list(join(folder, 'wide.csv'), 'add', 'bo@b.example')).stderr).toContain(
      'has columns that would be lost',
    );
  });

  it('takes no address with a line end from the call, and says which one it was without naming it', async () => {
    const path = join(temporaryFolder(), 'daily.csv');
    const { status, stdout, stderr } = await list(path, 'add', 'bo@b.example', 'ana@a.example\r\nBcc: eve@e.example');
    expect([status, stderr]).toEqual([
      3,
      'the call:2  this line has a line end or another control character in it: it is left out\n',
    ]);
    expect(stdout).toBe('1 added. The list has 1 address.\n');
  });

  it.each([
    [['add'], 'expected add <address|-> …'],
    [['mend'], 'mend: expected add, remove, import or count'],
    [['count', 'x'], 'expected add'],
    [['remove', '--bounced', 'ana@a.example'], 'expected addresses, or --token, or --bounced'],
    [['add', 'ana@a.example', '--bounced'], '--token and --bounced belong to “remove”'],
  ])('says how it is called after %j', async (options, message) => {
    const path = join(temporaryFolder({ 'daily.csv': '' }), 'daily.csv');
    const { status, stderr } = await list(path, ...options);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message) as string]);
  });
});

describe('the ledger', () => {
  const place = (folder: string, keyMark = 'a1') => ({ folder, issue: 'en/2026-11-30-daily', keyMark });
  const NOW = () => new Date('2026-11-30T12:00:00Z');
  const ANA = '0'.repeat(32);
  const BO = '1'.repeat(32);

  it('forgets a line that a kill has cut off, and nothing before it', async () => {
    const folder = temporaryFolder();
    const first = await Ledger.open(place(folder), NOW);
    await Promise.all([first.note(ANA, 'intent'), first.note(BO, 'intent')]);
    await first.note(ANA, 'sent');
    await first.close();
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    const whole = readFileSync(path, 'utf8');
    for (let length = whole.length; length >= 0; length -= 7) {
      writeFileSync(path, whole.slice(0, length));
      const ledger = await Ledger.open(place(folder), NOW);
      const lines = whole.slice(0, length).split('\n').slice(1, -1);
      expect(ledger.of(ANA)?.state).toBe(lines.findLast((line) => line.includes(ANA))?.split(' ')[2]);
      await ledger.close();
    }
  });

  it('refuses to say who has got an issue if it is damaged, or of another secret', async () => {
    const folder = temporaryFolder();
    const ledger = await Ledger.open(place(folder), NOW);
    await ledger.note(ANA, 'sent');
    await ledger.close();
    await expect(Ledger.open(place(folder, 'b2'), NOW)).rejects.toThrow('made with another secret');
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    writeFileSync(path, `${readFileSync(path, 'utf8')}scribble\n`);
    await expect(Ledger.open(place(folder), NOW)).rejects.toThrow(`${path}:3: this line is damaged`);
  });
});
