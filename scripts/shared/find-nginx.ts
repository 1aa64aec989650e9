import { debianSteps, findOrInstall, findProgram } from './find-program.ts';

/**
 * The nginx for the tests of publishing; installs one if there is none and this user may.
 * @throws UsageError that says what was tried and what to do
 */
export function installNginx(): string {
  // Not on every user's PATH.
  const find = () => findProgram(['nginx'], ['/usr/sbin', '/usr/local/sbin']);
  const names = { need: 'The tests of publishing', program: 'nginx', install: 'nginx' };
  return findOrInstall(find, names, debianSteps('nginx-light'));
}
