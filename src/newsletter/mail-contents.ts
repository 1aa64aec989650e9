/** What a mail says, in words and full addresses: its two parts only write it. */
import { dateWords } from '#src/newsroom/event-dates.ts';
import type { EventDate } from '#src/newsroom/event-dates.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { PublishedCorrection } from '#src/newsroom/corrections.ts';
import type { IssueContents } from '#src/newsroom/issue-contents.ts';
import type { Article, Issue } from '#src/newsroom/newsroom.ts';
import { formatDate, LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { ISSUE_NAMES } from '#src/i18n/issue-names.ts';
import { translateCount, translator, type MessageKey } from '#src/i18n/translate.ts';
import { socialPicture } from '#src/pictures/renditions.ts';
import { USUAL_ISSUES } from '#src/schemas/issue-settings.ts';
import type { NewsletterKind } from '#src/schemas/newsletter.ts';
import { absoluteUrl, articleUrl, eventUrl, frontUrl, issueUrl } from '#src/urls.ts';

/** A story as a mail tells it. All texts are plain text. */
export interface MailStory {
  headline: string;
  address: string;
  standfirst: string;
  /** “Paid for by …”. */
  label: string | undefined;
  /** Of the lead alone. */
  picture: { address: string; alt: string; credit: string } | undefined;
  /** The whole text as HTML that travels, of what is breaking. */
  whole: string | undefined;
}

export interface MailEvent {
  name: string;
  when: string;
  where: string;
  address: string;
}

export interface MailCorrection {
  /** “Correction (18 November 2026)”. */
  kind: string;
  text: string;
  headline: string;
  address: string;
}

/** Everything that a mail says. */
export interface MailContents {
  languageTag: string;
  paper: string;
  paperAddress: string;
  /** “Weekly issue”. */
  kind: string;
  date: string;
  subject: string;
  preheader: string;
  /** As HTML that travels; '' if there is none. */
  introduction: string;
  /** The lead and the top stories. */
  stories: readonly MailStory[];
  sections: readonly { name: string; stories: readonly MailStory[] }[];
  eventsName: string;
  events: readonly MailEvent[];
  correctionsName: string;
  corrections: readonly MailCorrection[];
  /** “3 more stories are in the copy on the site.” */
  more: string | undefined;
  readStory: string;
  online: string;
  webAddress: string;
  /** Why its reader gets it. */
  why: string;
  unsubscribe: string;
  publisher: string;
  email: string;
  postalAddress: string | undefined;
}

const WHY = {
  daily: 'mailWhyDaily',
  weekly: 'mailWhyWeekly',
  breaking: 'mailWhyBreaking',
} as const satisfies Record<NewsletterKind, MessageKey>;

/** What a mail is made from besides its edition. */
export interface MailSources {
  issue: Issue;
  contents: IssueContents;
  introduction: string;
  /** The whole text of the lead; undefined if it is told by its standfirst. */
  whole: string | undefined;
  /** Stories that the copy on the site has and the mail has not. */
  leftOut: number;
}

/** Puts an issue into words. */
export function mailContents(edition: Edition, sources: MailSources): MailContents {
  const { locale, site } = edition;
  const { issue, contents, introduction, whole, leftOut } = sources;
  const { lead, top, sections, events, corrections } = contents;
  const t = translator(locale);
  const story = (article: Article) => mailStory(edition, article);
  return {
    languageTag: LANGUAGE_TAGS[locale],
    paper: site.name,
    paperAddress: absoluteUrl(site.url, frontUrl(locale)),
    kind: t(ISSUE_NAMES[issue.kind]),
    date: formatDate(locale, issue.date, 'weekday'),
    subject: typeset(issue.subject),
    preheader: typeset(issue.preheader),
    introduction,
    stories: [
      // A whole text has its own label and picture.
      ...(lead ? [whole === undefined ? leadStory(edition, lead) : { ...story(lead), label: undefined, whole }] : []),
      ...top.map(story),
    ],
    sections: sections.map(({ category, articles }) => {
      return { name: typeset(category.title[locale]), stories: articles.map(story) };
    }),
    eventsName: t('eventsAhead'),
    events: events.map((date) => mailEvent(edition, date)),
    correctionsName: t('corrections'),
    corrections: corrections.map((correction) => mailCorrection(edition, correction)),
    more: leftOut > 0 ? translateCount(locale, 'mailMore', leftOut) : undefined,
    readStory: t('mailStory'),
    online: t('mailOnline'),
    webAddress: absoluteUrl(site.url, issueUrl(issue)),
    why: t(WHY[issue.kind], { paper: site.name }),
    unsubscribe: t('mailUnsubscribe'),
    publisher: t('publishedBy', { name: site.publisher }),
    email: site.email,
    postalAddress: (site.newsletter ?? USUAL_ISSUES).postalAddress,
  };
}

function mailStory({ locale, site }: Edition, article: Article): MailStory {
  const { title, description, sponsor } = article;
  return {
    headline: typeset(title),
    address: absoluteUrl(site.url, articleUrl(article)),
    standfirst: typeset(description),
    label: sponsor && translator(locale)('sponsoredBy', { name: typeset(sponsor.name) }),
    picture: undefined,
    whole: undefined,
  };
}

function leadStory(edition: Edition, article: Article): MailStory {
  const { site } = edition;
  const { picture } = article;
  if (!picture) return mailStory(edition, article);
  const address = absoluteUrl(site.url, socialPicture(picture).url);
  return {
    ...mailStory(edition, article),
    picture: { address, alt: typeset(picture.alt), credit: typeset(picture.credit) },
  };
}

function mailEvent({ locale, site, place }: Edition, { event, occurrence }: EventDate): MailEvent {
  const where = [event.venue?.name, place.get(event.place)?.name[locale]].filter((name) => name !== undefined);
  return {
    name: typeset(event.title),
    when: dateWords(locale, event, occurrence),
    where: typeset(where.join(', ')),
    address: absoluteUrl(site.url, eventUrl(event)),
  };
}

function mailCorrection({ locale, site }: Edition, { kind, date, text, article }: PublishedCorrection): MailCorrection {
  return {
    kind: `${translator(locale)(kind satisfies MessageKey)} (${formatDate(locale, date, 'long')})`,
    text: typeset(text),
    headline: typeset(article.title),
    address: absoluteUrl(site.url, articleUrl(article)),
  };
}
