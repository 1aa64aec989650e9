import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';

/** What the measurements were made on. */
export interface Machine {
  processor: string;
  cores: number;
  memoryBytes: number;
  system: string;
  node: string;
}

/** This machine, as far as others need to know it to judge the numbers. */
export function thisMachine(): Machine {
  const cores = cpus();
  return {
    processor: cores[0]?.model.trim() ?? 'unknown processor',
    cores: cores.length,
    memoryBytes: totalmem(),
    system: `${distribution() ?? type()} (${type()} ${release()})`,
    node: process.version,
  };
}

/** “2 × Xeon, 24 GB, Debian GNU/Linux 12 (Linux 6.1), Node v24.21.0” */
export function machineText({ processor, cores, memoryBytes, system, node }: Machine): string {
  return `${cores} × ${processor}, ${Math.round(memoryBytes / 2 ** 30)} GB memory, ${system}, Node ${node}`;
}

/** @see os-release(5) */
function distribution(): string | undefined {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
