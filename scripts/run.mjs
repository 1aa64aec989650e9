/**
 * Runs a command of the project: `node scripts/run.mjs build --out dist`.
 *
 * Plain JavaScript for Node 18 and later, because it runs before anything is installed: it installs the packages of the
 * lockfile, the right Node among them, and runs the command with that Node.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const isWindows = process.platform === 'win32';
const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, 'node_modules');
const node = join(folder, 'node', 'bin', isWindows ? 'node.exe' : 'node');
const [name, ...options] = process.argv.slice(2);
const script = join(project, 'scripts', `${name}.ts`);
if (!name || !existsSync(script)) fail(`There is no command “${name ?? ''}”. The README lists the commands.`, 2);

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
install();
process.env.PATH = `${join(folder, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
// Node keeps compiled code here, also that of processes which the command starts: loading it takes a third of the time.
process.env.NODE_COMPILE_CACHE ||= join(folder, '.cache', 'node');

// npm puts node_modules/.bin first on the PATH, so that this file usually runs in the right Node already.
if (process.version === `v${dependencies.node}`) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  process.argv.splice(1, 2, script);
  await import(pathToFileURL(script));
} else {
  const { status, error } = spawnSync(node, [script, ...options], { stdio: 'inherit' });
  if (error) fail(`${node} does not start (${error.message}). Delete the folder node_modules and try again.`);
  process.exit(status ?? 1);
}

/** Installs what the lockfile names, unless it is there. */
function install() {
  const stamp = join(folder, '.installed-lockfile');
  const lockfile = readFileSync(join(project, 'package-lock.json'), 'utf8');
  const digest = createHash('sha256').update(lockfile).digest('hex');
  const isSame = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  const missing = missingPart();
  if (isSame && !missing) return;
  if (missing || !isInstalled(JSON.parse(lockfile).packages)) {
    const reason = isSame ? `${missing} is missing` : 'once, and after each change of package-lock.json';
    console.error(`Installing what the project needs (${reason}) …`);
    const { status, error } = spawnSync(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(name === 'check' ? ['--include=dev'] : [])],
      { cwd: project, stdio: 'inherit', shell: isWindows },
    );
    if (error) fail(`npm does not start (${error.message}). Install npm, which comes with Node.js, and try again.`);
    if (status !== 0) fail('npm ci failed: see its message above. A network or a proxy is the usual cause.');
    const still = missingPart();
    if (still) {
      fail(
        `npm ci left out ${still}, which the project needs. Usually npm is set to skip install scripts ` +
          'or some packages: look for “ignore-scripts” and “omit” in “npm config list”, and try again.',
      );
    }
  }
  writeFileSync(stamp, digest);
}

/** @returns the path of the first part that is not installed: Node, or a package that package.json names */
function missingPart() {
  const names = Object.keys({ ...dependencies, ...(name === 'check' && devDependencies) });
  const path = [node, ...names.map((one) => join(folder, one, 'package.json'))].find((one) => !existsSync(one));
  return path && relative(project, path);
}

/** Whether npm itself has installed these packages: an `npm ci` or `npm install` by hand need not be repeated. */
function isInstalled(packages) {
  const listed = join(folder, '.package-lock.json');
  if (!existsSync(listed)) return false;
  const { packages: installed } = JSON.parse(readFileSync(listed, 'utf8'));
  return Object.entries(packages).every(
    ([path, { version, optional, dev, devOptional }]) =>
      path === '' || (installed[path]?.version ?? ((optional || dev || devOptional) && version)) === version,
  );
}

function fail(message, code = 1) {
  console.error(message);
  process.exit(code);
}
