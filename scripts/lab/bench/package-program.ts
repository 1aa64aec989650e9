import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `bin` is a script where a package has one command, of the package's own name. */
const manifestSchema = z.object({
  version: z.string(),
  bin: z.union([z.string(), z.record(z.string(), z.string())]),
});

/** What a package's command starts. */
export interface PackageProgram {
  /** Absolute path of a script for Node. */
  path: string;
  version: string;
}

/**
 * Finds the program behind a package's command: started by Node itself, it is the same on every system, where the links
 * in `node_modules/.bin` are not.
 * @param folder that which holds `node_modules`
 * @param command the command's name in the package
 * @throws Error where the package is not installed or has no such command
 */
export function packageProgram(folder: string, name: string, command: string): PackageProgram {
  const home = join(folder, 'node_modules', ...name.split('/'));
  const { version, bin } = manifestSchema.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`the package ${name} ${version} has no command “${command}”`);
  return { path: join(home, script), version };
}
