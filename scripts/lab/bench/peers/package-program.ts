import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `bin` is a path if a package has one command, of the package's own name. */
const manifestSchema = z.object({
  version: z.string(),
  bin: z.union([z.string(), z.record(z.string(), z.string())]),
});

/**
 * Finds the script behind a package's command: started by Node itself, it is the same on every system, unlike the links
 * in `node_modules/.bin`.
 * @param folder the one that holds `node_modules`
 * @throws Error if the package is not installed or has no such command
 */
export function packageProgram(folder: string, name: string, command: string): { path: string; version: string } {
  const home = join(folder, 'node_modules', ...name.split('/'));
  const { version, bin } = manifestSchema.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`the package ${name} ${version} has no command “${command}”`);
  return { path: join(home, script), version };
}
