import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { takeLock } from '#src/disk/lock.ts';

/**
 * A process that takes the lock over and over, for `lock.test.ts`. While it holds the lock it keeps a file that
 * nobody else may have; it prints how often it held the lock, and how often somebody else was there at the same time.
 *
 * Arguments: the lock, for how many milliseconds, and `dies` where it leaves the lock as a killed process would.
 */
const [lock = '', duration = '', ending] = process.argv.slice(2);
const inside = `${lock}.inside`;
/** Short, so that many are taken; longer where the other is to meet a stale lock now and then. */
const HOLD_MS = ending === 'dies' ? 1 : 0.3;

const counts = { held: 0, clashes: 0 };
for (const end = Date.now() + Number(duration); Date.now() < end;) {
  const unlock = await takeLock(lock, () => undefined);
  counts.held += 1;
  if (existsSync(inside)) counts.clashes += 1;
  else closeSync(openSync(inside, 'w'));
  for (const until = performance.now() + HOLD_MS; performance.now() < until;);
  if (!existsSync(inside)) counts.clashes += 1;
  rmSync(inside, { force: true });
  // No process has this id: it is beyond the greatest that Linux, macOS and Windows give.
  if (ending === 'dies') writeFileSync(lock, '4294967295-1');
  else unlock();
}
console.log(JSON.stringify(counts));
