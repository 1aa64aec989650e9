import { debianSteps, findOrInstall, findProgram } from './find-program.ts';

/**
 * The Java for the checker of HTML; installs one if there is none and this user may.
 * @throws UsageError that says what was tried and what to do
 */
export function installJava(): string {
  const names = { need: 'The long tests of HTML', program: 'Java', install: 'Java 17 or later' };
  return findOrInstall(() => findProgram(['java']), names, debianSteps('default-jre-headless'));
}
