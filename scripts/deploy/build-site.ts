import { spawn } from 'node:child_process';
import { statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Builds the site in a process of its own, as `npm run build` does; it shows its progress and its mistakes itself.
 * @param options of `npm run build`
 * @returns its exit code
 */
export function buildSite(options: readonly string[]): Promise<number> {
  const script = fileURLToPath(new URL('../build.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** When a site that is there was built: the newest time at its top, to the second before it. */
export function builtAt(folder: string): Date {
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  return new Date(Math.floor(Math.max(...paths.map((path) => statSync(path).mtimeMs)) / 1000) * 1000);
}
