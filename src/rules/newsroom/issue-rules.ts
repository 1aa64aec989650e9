import { sharesReaders } from '#src/newsroom/issues.ts';
import type { Issue } from '#src/newsroom/newsroom.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { compareText, showValue } from '#src/schemas/problem.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, rule, type FileFinding, type NewsroomRule } from '../rule.ts';

/** A text that names articles or events by their slugs, in its own language. */
interface NamingText {
  file: string;
  locale: Locale;
  slugs: readonly string[];
}

/** Names of articles and events, which are slugs of a text's language and not files, and what issues of the newsletter have in common. */
export const ISSUE_RULES: readonly NewsroomRule[] = [
  rule('unknown-article', 'warning', (view) => {
    const { events, newsletters } = view.newsroom;
    const naming = [...events, ...newsletters].map(({ file, locale, articles }) => ({
      file,
      locale,
      slugs: articles,
    }));
    return unknownNames(view, 'articles', naming);
  }),
  rule('unknown-event', 'warning', (view) => {
    const naming = view.newsroom.newsletters.map(({ file, locale, events }) => ({ file, locale, slugs: events }));
    return unknownNames(view, 'events', naming);
  }),
  rule('sent-twice', 'warning', ({ newsroom: { newsletters } }) => {
    const inOrder = newsletters.toSorted((a, b) => a.date.getTime() - b.date.getTime() || compareText(a.id, b.id));
    return inOrder.flatMap((issue, at) => toldBefore(issue, inOrder.slice(0, at)));
  }),
];

const MESSAGES = { articles: 'unknown-article', events: 'unknown-event' } as const;

function unknownNames(
  { newsroom, unread }: Pick<NewsroomView, 'newsroom' | 'unread'>,
  field: 'articles' | 'events',
  texts: readonly NamingText[],
): FileFinding[] {
  const naming = texts.filter(({ slugs }) => slugs.length > 0);
  if (naming.length === 0) return [];
  const bySlug = Map.groupBy<Locale, { locale: Locale; slug: string }>(newsroom[field], ({ locale }) => locale);
  return naming.flatMap(({ file, locale, slugs }) => {
    const known = (bySlug.get(locale) ?? []).map(({ slug }) => slug);
    return slugs.flatMap((slug, index): FileFinding[] => {
      const isUnread = [...unread].some((one) => one.startsWith(`${field}/`) && one.endsWith(`/${slug}`));
      if (known.includes(slug) || isUnread) return [];
      const meant = suggest(slug, known);
      const found = meant ? finding(`${MESSAGES[field]}.near`, { meant }) : finding(MESSAGES[field]);
      return [{ file, path: [field, index], value: showValue(slug), ...found }];
    });
  });
}

/** The articles of an issue that its readers got before. @param earlier issues */
function toldBefore(issue: Issue, earlier: readonly Issue[]): FileFinding[] {
  const others = earlier.filter((other) => sharesReaders(issue, other));
  return issue.articles.flatMap((slug, index): FileFinding[] => {
    const first = others.find(({ articles }) => articles.includes(slug));
    if (!first) return [];
    return [
      {
        file: issue.file,
        path: ['articles', index],
        value: showValue(slug),
        ...finding('sent-twice', { file: first.file }),
      },
    ];
  });
}
