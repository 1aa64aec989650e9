import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.ts';
import { runLines } from '../run-script.ts';

describe('the browser tests on a machine without a browser', () => {
  it('end with one sentence that says what was tried and what to do, and exit code 1', () => {
    // Nothing on the PATH, nothing of Playwright's, and a folder in which its installer is not found.
    const cwd = temporaryFolder();
    const { status, stderr } = runLines(
      { runCommand: 'scripts/shared/command-line.ts', installBrowser: 'scripts/shared/find-browser.ts' },
      "await runCommand({ call: 'npm test --', summary: '', options: {} }, () => void installBrowser());",
      { cwd, environment: { PATH: '', PLAYWRIGHT_BROWSERS_PATH: cwd } },
    );
    expect(stderr.trim().split('\n').at(-1)).toMatch(
      /^The browser tests need Chromium, and it could not be installed \(tried: .*Playwright’s own Chromium\)\. Install Chromium or Chrome so that it is on the PATH, and run the tests again\.$/,
    );
    expect(stderr).not.toContain('npm test -- failed');
    expect(status).toBe(1);
  });
});
