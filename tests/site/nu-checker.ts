import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installJava } from '../../scripts/shared/find-java.ts';
import { PROJECT } from './build-sites.ts';

/** Thirty megabytes, of use to the long tests alone: no dependency of the project. */
const PACKAGE = 'vnu-jar@26.9.27';

/** What it says of pages that are files: it does not know their host, which is what “'self'” means, and takes facts for a program. */
const OF_POLICY = /Content Security Policy/;
/** It guesses a language; the hostile newsroom has one text in both. */
const OF_LANGUAGE = /^This document appears to be written in/;

/**
 * What the Nu HTML checker (validator.github.io) finds on the pages of a site, errors and warnings.
 * @param folder the site's
 */
export function nuFaults(folder: string): string[] {
  const jar = nuChecker();
  const options = ['-Xmx1g', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', '.'];
  const { stdout, stderr } = spawnSync(installJava(), options, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
  });
  if (!stdout.startsWith('{')) throw new Error(`the Nu HTML checker has not answered: ${stderr.slice(0, 400)}`);
  const { messages } = JSON.parse(stdout) as { messages: { url: string; lastLine: number; message: string }[] };
  return messages
    .filter(({ message }) => !OF_POLICY.test(message) && !OF_LANGUAGE.test(message))
    .map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`);
}

/** Installed once, where what tests need is kept. @returns the path of its program */
function nuChecker(): string {
  const folder = join(PROJECT, 'node_modules', '.cache', 'nu-checker');
  const jar = join(folder, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
  if (existsSync(jar)) return jar;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  // Its script would load a Java of its own.
  const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`${PACKAGE} could not be installed: ${npm.stderr}`);
  return jar;
}
