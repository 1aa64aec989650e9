import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { collectionOf, isPictureFile, KNOWN_FOLDERS, looksLikeContent } from '#src/rules/names/newsroom-folders.ts';
import type { ContentProblem, DiskEntry } from '#src/rules/rule.ts';
import { checkName } from '#src/rules/run-rules.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { compareText } from '#src/schemas/problem.ts';

/** What lies in the folder of a newsroom; every path within it, with forward slashes, in code-unit order. */
export interface Survey {
  /** Files that are to be read, good or bad, by the folder they are in. */
  content: Record<Collection, string[]>;
  /** Pictures, in their own folder or beside a text, under a name that can be shown. */
  pictures: string[];
  /** What can be said of names without reading a file: links, folders that nobody reads, hidden files. */
  problems: ContentProblem[];
}

/**
 * Looks at everything below a content root, and at each thing once: what is passed over has a reason. Symbolic links are not
 * followed; hidden folders and hidden files that look like nothing of a newsroom are no part of it.
 */
export function surveyNewsroom(contentRoot: string): Survey {
  const content = Object.fromEntries(COLLECTIONS.map((name) => [name, [] as string[]])) as Survey['content'];
  const pictures: string[] = [];
  const problems: ContentProblem[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(contentRoot, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      const kind = kindOf(entry);
      const isHidden = entry.name.startsWith('.');
      const collection = collectionOf(path);
      const isPicture = kind === 'file' && !isHidden && isPictureFile(path);
      if (isPicture) pictures.push(path);
      // A content file's name is judged when the file is read.
      else if (kind === 'file' && collection && !isHidden) content[collection].push(path);
      // Of what is hidden, only what somebody may have meant to publish is told of.
      else if (!isHidden || (kind !== 'folder' && looksLikeContent(path))) {
        const problem = checkName({ path, kind });
        if (problem) problems.push(problem);
      }
      if (kind === 'folder' && !isHidden && (below || KNOWN_FOLDERS.includes(path))) walk(path);
    }
  };
  walk('');
  for (const files of Object.values(content)) files.sort(compareText);
  return { content, pictures: pictures.sort(compareText), problems };
}

function kindOf(entry: Dirent): DiskEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
