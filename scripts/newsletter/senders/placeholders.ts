import { UNSUBSCRIBE_MARK, type IssueMail } from '#src/newsletter/issue-mail.ts';

/** How a service writes what it fills in, and what an issue's own text must therefore not hold. */
export interface Placeholders {
  /** What it fills in with the address at which a recipient unsubscribes. */
  unsubscribe: string;
  /** Each sign with which a place to fill in begins. */
  openings: readonly string[];
  /** An opening in plain text, so that it is shown and not read. */
  inText: (opening: string) => string;
}

/** An issue's texts for a service: with its place for the unsubscribe address, and no other. A headline may well hold `{{`. */
export function filledIn(issue: IssueMail, { unsubscribe, openings, inText }: Placeholders) {
  const plain = (text: string) => replaceOpenings(text, openings, inText);
  return {
    subject: plain(issue.subject),
    preheader: plain(issue.preheader),
    html: issue.html
      .split(/(<style\b[^>]*>.*?<\/style>)/is)
      .map((part, index) =>
        // CSS knows no character references, but lets a space stand between two signs.
        replaceOpenings(part, openings, index % 2 === 1 ? spaced : asReference),
      )
      .join('')
      .replaceAll(UNSUBSCRIBE_MARK, () => unsubscribe),
    text: plain(issue.text).replaceAll(UNSUBSCRIBE_MARK, () => unsubscribe),
  };
}

function replaceOpenings(text: string, openings: readonly string[], write: (opening: string) => string): string {
  let safe = '';
  for (let at = 0; at < text.length;) {
    const opening = openings.find((one) => text.startsWith(one, at));
    safe += opening === undefined ? text[at] : write(opening);
    at += opening?.length ?? 1;
  }
  return safe;
}

const asReference = (opening: string) => [...opening].map((sign) => `&#${sign.codePointAt(0)};`).join('');

/** `{ {`: for services that have no way to write their own signs. */
export const spaced = (opening: string) => [...opening].join(' ');
