import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a module in a process of its own, with this process's output.
 * @param module file URL
 * @param failure what to say if it fails; it has said why itself
 * @throws Error with that message, or if the signal aborts it
 */
export function runModule(
  module: URL,
  options: readonly string[],
  failure: string,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(module), ...options], {
      stdio: ['ignore', 'inherit', 'inherit'],
      ...(signal && { signal }),
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(failure));
    });
  });
}
