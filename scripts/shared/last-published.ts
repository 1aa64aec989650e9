import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '#src/publish/usage-error.ts';
import type { LastPublished } from '#src/reading/publishable-part.ts';
import { git } from './git.ts';

const contentSchema = z.strictObject({
  /** Files that are not listed are as in this commit; without one, there are no others. */
  commit: z.string().optional(),
  /**
   * By path within the content root: the SHA-256 (hexadecimal) of what readers saw, under which its bytes are in the same folder;
   * null: they saw nothing of the file.
   */
  files: z.record(z.string(), z.string().nullable()),
});

/** What a release was made from. */
export type PublishedContent = z.output<typeof contentSchema>;

/**
 * What was last published of a newsroom.
 * @param from a commit of the newsroom's repository, or the file in which a deploy keeps what it published
 * @throws UsageError if there is no such commit or file
 */
export function lastPublished(from: string, contentRoot: string): LastPublished {
  if (!existsSync(from)) {
    const { isDone, output } = git(contentRoot, ['rev-parse', '--verify', '--quiet', `${from}^{commit}`]);
    if (!isDone) throw new UsageError(`--published ${from}: is neither a file nor a commit of ${contentRoot}`);
    const commit = output.toString().trim();
    return { key: commit, read: (file) => committedFile(contentRoot, commit, file) };
  }
  const text = readFileSync(from, 'utf8');
  const { commit, files } = contentSchema.parse(JSON.parse(text));
  return {
    key: hash('sha256', text),
    read: (file) => {
      const digest = Object.hasOwn(files, file) ? files[file] : undefined;
      if (digest === null) return undefined;
      if (digest !== undefined) return storedBytes(join(dirname(from), digest), digest);
      return commit === undefined ? undefined : committedFile(contentRoot, commit, file);
    },
  };
}

/** As a checkout would have it, line ends and large files included. */
function committedFile(contentRoot: string, commit: string, file: string): Buffer | undefined {
  const { isDone, output } = git(contentRoot, ['cat-file', '--filters', `${commit}:./${file}`]);
  return isDone ? output : undefined;
}

function storedBytes(path: string, digest: string): Buffer | undefined {
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  return bytes && hash('sha256', bytes) === digest ? bytes : undefined;
}
