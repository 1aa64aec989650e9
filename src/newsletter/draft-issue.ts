import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import { beginningOf } from '#src/schemas/beginning-of.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { newsletterSchema, type NewsletterFields } from '#src/schemas/newsletter.ts';
import type { Choice, Chosen } from './choose-stories.ts';

/** The longest subject and line beside it (`schemas/newsletter.ts`). */
const LONGEST_SUBJECT = 120;
const LONGEST_PREHEADER = 160;

/**
 * The front matter of an issue as it is proposed to its editor: the lead's headline is the subject, and the next headlines, or else the
 * lead's standfirst, the line beside it.
 * @param date when it is to be sent
 * @throws Error if nothing was chosen
 */
export function draftIssue(
  { edition: { locale }, kind, since }: Pick<Choice, 'edition' | 'kind' | 'since'>,
  { articles, events }: Chosen,
  { date, isDraft }: { date: Date; isDraft: boolean },
): NewsletterFields {
  const [lead, ...others] = articles;
  if (!lead) throw new Error('An issue without a story was to be drafted');
  return newsletterSchema.parse({
    subject: shortened(lead.title, LONGEST_SUBJECT),
    preheader: shortened(alsoIn(locale, others) ?? lead.description, LONGEST_PREHEADER),
    kind,
    date,
    ...(kind !== 'breaking' && { since }),
    articles: articles.map(({ slug }) => slug),
    events: events.map(({ event }) => event.slug),
    draft: isDraft,
  });
}

/** “Also: Bus stop moves; What to buy at the market”: as many headlines as fit; undefined if none does. */
function alsoIn(locale: Locale, articles: Chosen['articles']): string | undefined {
  const sentence = (titles: readonly string[]) => translator(locale)('mailAlso', { titles: titles.join('; ') });
  const fitting: string[] = [];
  for (const { title, sponsor } of articles) {
    if (sponsor || sentence([...fitting, title]).length > LONGEST_PREHEADER) break;
    fitting.push(title);
  }
  return fitting.length > 0 ? sentence(fitting) : undefined;
}

/** A line that ends with a whole word, or a whole character of a word that is too long alone. @param most UTF-16 units */
function shortened(text: string, most: number): string {
  const line = typeset(text);
  if (line.length <= most) return line;
  return `${beginningOf(line, most - 1).replace(/\s+\S*$/, '')}…`;
}
