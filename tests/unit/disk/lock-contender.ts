import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { takeLock } from '#src/disk/lock.ts';

/**
 * A process that takes the lock over and over, for `lock.test.ts`. While it holds the lock it keeps a file that
 * nobody else may have; it prints how often somebody else was there at the same time.
 *
 * Arguments: the lock, how often to take it, and `dies` if it leaves the lock as a killed process would.
 */
const [lock = '', count = '', ending] = process.argv.slice(2);
const inside = `${lock}.inside`;
/** Short, so that many are taken; longer where the other is to meet a stale lock now and then. */
const HOLD_MS = ending === 'dies' ? 1 : 0.3;

let clashes = 0;
for (let held = 0; held < Number(count); held += 1) {
  const unlock = await takeLock(lock, () => undefined);
  if (existsSync(inside)) clashes += 1;
  else closeSync(openSync(inside, 'w'));
  for (const until = performance.now() + HOLD_MS; performance.now() < until;);
  if (!existsSync(inside)) clashes += 1;
  rmSync(inside, { force: true });
  // No process has this id: it is beyond the greatest that Linux, macOS and Windows give.
  if (ending === 'dies') writeFileSync(lock, '4294967295-1');
  else unlock();
}
console.log(clashes);
