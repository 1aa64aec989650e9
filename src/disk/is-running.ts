import { readFileSync } from 'node:fs';

/**
 * What this process leaves on what it holds: `<pid>-<start>`. A later process may be given the same id (in a container it
 * nearly always is), but not the same moment to start at.
 */
export function processMark(): string {
  return `${process.pid}-${statOf(process.pid)?.startedAt ?? ''}`;
}

/**
 * Whether the process that left a mark is still at work: a killed build leaves its lock and its work folder behind. A
 * process looks for others' marks before it leaves one, so its own id on a mark is that of a dead predecessor.
 * @param mark as {@link processMark} made it; the start may be missing
 */
export function isRunning(mark: string): boolean {
  const [pidText = '', startedAt = ''] = mark.split('-');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isThere(pid)) return false;
  const stat = statOf(pid);
  // A zombie has ended; in a container without an init nobody ever collects it.
  return !stat || (stat.state !== 'Z' && (startedAt === '' || startedAt === stat.startedAt));
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * What Linux tells of a process: its state, and its start in clock ticks since the machine's own.
 * @returns undefined where the system has no /proc or does not show this process
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
