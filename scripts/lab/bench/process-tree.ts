import { readdirSync, readFileSync } from 'node:fs';

/**
 * The memory that a process and all its descendants occupy now: the sum of their proportional set sizes, in which a page
 * that several share is counted once in all.
 * @param root process id
 * @returns bytes; undefined where the system does not tell (no /proc) or the process has ended
 * @see proc(5), /proc/pid/smaps_rollup
 */
export function treeMemoryBytes(root: number): number | undefined {
  const sizes = processTree(root).flatMap((pid) => proportionalSizeBytes(pid) ?? []);
  return sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

/** A process and its descendants. @returns their ids; empty where the system has no /proc */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of runningProcesses()) {
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const walk = (pid: number) => {
    found.push(pid);
    for (const child of children.get(pid) ?? []) walk(child);
  };
  if (children.size > 0) walk(root);
  return found;
}

/** Linux counts processor time in hundredths of a second, whatever its kernel's own tick. @see proc_pid_stat(5) */
const TICKS_PER_SECOND = 100;

/**
 * Processor time of all processes that this one has started and that have ended, and of those they had started: what
 * it grew by while one ran is that one's, whatever else the machine was doing.
 * @returns seconds; undefined where the system has no /proc
 * @see proc_pid_stat(5), fields 16 and 17
 */
export function endedChildrenCpuSeconds(): number | undefined {
  const stat = textOf('/proc/self/stat');
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
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

/** Field 4 of /proc/pid/stat; the name before it stands in brackets and may itself hold spaces and brackets. */
function parentOf(pid: number): number | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function proportionalSizeBytes(pid: number): number | undefined {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** A process may end between two looks, and others' are not ours to read. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
