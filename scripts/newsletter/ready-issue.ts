import { composeMail, type ComposedMail, type ReadBody } from '#src/newsletter/compose-mail.ts';
import type { IssueMail } from '#src/newsletter/issue-mail.ts';
import { makeEditions, type Edition } from '#src/newsroom/edition.ts';
import type { Issue, Newsroom } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { homeOf } from '#src/reading/home-of.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { readSameBody } from '#src/reading/read-body.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import type { Site } from '#src/schemas/site.ts';
import { parseSite } from '#src/site.ts';

/** Which issue is wanted. */
export interface IssueRequest {
  /** Absolute path. */
  contentRoot: string;
  locale: Locale;
  /** The issue's file without its extension, as in its address: `2026-11-30-daily`. */
  id: string;
  /** The instant of the sending: what is withheld then is in no mail. */
  now: Date;
  /** Normally the publisher's settings. */
  site?: Site;
}

/** The newsroom that mail is made from, with the edition of one language. */
export interface MailNewsroom {
  newsroom: Newsroom;
  edition: Edition;
  readBody: ReadBody;
  /** Of files with mistakes nothing is told; these say which, and why. */
  mistakes: readonly string[];
}

/** Reads the newsroom for mail: without what has mistakes, which no reader should get. */
export async function mailNewsroom({
  contentRoot,
  locale,
  now,
  site = parseSite(),
}: Omit<IssueRequest, 'id'>): Promise<MailNewsroom> {
  const { newsroom, problems } = await loadNewsroom(contentRoot, { now, home: homeOf(site), leaveOut: {} });
  return {
    newsroom,
    edition: makeEditions(newsroom, site, now)[locale],
    readBody: (text) => readSameBody({ contentRoot }, text),
    mistakes: problems.filter(({ severity }) => severity === 'error').map((problem) => formatProblem(problem)),
  };
}

/**
 * An issue that was written as a file, as the mail that is sent.
 * @throws UsageError if there is no such issue
 * @throws UsageError with exit code 1 if it must not be sent: it is a draft, its date is still to come, or readers can see no story of it
 */
export async function issueMailOf(request: IssueRequest): Promise<IssueMail> {
  return (await readyIssue(request)).mail;
}

/** The same, with what its mail had no room for. */
export async function readyIssue(request: IssueRequest): Promise<ComposedMail> {
  const { newsroom, edition, readBody, mistakes } = await mailNewsroom(request);
  const issue = issueNamed(newsroom, request, mistakes);
  const at = issue.date.toISOString();
  if (issue.draft)
    throw notSent(`${issue.file} is a draft: take out “draft: true” when it is ready, publish the site, and send it`);
  if (issue.date > request.now)
    throw notSent(`${issue.file} is dated ${at}, which is still to come: readers could not open its copy on the site`);
  const composed = composeMail(edition, issue, readBody);
  if (!composed) throw notSent(`${issue.file} names no story that readers can see: nothing can be sent`);
  return composed;
}

/** Why an issue is not sent: something in the newsroom is to be changed first. */
const notSent = (why: string) => new UsageError(why, 1);

function issueNamed({ newsletters }: Newsroom, { locale, id }: IssueRequest, mistakes: readonly string[]): Issue {
  const own = newsletters.filter((issue) => issue.locale === locale);
  const issue = own.find(({ slug }) => slug === id);
  if (issue) return issue;
  const faulty = mistakes.filter((line) => line.startsWith('newsletters/') && line.includes(`/${id}.md`));
  if (faulty.length > 0) throw notSent(`${id} has mistakes:\n${faulty.join('\n')}`);
  const meant = suggest(
    id,
    own.map(({ slug }) => slug),
  );
  const hint = meant ? `did you mean ${meant}?` : `newest: ${newest(own).join(', ') || 'none'}`;
  throw new UsageError(`There is no issue ${id} in newsletters/${locale}/ — ${hint}`);
}

const newest = (issues: readonly Issue[]) =>
  issues
    .toSorted((a, b) => b.date.getTime() - a.date.getTime())
    .slice(0, 3)
    .map(({ slug }) => slug);
