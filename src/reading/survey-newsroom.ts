import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import {
  collectionOf,
  hasNoEdition,
  isPictureFile,
  KNOWN_FOLDERS,
  looksLikeContent,
} from '#src/rules/names/newsroom-folders.ts';
import type { ContentProblem, DiskEntry } from '#src/rules/rule.ts';
import { checkName, unreadableFile } from '#src/rules/run-rules.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { compareText } from '#src/schemas/problem.ts';

/** What is in the folder of a newsroom; paths within it, with forward slashes, in code-unit order. */
export interface Survey {
  /** Files that are to be read, good or bad, by the folder they are in. */
  content: Record<Collection, string[]>;
  /** Pictures, in their own folder or beside a text, under a name that can be shown. */
  pictures: string[];
  /** What is wrong with names: links, folders that are not read, hidden files. */
  problems: ContentProblem[];
}

/**
 * Lists everything below a content root once; whatever is not listed is reported. Symbolic links are not followed. Hidden
 * folders, and hidden files that do not look like content, are not part of a newsroom.
 */
export function surveyNewsroom(contentRoot: string): Survey {
  const content = Object.fromEntries(COLLECTIONS.map((name) => [name, [] as string[]])) as Survey['content'];
  const pictures: string[] = [];
  const problems: ContentProblem[] = [];
  const entriesOf = (below: string): Dirent[] => {
    try {
      return readdirSync(join(contentRoot, below), { withFileTypes: true });
    } catch (error) {
      // Of the newsroom itself there would be nothing left: the command says so.
      if (below === '') throw error;
      problems.push(unreadableFile(`${below}/`, error));
      return [];
    }
  };
  const walk = (below: string) => {
    for (const entry of entriesOf(below)) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      const kind = kindOf(entry);
      const isHidden = entry.name.startsWith('.');
      const collection = collectionOf(path);
      const isPicture = kind === 'file' && !isHidden && isPictureFile(path);
      if (isPicture) pictures.push(path);
      // A content file's name is judged when the file is read.
      else if (kind === 'file' && collection && !isHidden) content[collection].push(path);
      // A hidden file is reported only if someone may have meant to publish it.
      else if (!isHidden || (kind !== 'folder' && looksLikeContent(path))) {
        const problem = checkName({ path, kind });
        if (problem) problems.push(problem);
      }
      const isRead = below ? !hasNoEdition(path) : KNOWN_FOLDERS.includes(path);
      if (kind === 'folder' && !isHidden && isRead) walk(path);
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
