import { createHash } from 'node:crypto';
import { escapeAttribute, escapeText } from 'entities/escape';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { LATE_AFTER_MS, verdictOf, type PublishStatus } from './publish-status.ts';
import {
  articlesText,
  commitText,
  momentIn,
  nothingNamed,
  outcomeText,
  statusWord,
  verdictText,
} from './status-words.ts';

/** Where a file of the newsroom is edited; undefined if that is not known. */
export type EditLink = (file: string) => string | undefined;

const STYLES = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1rem; font-weight: 600; margin: 0 0 1rem; }
h2 { font-size: 1rem; margin: 2rem 0 .25rem; }
.verdict { font-size: 1.35rem; line-height: 1.3; margin: 0; padding: .75rem 1rem; border-left: .35rem solid #2e7d5b; background: #2e7d5b1a; }
.verdict.partly, .verdict.late { border-color: #b26a00; background: #b26a001a; }
.verdict.refused, .verdict.failed, .verdict.stopped { border-color: #b3261e; background: #b3261e1a; }
.verdict.running, .verdict.never { border-color: #47698a; background: #47698a1a; }
ul { padding-left: 1.25rem; margin: .25rem 0; }
time, code { white-space: nowrap; }
code { font-size: .9em; white-space: normal; }
table { border-collapse: collapse; width: 100%; }
td { padding: .35rem .75rem .35rem 0; vertical-align: top; border-top: 1px solid #8884; }
td:first-child { width: 1%; }
a { color: inherit; text-underline-offset: .15em; }
nav { display: flex; gap: 1.5rem; margin-top: 2.5rem; font-size: .9rem; }
.small { font-size: .9rem; opacity: .8; margin: .25rem 0; }
@media (max-width: 30rem) { td { display: block; padding: 0; border: 0; } tr { display: block; border-top: 1px solid #8884; padding: .35rem 0; } }
`;

/** Says that a publish is late when the reader's clock says so: nothing else on the page depends on it. */
const SCRIPT = `
for (const late of document.querySelectorAll('[data-late-after]'))
  if (Date.now() > Number(late.dataset.lateAfter)) { late.hidden = false; late.previousElementSibling.hidden = true; }
`;

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Its own style and script, and nothing else; it loads itself again each minute. */
const POLICY = `default-src 'none'; style-src ${sha256(STYLES)}; script-src ${sha256(SCRIPT)}; base-uri 'none'; form-action 'none'`;

/**
 * The page that tells editors what readers have, as HTML. It names articles that are still withheld: it is for editors only.
 * @param now the instant at which it is written
 */
export function statusPage(locale: Locale, status: PublishStatus, now: Date, editLink: EditLink): string {
  const word = (key: Parameters<typeof statusWord>[1], values?: Record<string, string>) =>
    escapeText(statusWord(locale, key, values));
  const moment = (instant: Date) =>
    `<time datetime="${instant.toISOString()}">${escapeText(momentIn(locale, instant))}</time>`;
  const fileLink = (file: string) => {
    const address = editLink(file);
    const name = `<code>${escapeText(file)}</code>`;
    return address === undefined ? name : `${name} <a href="${escapeAttribute(address)}">${word('edit')}</a>`;
  };
  const verdict = verdictOf(status, now);
  const { live, leftOut, hidden, next, history, site } = status;
  const late =
    next &&
    `<p class="verdict late" data-late-after="${next.at.getTime() + LATE_AFTER_MS}" hidden>${escapeText(verdictText(locale, 'late', status))}</p>`;
  const [last] = history;
  const reason = (verdict === 'refused' || verdict === 'failed') && last?.reason;
  const section = (title: string, content: string) => (content ? `<h2>${title}</h2>\n${content}` : '');
  const liveText =
    live &&
    [
      `<p>${word('since')} ${moment(live.since)}${live.articles === undefined ? '' : ` · ${escapeText(articlesText(locale, live.articles))}`}</p>`,
      live.commit ? `<p class="small">${escapeText(commitText(locale, live.commit))}</p>` : '',
    ].join('');
  const leftOutText = leftOut
    .map(({ file, sees, mistakes }) => {
      const lines = mistakes.map(
        ({ line, text }) =>
          `<li>${line === undefined ? '' : `${word('line', { line: String(line) })}: `}${escapeText(text[locale])}</li>`,
      );
      return `<p>${fileLink(file)}<br>${word('sees', { what: sees[locale] })}</p>\n<ul>${lines.join('')}</ul>`;
    })
    .join('\n');
  const dueText = next?.changes
    .map(
      ({ at, title, file, change }) =>
        `<li>${moment(at)} ${word(change)}: ${escapeText(title[locale])}<br>${fileLink(file)}</li>`,
    )
    .join('');
  const nextText =
    next &&
    (dueText ? `<ul>${dueText}</ul>` : `<p>${word(nothingNamed(status), { at: momentIn(locale, next.at) })}</p>`);
  const rows = history.map((run) => {
    const why = [run.reason, run.commit && commitText(locale, run.commit)].filter((text) => text !== undefined);
    return `<tr><td>${moment(run.at)}</td><td>${escapeText(outcomeText(locale, run))}${why.map((text) => `<p class="small">${escapeText(text)}</p>`).join('')}</td></tr>`;
  });
  // One that everybody may read has no feed.
  const isPublic = hidden !== undefined;
  const other = locale === 'en' ? './es/' : '../';
  const feed = locale === 'en' ? './feed.xml' : '../feed.xml';
  return `<!doctype html>
<html lang="${LANGUAGE_TAGS[locale]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(POLICY)}">
<meta http-equiv="refresh" content="60">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(`${statusWord(locale, 'title')} · ${site.name}`)}</title>
${isPublic ? '' : `<link rel="alternate" type="application/atom+xml" href="${feed}">\n`}<style>${STYLES}</style>
</head>
<body>
<main>
<h1>${escapeText(site.name)}: ${word('title')}</h1>
<p class="verdict ${verdict}">${escapeText(verdictText(locale, verdict, status))}</p>
${verdict === 'right' || verdict === 'partly' ? (late ?? '') : ''}
${reason ? section(word('reason'), `<p>${escapeText(reason)}</p>`) : ''}
${section(word('live'), liveText ?? '')}
${section(word('leftOut'), hidden ? `<p>${word('hidden', { count: String(hidden) })}</p>` : leftOutText)}
${section(word('next'), nextText ?? '')}
${section(word('history'), rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : '')}
</main>
<nav><a href="${other}" lang="${locale === 'en' ? 'es' : 'en'}">${word('otherLanguage')}</a>${isPublic ? '' : `<a href="${feed}">${word('feed')}</a>`}</nav>
<p class="small">${word('asOf', { at: momentIn(locale, now) })}</p>
<script>${SCRIPT}</script>
</body>
</html>
`.replace(/\n{2,}/g, '\n');
}
