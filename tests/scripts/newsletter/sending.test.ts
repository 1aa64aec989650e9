import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.ts';
import { startMailServer } from './mail-server.ts';
import { makeAddresses, startSending } from './sending.ts';

const AT_ONCE = ['--to', 'smtp', '--wait', '0'];

/** A list outside of the project, with its options. */
function listOf(addresses: readonly string[]): { folder: string; options: string[] } {
  const folder = temporaryFolder({ 'daily.txt': `# Readers\n${addresses.join('\n')}\n` });
  return { folder, options: [...AT_ONCE, '--list', join(folder, 'daily.txt')] };
}

/** Everything that was written beside a list. */
const writtenBeside = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'daily.txt')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

describe('an issue by SMTP', () => {
  it('reaches everybody once although the server greylists, drops and refuses some, the sender is killed, and two run at once', async () => {
    const server = await startMailServer();
    const addresses = makeAddresses({ reader: 40, grey: 4, drop: 2, lose: 2, gone: 3 });
    const { folder, options } = listOf(addresses);

    const killed = startSending(server.url, options);
    await server.hasTaken(10);
    killed.child.kill('SIGKILL');
    const first = await killed.ended;
    expect(first.code).toBe(null);

    const [second, third] = await Promise.all([
      startSending(server.url, options).ended,
      startSending(server.url, options).ended,
    ]);
    const everybody = addresses.filter((address) => !address.startsWith('gone'));
    expect([...server.taken.values()].map(({ recipient }) => recipient).toSorted()).toEqual(everybody.toSorted());

    // 3: done, but for those whose mailbox is gone.
    expect([second.code, third.code]).toEqual([3, 3]);
    const gone = addresses.flatMap((address, index) => (address.startsWith('gone') ? [index + 2] : []));
    const refused = `Refused for good: 3 (550 5.1.1: lines ${gone.join(', ')}).`;
    for (const { stdout } of [second, third]) expect(stdout).toContain(refused);
    expect(
      [second, third].filter(({ stdout }) => stdout.includes(`Sent to 0; ${everybody.length} had it already.`)),
    ).toHaveLength(1);

    const said = [first, second, third].map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(said + writtenBeside(folder)).not.toContain('@');
    // What was sent before the kill is not sent again, but for what was on its way: a connection has one mail at a time.
    expect([...server.times.values()].reduce((sum, times) => sum + times - 1, 0)).toBeLessThanOrEqual(4 + 2);
  });
});
