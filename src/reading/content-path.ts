import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the files of a newsroom are. */
export interface ContentSource {
  /** The folder that holds `articles/`, `authors/` and the others; absolute. */
  contentRoot: string;
  /**
   * A folder of the same shape with the earlier versions that are shown instead of files with mistakes, and with files that
   * are gone though others need them. Undefined, or not there, if there are none.
   */
  earlierFolder?: string | undefined;
}

/** A source whose earlier folder is known to be there, or is left out: then no file is looked for in it. */
export function settledSource<Source extends ContentSource>(source: Source): Source {
  const { earlierFolder } = source;
  return earlierFolder && !existsSync(earlierFolder) ? { ...source, earlierFolder: undefined } : source;
}

/** The path on disk of a file as it is shown. @param file the path within the content root */
export function contentPath({ contentRoot, earlierFolder }: ContentSource, file: string): string {
  const earlier = earlierFolder && join(earlierFolder, file);
  return earlier && existsSync(earlier) ? earlier : join(contentRoot, file);
}
