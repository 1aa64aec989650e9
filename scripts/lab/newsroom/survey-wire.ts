import { ContentError, type Problem } from '#src/schemas/problem.ts';
import { isCountry, placeOfDateline } from './gazetteer.ts';
import { readWire } from './read-wire.ts';

/** A city gets a place of its own when at least this many stories of the file are filed from it. */
export const LEAST_STORIES_FOR_A_CITY = 5;

/** More bad lines than this are counted, not shown. */
const MOST_PROBLEMS_SHOWN = 20;

/** What has to be known of a whole file before its first story can be written. */
export interface WireSurvey {
  storyCount: number;
  /** Ids of places whose datelines become places: cities filed from often enough, and countries. */
  datelinePlaces: ReadonlySet<string>;
  /** Fields of the file that nothing reads, with the number of stories that have them. */
  unreadFields: ReadonlyMap<string, number>;
}

/**
 * Reads a whole file once.
 * @param onStory told the number of stories read so far
 * @throws ContentError with every bad line (the first of them, and how many more), or where there are no stories
 */
export async function surveyWire(file: string, onStory: (count: number) => void): Promise<WireSurvey> {
  const problems: Problem[] = [];
  const filedFrom = new Map<string, number>();
  const unreadFields = new Map<string, number>();
  let storyCount = 0;
  for await (const line of readWire(file)) {
    if (!line.ok) {
      problems.push(line.problem);
      continue;
    }
    storyCount += 1;
    onStory(storyCount);
    const place = placeOfDateline(line.story.dateline);
    if (place) filedFrom.set(place, (filedFrom.get(place) ?? 0) + 1);
    for (const field of line.unread) unreadFields.set(field, (unreadFields.get(field) ?? 0) + 1);
  }
  if (problems.length > 0) throw new ContentError(shown(problems, file));
  if (storyCount === 0) {
    const remedy = 'give a file with one JSON object a line';
    throw new ContentError([{ severity: 'error', file, field: '', reason: 'holds no stories', remedy }]);
  }
  const often = [...filedFrom].filter(([id, count]) => isCountry(id) || count >= LEAST_STORIES_FOR_A_CITY);
  return { storyCount, datelinePlaces: new Set(often.map(([id]) => id)), unreadFields };
}

function shown(problems: readonly Problem[], file: string): readonly Problem[] {
  const hidden = problems.length - MOST_PROBLEMS_SHOWN;
  if (hidden <= 0) return problems;
  const reason = `has ${hidden.toLocaleString('en')} more bad lines`;
  const remedy = 'mend those above and run the command again';
  return [...problems.slice(0, MOST_PROBLEMS_SHOWN), { severity: 'error', file, field: '', reason, remedy }];
}
