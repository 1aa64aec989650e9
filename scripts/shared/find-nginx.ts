import { UsageError } from '#src/publish/usage-error.ts';
import { findProgram, installDebianPackage, takesDebianPackages } from './debian-package.ts';

/** An nginx for the tests of publishing. @returns its path; undefined where there is none */
export function findNginx(): string | undefined {
  // Not on every user's PATH.
  return findProgram(['nginx'], ['/usr/sbin', '/usr/local/sbin']);
}

/**
 * The same, installing one where there is none and this user may.
 * @throws UsageError that says what was tried and what to do
 */
export function installNginx(): string {
  const found = findNginx();
  if (found) return found;
  const tried = takesDebianPackages() ? installDebianPackage('a web server for the tests', 'nginx-light') : [];
  const installed = findNginx();
  if (installed) return installed;
  throw new UsageError(
    `The tests of publishing need nginx, and none could be installed (tried: ${tried.join('; ') || 'nothing'}). ` +
      'Install nginx so that it is on the PATH, and run the tests again.',
    1,
  );
}
