import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { endedChildrenCpuSeconds, treeMemoryBytes } from './process-tree.ts';

/** A command to be run as a process. */
export interface Call {
  file: string;
  options: readonly string[];
  cwd: string;
  needsShell?: boolean;
}

/** A call of npm, as a person types it. */
export function npmCall(options: readonly string[], cwd: string): Call {
  // On Windows npm is a batch file, which only a shell can start.
  return { file: 'npm', options, cwd, needsShell: process.platform === 'win32' };
}

/** What one run of a command took. */
export interface Measured {
  /** Wall time from start to exit. */
  seconds: number;
  /** Processor time (user and system) of the process and its descendants; undefined if the system does not say. */
  cpuSeconds: number | undefined;
  /** The most that the process and its descendants were seen to occupy; undefined if the system does not say. */
  peakBytes: number | undefined;
  /** null if a signal ended it. */
  exitCode: number | null;
  /** The end of what it printed, to say why it failed. */
  output: string;
}

/** The shortest time between two samples of memory. */
const SAMPLE_MS = 200;

/**
 * A sample of a process of gigabytes takes tens of milliseconds, in which the kernel walks its pages on a core that the
 * process could have used: the pause after a sample is at least so many times the processor time it took, so that
 * sampling costs 4% of a core at most.
 */
const PAUSE_PER_SAMPLE = 24;
const KEPT_CHARACTERS = 4000;

/**
 * Runs a command and waits for its end.
 * @returns also if it fails; see `exitCode`
 * @throws Error if it cannot be started
 */
export function measure({ file, options, cwd, needsShell = false }: Call): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const cpuBefore = endedChildrenCpuSeconds() ?? 0;
    const startedAt = performance.now();
    const child = spawn(file, options, {
      cwd,
      shell: needsShell,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let peakBytes: number | undefined;
    let seconds = 0;
    let cpuSeconds: number | undefined;
    let output = '';
    let sampling: NodeJS.Timeout | undefined;
    const sample = () => {
      const before = process.cpuUsage();
      const bytes = child.pid === undefined ? undefined : treeMemoryBytes(child.pid);
      if (bytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, bytes);
      const { user, system } = process.cpuUsage(before);
      sampling = setTimeout(sample, Math.max(SAMPLE_MS, ((user + system) / 1000) * PAUSE_PER_SAMPLE));
    };
    const keep = (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-KEPT_CHARACTERS));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      clearTimeout(sampling);
      reject(error);
    });
    child.on('exit', () => {
      seconds = (performance.now() - startedAt) / 1000;
      const cpuAfter = endedChildrenCpuSeconds();
      cpuSeconds = cpuAfter && cpuAfter - cpuBefore;
      clearTimeout(sampling);
    });
    // Later than its exit if it leaves its output open.
    child.on('close', (exitCode) => resolve({ seconds, cpuSeconds, peakBytes, exitCode, output }));
    sample();
  });
}

/**
 * Drops what the system keeps of the disk in memory, as after a restart.
 * @returns whether that is possible here: only root may on Linux, and no one in most containers
 * @see proc_sys_vm(5), drop_caches
 */
export function dropPageCache(): boolean {
  try {
    // Only what is on the disk already can be dropped.
    spawnSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3\n');
    return true;
  } catch {
    return false;
  }
}
