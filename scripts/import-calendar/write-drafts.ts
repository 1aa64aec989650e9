import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { processMark } from '#src/disk/is-running.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { writeImported, type Imported } from './imported-events.ts';
import type { PlannedDraft } from './plan-import.ts';

/** A hidden folder, which is no part of a newsroom and which git does not see. */
const STAGING = '.import-building-';

/**
 * Writes drafts: all of them aside first, so that a full disk leaves the newsroom as it was, then each into its place by a rename.
 * An import that is killed in between is gone on with by the next one.
 * @returns mistakes of the written files, which their editors have to correct
 */
export function writeDrafts(
  contentRoot: string,
  imported: Imported,
  drafts: readonly PlannedDraft[],
  onDraft: (done: number, total: number) => void,
): ContentProblem[] {
  const folder = join(contentRoot, 'events');
  removeStaging(folder);
  if (drafts.length === 0) return [];
  const staging = join(folder, `${STAGING}${processMark()}`);
  const mistakes: ContentProblem[] = [];
  try {
    for (const [index, { file, text }] of drafts.entries()) {
      writeIn(staging, file, text);
      const { problems } = readContentFile({ contentRoot: staging }, 'events', file.slice('events/'.length));
      mistakes.push(...problems.filter(({ severity }) => severity === 'error'));
      onDraft(index + 1, drafts.length);
    }
    writeImported(contentRoot, { ...imported, isUnfinished: true });
    for (const { file, isUpdate } of drafts) {
      const path = join(contentRoot, file);
      mkdirSync(dirname(path), { recursive: true });
      // Somebody else may have written a file of this name since the plan was made.
      if (!isUpdate && existsSync(path))
        throw new Error(`${file} has been written by someone else just now. Try again.`);
      renameSync(join(staging, file), path);
    }
    writeImported(contentRoot, imported);
    return mistakes;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** What an import has left that was killed. */
function removeStaging(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(STAGING)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function writeIn(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
