import { ContentError, type Problem } from '#src/schemas/problem.ts';
import type { ArticleDraft } from './article-draft.ts';
import { placeOfDateline } from './gazetteer.ts';
import { mapArticle, type Remarks } from './map-article.ts';
import { readWire } from './read-wire.ts';
import { COUNTRIES } from './tables.ts';

/** A city gets a place of its own if at least this many articles of the file are filed from it. */
export const LEAST_ARTICLES_FOR_A_CITY = 5;

/** More bad lines than this are counted, not shown. */
const MOST_PROBLEMS_SHOWN = 20;

/** What has to be known of a whole file before its first article can be written. */
export interface WireSurvey {
  articleCount: number;
  /** Ids of places that datelines may become: cities filed from often enough, and countries. */
  datelinePlaces: ReadonlySet<string>;
  /** Fields of the file that nothing reads, with the number of articles that have them. */
  unreadFields: ReadonlyMap<string, number>;
}

/**
 * Reads a whole file once.
 * @param onArticle called with the number of articles read so far
 * @throws ContentError with every bad line (the first of them, and how many more), or if there are no articles
 */
export async function surveyWire(file: string, onArticle: (count: number) => void): Promise<WireSurvey> {
  const problems: Problem[] = [];
  const filedFrom = new Map<string, number>();
  const unreadFields = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  let articleCount = 0;
  for await (const line of readWire(file)) {
    if (!line.ok) {
      problems.push(line.problem);
      continue;
    }
    articleCount += 1;
    onArticle(articleCount);
    const place = placeOfDateline(line.article.dateline);
    if (place) count(filedFrom, place);
    for (const field of line.unread) count(unreadFields, field);
  }
  const ofFile = (reason: string, remedy: string): Problem => ({ severity: 'error', file, field: '', reason, remedy });
  const hidden = problems.length - MOST_PROBLEMS_SHOWN;
  if (hidden > 0) {
    const reason = `has ${hidden.toLocaleString('en')} more bad lines`;
    problems.splice(MOST_PROBLEMS_SHOWN, hidden, ofFile(reason, 'fix those above and run the command again'));
  } else if (articleCount === 0 && problems.length === 0) {
    problems.push(ofFile('holds no articles', 'give a file with one JSON object a line'));
  }
  if (problems.length > 0) throw new ContentError(problems);
  const often = [...filedFrom].filter(([id, filed]) => COUNTRIES.has(id) || filed >= LEAST_ARTICLES_FOR_A_CITY);
  return { articleCount, datelinePlaces: new Set(often.map(([id]) => id)), unreadFields };
}

/**
 * The articles of a surveyed file as drafts, in the file's order: a sample if fewer are wanted than there are, the file
 * again from its beginning if more are. Only one article is held at a time.
 * @param onMapped called with what became of each
 */
export async function* wireArticles(
  file: string,
  { articleCount, datelinePlaces }: WireSurvey,
  count: number,
  seed: string,
  onMapped: (remarks: Remarks) => void,
): AsyncGenerator<ArticleDraft> {
  for (const take of takesPerReading(articleCount, count)) {
    let index = 0;
    for await (const line of readWire(file)) {
      // The survey has refused a file with bad lines: one now means that the file is being written to.
      if (!line.ok) throw new Error(`${file} changed while it was read`);
      if (isTaken(index, take, articleCount)) {
        const { draft, remarks } = mapArticle(line.article, datelinePlaces, seed);
        onMapped(remarks);
        yield draft;
      }
      index += 1;
    }
  }
}

/**
 * How many articles to take in each reading of a file so that they come to `count`: all of them in every reading but the
 * last.
 * @param available articles in the file, at least one
 */
function takesPerReading(available: number, count: number): number[] {
  const rest = count % available;
  return [...Array<number>(Math.floor(count / available)).fill(available), ...(rest > 0 ? [rest] : [])];
}

/** Whether the article at an index is among `take` spread evenly over `available`: gaps between them differ by one at most. */
export function isTaken(index: number, take: number, available: number): boolean {
  return Math.floor(((index + 1) * take) / available) > Math.floor((index * take) / available);
}
