import { readFileSync } from 'node:fs';

/**
 * The mark of this process: `<pid>-<start>`. A later process may get the same id (in a container it nearly always does), but
 * not the same start time.
 */
export function processMark(): string {
  return `${process.pid}-${statOf(process.pid)?.startedAt ?? ''}`;
}

/**
 * Whether the process that left a mark is still running: a killed build leaves its lock and its work folder behind. A process
 * checks marks before it leaves its own, so that its own id on a mark is that of a dead predecessor.
 * @param mark as {@link processMark} made it; the start may be missing
 */
export function isRunning(mark: string): boolean {
  const [pidText = '', startedAt = ''] = mark.split('-');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isThere(pid)) return false;
  const stat = statOf(pid);
  // A zombie has ended; in a container without an init it is never collected.
  return !stat || (stat.state !== 'Z' && (startedAt === '' || startedAt === stat.startedAt));
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The state of a process, and its start in clock ticks since the machine's own.
 * @returns undefined if the system has no /proc or does not show this process
 * @see proc_pid_stat(5), fields 3 and 22
 */
function statOf(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may itself hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
