import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { removeStale, takeLock, tryLock } from '#src/disk/lock.ts';
import { rounds } from '../../long.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** A test that hangs is ended by Vitest. */
const FOREVER = { timeout: 3_600_000, interval: 10 };

const lockIn = (folder: string) => join(folder, 'work.lock');

describe('a lock', () => {
  it('is held with the process’s id in it, and given back without a trace', async () => {
    const lock = lockIn(temporaryFolder());
    const unlock = await takeLock(lock, neverWait);
    expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid}-\\d*$`));
    unlock();
    expect(readdirSync(dirname(lock))).toEqual([]);
  });

  it('is taken at once or not at all, if that is asked for', () => {
    const lock = lockIn(temporaryFolder());
    const unlock = tryLock(lock);
    expect(tryLock(lock)).toBeUndefined();
    unlock?.();
    tryLock(lock)?.();
    expect(existsSync(lock)).toBe(false);
    expect(tryLock(lockIn(temporaryFolder({ 'work.lock': '4294967295-1' })))).toBeDefined();
  });

  it('is taken though another process removes its folder again and again', async () => {
    const folder = join(temporaryFolder(), 'records');
    const remove = `const { rmSync } = require('node:fs'); console.log('begun');
      for (;;) try { rmSync(process.argv[1], { recursive: true, force: true }) } catch {}`;
    const remover = spawn(process.execPath, ['-e', remove, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void remover.kill());
    await once(remover.stdout, 'data');
    for (let round = 0; round < rounds(200, 5_000); round += 1) (await takeLock(lockIn(folder), () => undefined))();
    expect(remover.exitCode).toBeNull();
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
    'is taken over if its id has since been given to another process',
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
    const zombie = pid.toString().trim();
    await vi.waitUntil(() => readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z '), FOREVER);
    const lock = lockIn(temporaryFolder({ 'work.lock': zombie }));
    (await takeLock(lock, neverWait))();
    expect(existsSync(lock)).toBe(false);
  });

  it.each(['4294967295-1', '4294967295', '', 'scribble'])('is taken over if no process left it: “%s”', async (mark) => {
    const lock = lockIn(temporaryFolder({ 'work.lock': mark }));
    (await takeLock(lock, neverWait))();
    expect(existsSync(lock)).toBe(false);
  });

  it('is waited for while its process is at work, and the wait is reported once', async () => {
    const pid = bystander();
    const lock = lockIn(temporaryFolder({ 'work.lock': String(pid) }));
    const told: number[] = [];
    const unlock = await takeLock(lock, (holder) => {
      told.push(holder);
      expect(readFileSync(lock, 'utf8')).toBe(String(pid));
      // After the waiting process has looked a second time.
      setTimeout(() => process.kill(pid), 700);
    });
    unlock();
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
    const seen = new Set<string>();
    // A busy machine may look only while nobody holds it.
    while (seen.size === 0) {
      let isOver = false;
      const contending = contend(lock, 'lives').finally(() => (isOver = true));
      while (!isOver) {
        if (existsSync(lock)) seen.add(readOrNothing(lock));
        await setImmediate();
      }
      await contending;
      seen.delete('nothing');
    }
    expect([...seen]).toEqual([expect.stringMatching(/^\d+-\d*$/)]);
  });

  it.each([
    ['of four that take it and give it back', 4, 'lives'],
    ['of two that are killed while they hold it', 2, 'dies'],
  ])('is held by only one %s', async (_, contenders, ending) => {
    const lock = lockIn(temporaryFolder());
    const clashes = await Promise.all(Array.from({ length: contenders }, () => contend(lock, ending)));
    expect(clashes).toEqual(clashes.map(() => 0));
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
  const child = spawn('sleep', ['1000'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  if (!child.pid) throw new Error('no process could be started');
  return child.pid;
}

/** @returns how often somebody else was there while the lock was held */
async function contend(lock: string, ending: string): Promise<number> {
  const contender = join(import.meta.dirname, 'lock-contender.ts');
  const child = spawn(process.execPath, [contender, lock, String(rounds(60, 3_000)), ending]);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (errors) throw new Error(errors);
  return Number.parseInt(output, 10);
}
