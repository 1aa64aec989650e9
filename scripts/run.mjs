/**
 * Starts a command of the project: `node scripts/run.mjs build --out dist`.
 *
 * Plain JavaScript for an old Node (18 and later), since it runs before anything is installed: it installs what the
 * lockfile asks for, the right Node included, and hands the command over to that Node.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const binaries = join(project, 'node_modules', '.bin');
const stamp = join(project, 'node_modules', '.installed-lockfile');
const [name, ...options] = process.argv.slice(2);

if (!name || !existsSync(join(project, 'scripts', `${name}.ts`))) {
  console.error(`There is no command “${name ?? ''}”. The README lists what there is.`);
  process.exit(2);
}

const lockfile = createHash('sha256')
  .update(readFileSync(join(project, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockfile) {
  console.error('Installing what the project needs (once, and after each change of package-lock.json) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: project,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed: see its message above. A network or a proxy is the usual cause.');
    process.exit(1);
  }
  writeFileSync(stamp, lockfile);
}

const node = join(binaries, process.platform === 'win32' ? 'node.cmd' : 'node');
const separator = process.platform === 'win32' ? ';' : ':';
const { status, signal } = spawnSync(node, [join(project, 'scripts', `${name}.ts`), ...options], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${binaries}${separator}${process.env.PATH ?? ''}` },
});
process.exit(signal ? 1 : (status ?? 1));
