/**
 * Runs a command of the project: `node scripts/run.mjs build --out dist`.
 *
 * Plain JavaScript for Node 18 and later, because it runs before anything is installed: it installs the packages of the
 * lockfile, the right Node among them, and runs the command with that Node.
 */
import './run/folder-name.cjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
  await import(pathToFileURL(script)).catch((error) => {
    if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(error.code)) throw error;
    fail(`A part of the project does not load (${error.message}). Delete the folder node_modules and try again.`);
  });
} else {
  const { status, signal, error } = spawnSync(node, [...process.execArgv, script, ...options], { stdio: 'inherit' });
  if (error) fail(`${node} does not start (${error.message}). Delete the folder node_modules and try again.`);
  if (signal) console.error(`The command was ended by ${signal}.`);
  process.exit(status ?? 1);
}

/** Installs what the lockfile names, unless it is there. */
function install() {
  const stamp = join(folder, '.installed-lockfile');
  const lockfile = readFileSync(join(project, 'package-lock.json'), 'utf8');
  const digest = createHash('sha256').update(lockfile).digest('hex');
  const isSame = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  const missing = missingPart() ?? (isSame ? missingPackage() : undefined);
  if (isSame && !missing) return;
  if (missing === relative(project, node) && installNode()) return install();
  if (missing || !isInstalled(JSON.parse(lockfile).packages)) {
    const reason = isSame ? `${missing} is missing` : 'once, and after each change of package-lock.json';
    console.error(`Installing what the project needs (${reason}) …`);
    const { status, error } = spawnSync(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(name === 'check' ? ['--include=dev'] : [])],
      {
        cwd: project,
        stdio: 'inherit',
        shell: isWindows,
        // Programs for this machine are optional packages, because each is for one kind of machine; without them nothing runs.
        env: { ...process.env, npm_config_include: 'optional' },
      },
    );
    if (error) fail(`npm does not start (${error.message}). Install npm, which comes with Node.js, and try again.`);
    if (status !== 0) fail('npm ci failed: see its message above. A network or a proxy is the usual cause.');
    let still = missingPart();
    if (still === relative(project, node) && installNode()) still = missingPart();
    if (still) {
      fail(
        `npm ci left out ${still}, which the project needs. Usually npm is set to skip install scripts ` +
          'or some packages: look for “ignore-scripts” and “omit” in “npm config list”, and try again.',
      );
    }
  }
  writeFileSync(stamp, digest);
}

/**
 * Gets the project's Node, which its package brings by an install script: npm leaves it out where such scripts are switched
 * off. @returns whether it is there now
 */
function installNode() {
  if (!existsSync(join(folder, 'node', 'package.json'))) return false;
  console.error('Installing the project’s Node, whose install script npm has left out (“npm rebuild node”) …');
  spawnSync('npm', ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], {
    cwd: project,
    stdio: 'inherit',
    shell: isWindows,
  });
  return isNode();
}

/** @returns the path of the first part that is not installed: Node, or a package that package.json names */
function missingPart() {
  const names = Object.keys({ ...dependencies, ...(name === 'check' && devDependencies) });
  const path = isNode() ? names.map((one) => join(folder, one, 'package.json')).find((one) => !existsSync(one)) : node;
  return path && relative(project, path);
}

/** Whether the project's Node is there: an installation that was cut off leaves an empty file, which would run as a script. */
function isNode() {
  return (statSync(node, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
}

/** @returns the path of the first package that npm has installed, but that is not there any more */
function missingPackage() {
  const listed = join(folder, '.package-lock.json');
  if (!existsSync(listed)) return undefined;
  const paths = Object.keys(JSON.parse(readFileSync(listed, 'utf8')).packages);
  return paths.find((path) => path !== '' && !existsSync(join(project, path, 'package.json')));
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
