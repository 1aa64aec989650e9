import { htmlLines } from './html-lines.ts';
import { UNSUBSCRIBE_MARK } from './issue-mail.ts';
import type { MailContents, MailStory } from './mail-contents.ts';

/** A mail as plain text: every paragraph, item and address has a line of its own. */
export function mailText(mail: MailContents): string {
  const { stories, sections, events, corrections } = mail;
  const blocks = [
    `${mail.paper}\n${mail.kind} · ${mail.date}`,
    ...htmlLines(mail.introduction),
    ...stories.flatMap(storyBlocks),
    ...sections.flatMap(({ name, stories: some }) => [heading(name), ...some.flatMap(storyBlocks)]),
    ...(events.length > 0 ? [heading(mail.eventsName)] : []),
    ...events.map(({ name, when, where, address }) => [when, name, where, address].filter(Boolean).join('\n')),
    ...(corrections.length > 0 ? [heading(mail.correctionsName)] : []),
    ...corrections.map(({ kind, text, headline, address }) => [kind, headline, text, address].join('\n')),
    ...(mail.more === undefined ? [] : [`${mail.more}\n${mail.webAddress}`]),
    '* * *',
    `${mail.online}:\n${mail.webAddress}`,
    mail.why,
    `${mail.unsubscribe}:\n${UNSUBSCRIBE_MARK}`,
    [mail.publisher, mail.email, mail.postalAddress].filter(Boolean).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const heading = (name: string) => `== ${name} ==`;

function storyBlocks({ label, headline, standfirst, address, whole }: MailStory): string[] {
  const head = [...(label === undefined ? [] : [label]), headline];
  if (whole === undefined) return [[...head, standfirst, address].join('\n')];
  return [[...head, address].join('\n'), ...htmlLines(whole)];
}
