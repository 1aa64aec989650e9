import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seeded } from '../../../scripts/lab/random.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { startMailServer } from './mail-server.ts';
import { makeAddresses, startSending, type Sent } from './sending.ts';

const KILLS = 20;
const CONNECTIONS = 4;
const KINDS = { reader: 4_790, grey: 80, drop: 60, lose: 40, gone: 30 };

it(`5,000 recipients get an issue once each, although ${KILLS} runs are killed and two run at once in the end`, async () => {
  const server = await startMailServer();
  const addresses = makeAddresses(KINDS);
  const everybody = addresses.filter((address) => !address.startsWith('gone')).toSorted();
  const folder = temporaryFolder({ 'daily.txt': `${addresses.join('\n')}\n` });
  const list = join(folder, 'daily.txt');
  const options = ['--to', 'smtp', '--wait', '0', '--connections', String(CONNECTIONS), '--list', list];
  const random = seeded(process.env['NEWSLETTER_SEED'] ?? 'newsletter');
  const said: Sent[] = [];
  const startedAt = performance.now();

  const step = everybody.length / (KILLS + 1);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const run = startSending(server.url, options);
    // Every moment between two mails is one at which it may be killed: some are before the server has answered, some after.
    await server.hasTaken(Math.round(step * (kill - 0.5) + random.between(0, step)));
    await new Promise((resolve) => setTimeout(resolve, random.between(0, 6)));
    run.child.kill('SIGKILL');
    const ended = await run.ended;
    expect(ended.code).toBe(null);
    said.push(ended);
  }
  const last = await Promise.all([startSending(server.url, options).ended, startSending(server.url, options).ended]);
  said.push(...last);

  const seconds = (performance.now() - startedAt) / 1000;
  const repeats = [...server.times.values()].reduce((sum, times) => sum + times - 1, 0);
  console.log(
    `${addresses.length} recipients, ${KILLS} kills, two runs at once, ${seconds.toFixed(0)} s: ${server.taken.size} mails by number, ` +
      `${repeats} came twice with the same number (${KINDS.lose} of them because the server broke off after taking them), ` +
      `${KINDS.gone} bounces.\n${last.map(({ stdout }) => stdout).join('---\n')}`,
  );
  expect([...server.taken.values()].map(({ recipient }) => recipient).toSorted()).toEqual(everybody);
  // A kill leaves at most one mail of each connection of which nobody knows.
  expect(repeats).toBeLessThanOrEqual(KINDS.lose + KILLS * CONNECTIONS);
  for (const { code, stdout } of last) {
    expect(code).toBe(3);
    expect(stdout).toContain(`Refused for good: ${KINDS.gone} (550 5.1.1: lines `);
  }
  const beside = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'daily.txt')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(beside.join('') + said.map(({ stdout, stderr }) => stdout + stderr).join('')).not.toContain('@');
});
