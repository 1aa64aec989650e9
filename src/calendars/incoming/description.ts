import { cleanText, oneLine } from '#src/writing/clean-text.ts';
import { htmlMarkdown, isHtml, withoutTags } from './html-markdown.ts';
import { markdownLine } from './markdown-line.ts';

/** What a calendar's DESCRIPTION becomes. */
export interface Description {
  /** The first sentences, for lists; '' if there are none. */
  summary: string;
  /** Markdown; '' if the summary says it all. */
  body: string;
  /** Whether some of it was too much. */
  isCut: boolean;
}

/** The schema's limit, and that of a body: what is longer is no description of an event. */
const LONGEST = { summary: 320, body: 20_000 };

/** @param raw plain text or HTML */
export function description(raw: string): Description {
  const isCut = raw.length > LONGEST.body;
  const text = raw.slice(0, LONGEST.body);
  const plain = isHtml(text) ? cleanText(withoutTags(text)).text : cleanText(text).text;
  const whole = oneLine(plain);
  const body = isHtml(text) ? htmlMarkdown(text) : plainMarkdown(plain);
  const summary = opening(plain);
  const saysItAll = summary === whole && !/\]\(|^[-\d]|\*\*/m.test(body);
  return { summary, body: saysItAll ? '' : body, isCut };
}

/** A title or a name: one line of plain text. */
export function plainLine(raw: string, longest: number): string {
  const text = isHtml(raw) ? withoutTags(raw) : raw;
  return cut(oneLine(cleanText(text.slice(0, LONGEST.body)).text), longest);
}

/** The first paragraph as far as it fits, in whole sentences if one fits. */
function opening(plain: string): string {
  const [first = ''] = plain
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((one) => /[\p{L}\p{N}]/u.test(withoutAddresses(one)));
  if (first.length <= LONGEST.summary) return first;
  const sentences = first.slice(0, LONGEST.summary).match(/^.*[.!?…](?=\s)/s)?.[0];
  return sentences && sentences.length > LONGEST.summary / 4 ? sentences : cut(first, LONGEST.summary);
}

const withoutAddresses = (text: string) => text.replace(/https?:\/\/\S+/g, '');

/** A text cut at a word, if it is too long. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 1);
  const atWord = start.replace(/\s+\S*$/, '');
  const kept = atWord.length > longest / 2 ? atWord : start;
  return `${kept.toWellFormed().replace(/[\ufffd,;:\s]+$/, '')}…`;
}

const LIST_SIGN = /^[-*•·–]\s+/;

/** Plain text as Markdown that shows it word for word: lines stay lines, and addresses become links. */
function plainMarkdown(plain: string): string {
  return plain
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const lines = paragraph.split('\n').map(oneLine).filter(Boolean);
      const isList = lines.length > 0 && lines.every((line) => LIST_SIGN.test(line));
      return isList
        ? lines.map((line) => `- ${markdownLine(line.replace(LIST_SIGN, ''))}`).join('\n')
        : lines.map(markdownLine).join('\\\n');
    })
    .filter(Boolean)
    .join('\n\n');
}
