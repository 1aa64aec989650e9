import { fileOf, type Newsroom } from '#src/newsroom/newsroom.ts';
import type { NewsroomView } from './newsroom-view.ts';
import type { ContentProblem } from './rule.ts';

/** Problems as they are to be reported, and the drafts that have mistakes. */
interface WithDrafts<Problem> {
  problems: Problem[];
  faultyDrafts: ReadonlySet<string>;
}

/** The kinds of content of which there are drafts. */
const HAVE_DRAFTS = ['articles', 'events', 'notices', 'newsletters'] as const;

/**
 * Makes warnings of the mistakes of drafts: no one sees one before its editor makes it a story or an event, and then they are
 * errors. A draft with mistakes is left out of the newsroom that is published, without a word about what readers see of it.
 */
export function withDraftsAllowed<Problem extends ContentProblem>(
  found: readonly Problem[],
  { newsroom, incomplete }: Pick<NewsroomView, 'newsroom' | 'incomplete'>,
): WithDrafts<Problem> {
  const drafts = new Set([
    ...HAVE_DRAFTS.flatMap((kind) => newsroom[kind].filter(({ draft }) => draft).map((entry) => fileOf(kind, entry))),
    ...incomplete.filter(({ fields }) => fields.draft === true).map(({ file }) => file),
  ]);
  const wrong = found.filter(({ severity, file }) => severity === 'error' && drafts.has(file));
  const faultyDrafts = new Set(wrong.map(({ file }) => file));
  const problems = found.map((problem) =>
    faultyDrafts.has(problem.file) ? { ...problem, severity: 'warning' as const } : problem,
  );
  return { problems, faultyDrafts };
}

/** A newsroom without some drafts. @param files theirs */
export function withoutDrafts(newsroom: Newsroom, files: ReadonlySet<string>): Newsroom {
  if (files.size === 0) return newsroom;
  return {
    ...newsroom,
    articles: newsroom.articles.filter(({ file }) => !files.has(file)),
    events: newsroom.events.filter(({ file }) => !files.has(file)),
    newsletters: newsroom.newsletters.filter(({ file }) => !files.has(file)),
    notices: newsroom.notices.filter((notice) => !files.has(fileOf('notices', notice))),
  };
}
