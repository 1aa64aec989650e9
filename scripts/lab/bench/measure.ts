import { spawn } from 'node:child_process';
import { endedChildrenCpuSeconds, treeMemoryBytes } from './process-tree.ts';

/** A command to be run as a process. */
export interface Call {
  file: string;
  options: readonly string[];
  cwd: string;
}

/** What one run of a command took. */
export interface Measured {
  /** Wall time from start to exit. */
  seconds: number;
  /** Processor time of the process and its descendants; undefined where the system does not tell. */
  cpuSeconds: number | undefined;
  /** The most that the process and its descendants occupied at any look; undefined where the system does not tell. */
  peakBytes: number | undefined;
  /** null where a signal ended it. */
  exitCode: number | null;
  /** The end of what it printed, to tell why it failed. */
  output: string;
}

/** The shortest time between two looks at memory. */
const LOOK_MS = 200;

/**
 * A look at a process of gigabytes takes tens of milliseconds, in which the kernel walks its pages on a core that the
 * process could have used: the pause after a look is at least so many times as long, so that looking costs 4% at most.
 */
const PAUSE_PER_LOOK = 24;
const KEPT_CHARACTERS = 4000;

/**
 * Runs a command and waits for its end.
 * @returns also where it fails; see `exitCode`
 * @throws Error where it cannot be started
 */
export function measure({ file, options, cwd }: Call): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const cpuBefore = endedChildrenCpuSeconds() ?? 0;
    const startedAt = performance.now();
    const child = spawn(file, options, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let peakBytes: number | undefined;
    let seconds = 0;
    let cpuSeconds: number | undefined;
    let output = '';
    let looking: NodeJS.Timeout | undefined;
    const look = () => {
      const lookedAt = performance.now();
      const bytes = child.pid === undefined ? undefined : treeMemoryBytes(child.pid);
      if (bytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, bytes);
      looking = setTimeout(look, Math.max(LOOK_MS, (performance.now() - lookedAt) * PAUSE_PER_LOOK));
    };
    const keep = (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-KEPT_CHARACTERS));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      clearTimeout(looking);
      reject(error);
    });
    child.on('exit', () => {
      seconds = (performance.now() - startedAt) / 1000;
      const cpuAfter = endedChildrenCpuSeconds();
      cpuSeconds = cpuAfter && cpuAfter - cpuBefore;
      clearTimeout(looking);
    });
    // Later than its exit where it leaves its output open.
    child.on('close', (exitCode) => resolve({ seconds, cpuSeconds, peakBytes, exitCode, output }));
    look();
  });
}

/**
 * Runs a command whose cost does not count.
 * @param what as the message shall name it
 * @throws Error with the end of its output where it fails
 */
export async function carryOut(what: string, call: Call): Promise<Measured> {
  const measured = await measure(call);
  if (measured.exitCode === 0) return measured;
  throw new Error(`${what} failed (exit code ${measured.exitCode ?? 'none'}):\n${measured.output.trim()}`);
}
