import { inline } from '@css-inline/css-inline';
import { escapeUTF8 } from 'entities/escape';
import { UNSUBSCRIBE_MARK } from './issue-mail.ts';
import { mailBody, TEXT_WIDTH } from './mail-body.ts';
import type { MailContents, MailCorrection, MailEvent, MailStory } from './mail-contents.ts';
import { MAIL_EXTRAS, MAIL_RULES } from './mail-style.ts';

/** In pixels: what fits beside the lists of messages on a desk, and every template of mail has. */
const SHEET_WIDTH = 600;

/** A mail's HTML: one table, its rules written into its elements. */
export function mailPage(mail: MailContents): string {
  const page = [
    '<!DOCTYPE html>',
    `<html lang="${mail.languageTag}" dir="ltr">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(mail.subject)}</title><style>${MAIL_EXTRAS}</style></head>`,
    `<body class="page"><div class="preheader">${text(mail.preheader)}</div>`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page"><tr><td class="page" align="center">',
    `<table role="presentation" width="${SHEET_WIDTH}" cellpadding="0" cellspacing="0" class="sheet">`,
    ...rowsOf(mail),
    '</table></td></tr></table></body></html>',
  ].join('\n');
  const inlined = inline(page, {
    inlineStyleTags: false,
    keepStyleTags: true,
    extraCss: MAIL_RULES,
    loadRemoteStylesheets: false,
    minifyCss: true,
  });
  return `${withoutClasses(inlined)}\n`;
}

/** Classes that the extras do not name are only bytes once their rules are in the elements. */
function withoutClasses(html: string): string {
  return html.replace(/ class="([^"]*)"/g, (_, names: string) => {
    const read = names
      .split(' ')
      .filter((name) => MAIL_EXTRAS.includes(`.${name} `) || MAIL_EXTRAS.includes(`.${name},`));
    return read.length > 0 ? ` class="${read.join(' ')}"` : '';
  });
}

function rowsOf(mail: MailContents): string[] {
  const { stories, sections, events, corrections, introduction } = mail;
  const [lead, ...top] = stories;
  return [
    row(
      `<h1 class="paper">${link(mail.paperAddress, mail.paper)}</h1><p class="issue-date">${text(mail.kind)} · ${text(mail.date)}</p>`,
      'cell head',
    ),
    RULE,
    ...(introduction ? [row(`<div class="text">${mailBody(introduction)}</div>`, 'cell head'), RULE] : []),
    ...(lead ? [row(leadStory(mail, lead), 'cell head')] : []),
    ...top.map((story) => row(shortStory(story, 'h2'))),
    ...sections.flatMap(({ name, stories: some }) =>
      part(
        name,
        some.map((story) => shortStory(story, 'h3')),
      ),
    ),
    ...(events.length > 0 ? part(mail.eventsName, events.map(eventItem)) : []),
    ...(corrections.length > 0 ? part(mail.correctionsName, corrections.map(correctionItem)) : []),
    ...(mail.more === undefined ? [] : [row(`<p class="standfirst">${link(mail.webAddress, mail.more)}</p>`)]),
    RULE,
    row(footOf(mail), 'cell foot'),
  ];
}

function part(name: string, items: readonly string[]): string[] {
  return [RULE, row(`<h2 class="part">${text(name)}</h2>`, 'cell name'), ...items.map((item) => row(item))];
}

function leadStory({ readStory }: MailContents, story: MailStory): string {
  const { picture, whole } = story;
  return [
    ...(picture
      ? [
          `<div class="picture"><img class="photo" src="${text(picture.address)}" width="${TEXT_WIDTH}" alt="${text(picture.alt)}"></div>`,
          `<p class="small">${text(picture.credit)}</p>`,
        ]
      : []),
    labelOf(story),
    `<h2 class="lead headline">${link(story.address, story.headline)}</h2>`,
    whole === undefined
      ? `<p class="standfirst">${text(story.standfirst)} ${link(story.address, readStory)}</p>`
      : `<div class="text">${mailBody(whole)}</div>`,
  ].join('');
}

function shortStory(story: MailStory, level: 'h2' | 'h3'): string {
  return [
    labelOf(story),
    `<${level} class="headline">${link(story.address, story.headline)}</${level}>`,
    `<p class="standfirst">${text(story.standfirst)}</p>`,
  ].join('');
}

const labelOf = ({ label }: MailStory) => (label === undefined ? '' : `<p class="label">${text(label)}</p>`);

const eventItem = ({ name, when, where, address }: MailEvent) =>
  `<p class="small when">${text(when)}</p><h3 class="headline">${link(address, name)}</h3><p class="small where">${text(where)}</p>`;

const correctionItem = ({ kind, text: words, headline, address }: MailCorrection) =>
  `<p class="small when">${text(kind)}</p><h3 class="headline">${link(address, headline)}</h3><p class="standfirst">${text(words)}</p>`;

function footOf(mail: MailContents): string {
  return [
    `<p class="small">${link(mail.webAddress, mail.online)}</p>`,
    `<p class="small">${text(mail.why)} ${link(UNSUBSCRIBE_MARK, mail.unsubscribe)}</p>`,
    `<p class="small">${text(mail.publisher)} · ${link(`mailto:${mail.email}`, mail.email)}</p>`,
    ...(mail.postalAddress === undefined ? [] : [`<p class="small">${text(mail.postalAddress)}</p>`]),
  ].join('');
}

const row = (html: string, className = 'cell') => `<tr><td class="${className}">${html}</td></tr>`;
const RULE = '<tr><td class="cell"><div class="rule">&nbsp;</div></td></tr>';
const text = (plain: string) => escapeUTF8(plain);
const link = (address: string, words: string) => `<a href="${text(address)}">${text(words)}</a>`;
