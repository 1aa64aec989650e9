import { spawnSync } from 'node:child_process';
import { PARTLY } from '../shared/command-line.ts';
import { currentId, type Target } from '../shared/target.ts';
import { readRecord } from './record.ts';

/** The files of a site that nginx reads when it starts, and not at each request. */
const READ_AT_START = /^hosting\/nginx-/;

/**
 * Does a piece of work that may switch to another release, and has the web server read its rules again if they are others.
 * @param command as a shell runs it: `sudo systemctl reload nginx`; undefined: nothing is done
 * @param work returns the exit code
 * @returns its exit code; 3 if the command failed: the site is published, but old addresses may still be led as before
 */
export async function withReload(
  target: Target,
  command: string | undefined,
  work: () => number | Promise<number>,
): Promise<number> {
  const before = currentId(target);
  const code = await work();
  const after = currentId(target);
  if (command === undefined || after === before || rulesOf(target, before) === rulesOf(target, after)) return code;
  console.log(`The rules for old addresses or headers have changed: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return code;
  console.error(
    `“${command}” failed${status === null ? '' : ` (exit code ${status})`}: the site is published, but the web server still has its old ` +
      'rules. Run the command by hand, and see what it says.',
  );
  return PARTLY;
}

function rulesOf(target: Target, id: string | undefined): string {
  const files = id === undefined ? {} : (readRecord(target, id)?.files ?? {});
  const rules = Object.entries(files).filter(([path]) => READ_AT_START.test(path));
  return JSON.stringify(rules.map(([path, { sha256 }]) => [path, sha256]));
}
