import { dateWords } from '#src/newsroom/event-dates.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { issueContents, namedIn } from '#src/newsroom/issue-contents.ts';
import type { Issue } from '#src/newsroom/newsroom.ts';
import type { Chosen, WhyLeftOut } from '#src/newsletter/choose-stories.ts';
import { MOST_BYTES, type ComposedMail } from '#src/newsletter/compose-mail.ts';

const REASONS: Readonly<Record<WhyLeftOut, string>> = {
  sent: 'sent before, or waiting in a draft',
  'kept-out': 'newsletter: false',
  'no-room': 'the issue is full',
};

/** What would be sent, for an editor to read: subject, items in order, sizes, and what is left out and why. */
export function describeIssue(
  edition: Edition,
  issue: Issue,
  { mail, bytes, leftOut, isShortened }: ComposedMail,
  chosen: Chosen,
): string {
  const { lead, top, sections, events, corrections } = issueContents(edition, issue, namedIn(edition, issue));
  return [
    `Subject:    ${mail.subject}`,
    `Beside it:  ${mail.preheader}`,
    `Copy:       ${mail.webAddress}`,
    '',
    `  lead      ${lead?.title ?? ''}`,
    ...top.map(({ title }) => `  top       ${title}`),
    ...sections.flatMap(({ category, articles }) =>
      articles.map(({ title, sponsor }) => `  ${category.id.padEnd(9)} ${title}${sponsor ? ' (sponsored)' : ''}`),
    ),
    ...events.map(
      ({ event, occurrence }) => `  event     ${event.title}: ${dateWords(issue.locale, event, occurrence)}`,
    ),
    ...corrections.map(({ kind, article }) => `  ${kind.padEnd(9)} ${article.title}`),
    '',
    `HTML ${kilobytes(bytes)} of ${kilobytes(MOST_BYTES)}, text ${kilobytes(Buffer.byteLength(mail.text))}`,
    ...(isShortened ? ['The whole text is too long for a mail: it has the standfirst and a link.'] : []),
    ...leftOut.map((title) => `Left out of the mail, for its size: ${title}`),
    ...chosen.leftOut.map(({ article, why }) => `Left out: ${article.title} (${REASONS[why]})`),
  ].join('\n');
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
