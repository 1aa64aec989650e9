import { escapeUTF8 } from 'entities/escape';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { PublishStatus } from './publish-status.ts';
import { commitText, momentIn, outcomeText, statusWord } from './status-words.ts';

/**
 * Publishes and failures as a feed that a chat or a mail rule can follow.
 * @see RFC 4287; ids are tag URIs (RFC 4151) that never change
 */
export function statusFeed(locale: Locale, { site, history }: PublishStatus): string {
  const host = new URL(site.url).hostname;
  const entries = history.map((run) => {
    const faulty = (run.faulty ?? []).map(({ file, mistake }) => `${file}: ${mistake[locale]}`);
    const lines = [run.reason, run.commit && commitText(locale, run.commit), ...faulty].filter(
      (text) => text !== undefined,
    );
    const title = `${outcomeText(locale, run)}, ${momentIn(locale, run.at)}`;
    return `<entry>
<id>tag:${host},2026:publish/${run.at.toISOString()}</id>
<title>${escapeUTF8(title)}</title>
<updated>${run.at.toISOString()}</updated>
<category term="${run.outcome}"/>
<content type="text">${escapeUTF8(lines.join('\n') || title)}</content>
</entry>`;
  });
  const updated = history[0]?.at ?? new Date(0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANGUAGE_TAGS[locale]}">
<id>tag:${host},2026:publishes</id>
<title>${escapeUTF8(`${site.name}: ${statusWord(locale, 'history')}`)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${escapeUTF8(site.name)}</name></author>
${entries.join('\n')}
</feed>
`;
}
