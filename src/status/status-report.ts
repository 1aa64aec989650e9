import type { Locale } from '#src/schemas/locale.ts';
import type { PublishStatus, Verdict } from './publish-status.ts';
import { articlesText, commitText, momentIn, nothingNamed, statusWord, verdictText } from './status-words.ts';

/** What readers have, as lines for a terminal. */
export function statusReport(locale: Locale, status: PublishStatus, verdict: Verdict): string[] {
  const { live, leftOut, hidden = 0, next, history } = status;
  const word = (key: Parameters<typeof statusWord>[1], values?: Record<string, string>) =>
    statusWord(locale, key, values);
  const reason = verdict === 'refused' || verdict === 'failed' ? history[0]?.reason : undefined;
  const articles = live?.articles === undefined ? [] : [articlesText(locale, live.articles)];
  return [
    verdictText(locale, verdict, status),
    ...(reason === undefined ? [] : [`  ${reason}`]),
    ...(live ? [`${word('live')}: ${[live.release, ...articles].join(', ')}`] : []),
    ...(live?.commit ? [`  ${commitText(locale, live.commit)}`] : []),
    ...(leftOut.length > 0 ? [`${word('leftOut')}:`] : []),
    ...(hidden > 0 ? [word('hidden', { count: String(hidden) })] : []),
    ...leftOut.flatMap(({ file, sees, mistakes }) => [
      `  ${file}: ${sees[locale]}`,
      ...mistakes.map(
        ({ line, text }) =>
          `    ${line === undefined ? '' : `${word('line', { line: String(line) })}: `}${text[locale]}`,
      ),
    ]),
    ...(next && next.changes.length > 0 ? [`${word('next')}:`] : []),
    ...(next?.changes ?? []).map(
      ({ at, title, change }) => `  ${momentIn(locale, at)} ${word(change)}: ${title[locale]}`,
    ),
    ...(next && next.changes.length === 0 ? [word(nothingNamed(status), { at: momentIn(locale, next.at) })] : []),
  ];
}
