import { renderBody } from '#src/markdown/pipeline.ts';
import { portableHtml } from '#src/markdown/portable-html.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { issueContents, issueWords, namedIn, type NamedInIssue } from '#src/newsroom/issue-contents.ts';
import type { Article, Issue } from '#src/newsroom/newsroom.ts';
import { articleHtml } from '#src/syndication/article-html.ts';
import { absoluteUrl, issueUrl } from '#src/urls.ts';
import type { IssueMail } from './issue-mail.ts';
import { mailContents, type MailContents } from './mail-contents.ts';
import { mailPage } from './mail-page.ts';
import { mailText } from './mail-text.ts';

/** Gmail cuts a mail off at 102 kB; some is kept for what a provider adds. */
export const MOST_BYTES = 90_000;

/** A mail, and what there was no room for. */
export interface ComposedMail {
  mail: IssueMail;
  /** Of its HTML. */
  bytes: number;
  /** Stories and events of the issue that its mail does not have, by their titles. */
  leftOut: readonly string[];
  /** Whether a story that was to be told whole is told by its standfirst. */
  isShortened: boolean;
}

/** Reads the Markdown of a body. */
export type ReadBody = (text: Pick<Article | Issue, 'file' | 'bodyDigest'>) => string;

/**
 * The mail of an issue.
 * @returns undefined if readers can see no story of it any more
 */
export function composeMail(edition: Edition, issue: Issue, readBody: ReadBody): ComposedMail | undefined {
  const named = namedIn(edition, issue);
  const [lead] = named.articles;
  if (!lead) return undefined;
  const told = { ...issue, ...issueWords(issue, named.articles) };
  const introduction = introductionOf(edition, issue, readBody);
  const whole = issue.kind === 'breaking' ? wholeText(edition, lead, readBody) : undefined;
  const contentsOf = (shown: NamedInIssue, text: string | undefined): MailContents =>
    mailContents(edition, {
      issue: told,
      contents: issueContents(edition, issue, shown),
      introduction,
      whole: text,
      leftOut: named.articles.length - shown.articles.length,
    });
  let contents = contentsOf(named, whole);
  let html = mailPage(contents);
  const isShortened = whole !== undefined && bytesOf(html) > MOST_BYTES;
  const text = isShortened ? undefined : whole;
  let shown: NamedInIssue | undefined = named;
  if (isShortened) html = mailPage((contents = contentsOf(shown, text)));
  const leftOut: string[] = [];
  while (bytesOf(html) > MOST_BYTES && (shown = withoutLast(shown, leftOut)))
    html = mailPage((contents = contentsOf(shown, text)));
  return { mail: mailOf(edition, issue, contents, html), bytes: bytesOf(html), leftOut, isShortened };
}

const bytesOf = (html: string) => Buffer.byteLength(html);

/**
 * Leaves out what is last, whole: stories from the end, then events, and corrections only if nothing else is left.
 * @param leftOut receives its title
 * @returns undefined if only the lead is left
 */
function withoutLast(named: NamedInIssue, leftOut: string[]): NamedInIssue | undefined {
  const { articles, events, corrections } = named;
  const last = articles.length > 1 ? articles.at(-1) : (events.at(-1) ?? corrections.at(-1)?.article);
  if (!last) return undefined;
  leftOut.push(last.title);
  if (articles.length > 1) return { ...named, articles: articles.slice(0, -1) };
  if (events.length > 0) return { ...named, events: events.slice(0, -1) };
  return { ...named, corrections: corrections.slice(0, -1) };
}

function introductionOf({ locale, site }: Edition, issue: Issue, readBody: ReadBody): string {
  const page = absoluteUrl(site.url, issueUrl(issue));
  const html = renderBody(readBody(issue), { locale, page, site: site.url, deadLinks: issue.deadLinks });
  return portableHtml(html, { page, site: site.url }).trim();
}

/** @returns undefined if the article has no more than its headline and standfirst */
function wholeText({ site, place }: Edition, article: Article, readBody: ReadBody): string | undefined {
  const dateline = article.dateline === undefined ? undefined : place.get(article.dateline);
  return articleHtml({ site, article, dateline, readBody, reader: 'mail' }) || undefined;
}

function mailOf({ locale }: Edition, issue: Issue, contents: MailContents, html: string): IssueMail {
  return {
    id: `${locale}/${issue.slug}`,
    kind: issue.kind,
    locale,
    subject: contents.subject,
    preheader: contents.preheader,
    html,
    text: mailText(contents),
    webAddress: contents.webAddress,
  };
}
