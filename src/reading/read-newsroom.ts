import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleArticle, assemblePage, type TextFile } from '#src/newsroom/assemble.ts';
import { crossCheck, type CrossProblem } from '#src/newsroom/cross-checks.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { compareProblems, type Problem } from '#src/schemas/problem.ts';
import { splitFrontMatter } from './front-matter.ts';
import { locateField } from './locate-field.ts';
import { readCollection, type ContentRecord, type ReadingMemory } from './read-collection.ts';

/** A newsroom as far as it could be read, and everything that is wrong with it, sorted by file and line. */
export interface NewsroomReading {
  newsroom: Newsroom;
  problems: Problem[];
  /** Content files seen, good or bad. */
  fileCount: number;
}

/**
 * Reads and checks a whole content root: every file, never stopping at a bad one.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 * @param memory spares files that it knows a second reading
 * @param stories reads of the stories only these files, for who knows which are wanted; undefined: all
 */
export function readNewsroom(
  contentRoot: string,
  memory?: ReadingMemory,
  stories?: ReadonlySet<string>,
): NewsroomReading {
  const problems: Problem[] = [];
  const unread = new Set<string>();
  let fileCount = 0;
  const read = <Kind extends Collection>(collection: Kind): ContentRecord<Kind>[] => {
    const records: ContentRecord<Kind>[] = [];
    for (const reading of readCollection(
      contentRoot,
      collection,
      memory,
      collection === 'articles' ? stories : undefined,
    )) {
      fileCount += 1;
      problems.push(...reading.problems);
      if (reading.record) records.push(reading.record);
      else unread.add(reading.file.replace(/\.\w+$/, ''));
    }
    return records;
  };
  const withId = <Fields>({ id, fields }: { id: string; fields: Fields }) => ({ ...fields, id });

  const newsroom: Newsroom = {
    authors: read('authors').map(withId),
    categories: read('categories').map(withId),
    tags: read('tags').map(withId),
    places: read('places').map(withId),
    pages: read('pages').map((record) => assemblePage(record.fields, textFile(record))),
    articles: read('articles').map((record) => assembleArticle(record.fields, textFile(record), record.bodyPictures)),
  };
  problems.push(...crossCheck(newsroom, unread).map((problem) => located(contentRoot, problem)));
  return { newsroom, problems: problems.sort(compareProblems), fileCount };
}

function textFile({ id, locale, stem, file, digest, bodyDigest }: ContentRecord): TextFile {
  if (!locale) throw new Error(`${file}: a text without a language passed the reader`);
  return { id, locale, stem, file, digest, bodyDigest };
}

/** Finds where in its file a problem stands. */
export function located(contentRoot: string, { path, ...problem }: CrossProblem): Problem {
  const text = readFileSync(join(contentRoot, problem.file), 'utf8');
  const parts = splitFrontMatter(text) ?? { frontMatter: text, frontMatterLine: 1 };
  const { line, column } = locateField(parts.frontMatter, path);
  return { ...problem, line: line + parts.frontMatterLine - 1, column };
}
