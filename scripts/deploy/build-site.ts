import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the site in a process of its own, as `npm run build` does, which shows progress and mistakes itself.
 * @param options of `npm run build`
 * @returns its exit code
 */
export async function buildSite(options: readonly string[]): Promise<number> {
  const script = join(import.meta.dirname, '../build.ts');
  // Node's own options, which package.json gives: how large its heap begins.
  const child = spawn(process.execPath, [...process.execArgv, script, ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** When an existing site was built: the newest modification time at its top level, rounded down to the second. */
export function builtAt(folder: string): Date {
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  return new Date(Math.floor(Math.max(...paths.map((path) => statSync(path).mtimeMs)) / 1000) * 1000);
}
