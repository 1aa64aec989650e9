import { readdirSync, readFileSync } from 'node:fs';

/**
 * The memory that a process and all its descendants occupy now: the sum of their proportional set sizes, in which a page
 * that several share is counted once in all.
 * @param root process id
 * @returns bytes; undefined if the system does not say (no /proc) or the process has ended
 * @see proc_pid_smaps(5), /proc/pid/smaps_rollup
 */
export function treeMemoryBytes(root: number): number | undefined {
  const sizes = processTree(root).flatMap((pid) => {
    const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1];
    return kibibytes === undefined ? [] : Number(kibibytes) * 1024;
  });
  return sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

/** A process and its descendants. @returns their ids; empty if the system has no /proc */
function processTree(root: number): number[] {
  const children = Map.groupBy(runningProcesses(), (pid) => Number(statFields(String(pid))[PARENT]));
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return children.size > 0 ? below(root) : [];
}

/** Linux counts processor time in hundredths of a second, whatever its kernel's own tick. @see proc_pid_stat(5) */
const TICKS_PER_SECOND = 100;

/**
 * Processor time of all processes that this one has started and that have ended, and of those they had started: what
 * it grew by while one ran is that one's, whatever else the machine was doing.
 * @returns seconds; undefined if the system has no /proc
 */
export function endedChildrenCpuSeconds(): number | undefined {
  const fields = statFields('self');
  return fields.length > 0 ? (Number(fields[USER]) + Number(fields[SYSTEM])) / TICKS_PER_SECOND : undefined;
}

/** Fields 4, 16 and 17 of /proc/pid/stat: the parent, and the processor time of children that have ended. */
const [PARENT, USER, SYSTEM] = [1, 13, 14];

/** The fields from the third on: the name before them is in brackets and may itself hold spaces and brackets. */
function statFields(pid: string): string[] {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function runningProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Empty if it cannot be read: a process may end at any moment, and others' are not ours to read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
