import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { removeStale, takeLock } from '#src/disk/lock.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const lockIn = (folder: string) => join(folder, 'work.lock');

describe('a lock', { timeout: 20_000 }, () => {
  it('is held with the process’s id in it, and given back without a trace', async () => {
    const lock = lockIn(temporaryFolder());
    const unlock = await takeLock(lock, neverWait);
    expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid}-\\d*$`));
    unlock();
    expect(readdirSync(dirname(lock))).toEqual([]);
  });

  it.each(['', '-1', '-987654321'])(
    'is taken over from a dead predecessor that had this process’s own id (start “%s”)',
    async (start) => {
      const lock = lockIn(temporaryFolder({ 'work.lock': `${process.pid}${start}` }));
      (await takeLock(lock, neverWait))();
      expect(existsSync(lock)).toBe(false);
    },
  );

  it.runIf(existsSync('/proc/self/stat'))(
    'is taken over where its id has since been given to somebody else',
    async () => {
      const lock = lockIn(temporaryFolder({ 'work.lock': `${bystander()}-1` }));
      (await takeLock(lock, neverWait))();
      expect(existsSync(lock)).toBe(false);
    },
  );

  it.runIf(existsSync('/proc/self/stat'))('is taken over from a killed process that nobody has collected', async () => {
    // Once it is `sleep`, the shell no longer asks after what it started.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void parent.kill());
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    await new Promise((resolve) => setTimeout(resolve, 400));
    const lock = lockIn(temporaryFolder({ 'work.lock': pid.toString().trim() }));
    (await takeLock(lock, neverWait))();
    expect(existsSync(lock)).toBe(false);
  });

  it.each(['4294967295-1', '4294967295', '', 'scribble'])(
    'is taken over where no process left it: “%s”',
    async (mark) => {
      const lock = lockIn(temporaryFolder({ 'work.lock': mark }));
      (await takeLock(lock, neverWait))();
      expect(existsSync(lock)).toBe(false);
    },
  );

  it('is waited for while its process is at work, and the wait is told once', async () => {
    const pid = bystander();
    const lock = lockIn(temporaryFolder({ 'work.lock': String(pid) }));
    const told: number[] = [];
    const taking = takeLock(lock, (holder) => told.push(holder));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(readFileSync(lock, 'utf8')).toBe(String(pid));
    process.kill(pid);
    (await taking)();
    expect(told).toEqual([pid]);
  });

  it('is not given back by a process that no longer holds it', async () => {
    const lock = lockIn(temporaryFolder());
    const unlock = await takeLock(lock, neverWait);
    writeFileSync(lock, 'somebody else’s');
    unlock();
    expect(readFileSync(lock, 'utf8')).toBe('somebody else’s');
  });

  it('is not taken from a living waiter by another that saw the dead predecessor’s lock just before', () => {
    const lock = lockIn(temporaryFolder({ 'work.lock': '1234-1' }));
    removeStale(lock, '4294967295-1', '5678-1');
    expect(readFileSync(lock, 'utf8')).toBe('1234-1');
    removeStale(lock, '1234-1', '5678-1');
    removeStale(lock, '1234-1', '5678-1');
    expect(readdirSync(dirname(lock))).toEqual([]);
  });

  it('is never seen without its holder’s mark in it', async () => {
    const lock = lockIn(temporaryFolder());
    const contending = contend(lock, 1500, 'lives');
    const seen = new Set<string>();
    for (const end = Date.now() + 1500; Date.now() < end;) {
      if (existsSync(lock)) seen.add(readOrNothing(lock));
    }
    expect((await contending).held).toBeGreaterThan(20);
    seen.delete('nothing');
    expect([...seen]).toEqual([expect.stringMatching(/^\d+-\d*$/)]);
  });

  it.each([
    ['of four that take it and give it back', 4, 'lives'],
    ['of two that are killed while they hold it', 2, 'dies'],
  ])('is held by only one %s', async (_, contenders, ending) => {
    const lock = lockIn(temporaryFolder());
    const counts = await Promise.all(Array.from({ length: contenders }, () => contend(lock, 3000, ending)));
    expect(counts.reduce((sum, { held }) => sum + held, 0)).toBeGreaterThan(20);
    expect(counts.reduce((sum, { clashes }) => sum + clashes, 0)).toBe(0);
  });
});

function neverWait(pid: number): void {
  throw new Error(`waits for process ${pid}`);
}

/** The lock may have been given back since it was seen. */
function readOrNothing(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return 'nothing';
  }
}

/** A process that does nothing until the test ends. */
function bystander(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  if (!child.pid) throw new Error('no process could be started');
  return child.pid;
}

async function contend(lock: string, milliseconds: number, ending: string) {
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'lock-contender.ts'),
    lock,
    String(milliseconds),
    ending,
  ]);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (errors) throw new Error(errors);
  return JSON.parse(output) as { held: number; clashes: number };
}
