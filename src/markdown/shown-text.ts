import { decodeHTML } from 'entities/decode';
import { endOf, startOf, type MarkdownNode } from './markdown-tree.ts';

/** What a {@link ShownText} has in place of what is not typed text. Private characters: no text has them. */
export const MARKS = {
  /** A character that was escaped (`\*`) or written as an entity: meant as it is. */
  escaped: '\uE000',
  /** An address that became a link by itself. */
  address: '\uE001',
  /** The beginning or end of emphasis. */
  emphasis: '\uE002',
  /** Anything else: code, a picture, a tag, a note’s number. */
  other: '\uE003',
} as const;

/** The text of a paragraph, heading or cell as readers see it, of which each character knows where it was typed. */
export interface ShownText {
  text: string;
  /** Offsets in the Markdown, one for each UTF-16 unit. */
  offsets: readonly number[];
}

const EMPHASIS = new Set(['emphasis', 'strong', 'delete']);
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/**
 * The text of a node with phrasing content. What Markdown made something of is one mark ({@link MARKS}), so that a search of
 * the text finds only what it made nothing of.
 */
export function shownText(markdown: string, node: MarkdownNode): ShownText {
  let text = '';
  const offsets: number[] = [];
  const add = (shown: string, offset: number) => {
    text += shown;
    offsets.push(...Array.from({ length: shown.length }, () => offset));
  };
  const walk = ({ children = [] }: MarkdownNode): void => {
    for (const child of children) {
      const start = startOf(child);
      if (child.type === 'text') addTyped(markdown, child, add);
      else if (child.type === 'break') add('\n', start);
      else if (EMPHASIS.has(child.type)) {
        add(MARKS.emphasis, start);
        walk(child);
        add(MARKS.emphasis, endOf(child));
      } else if (child.type === 'link' || child.type === 'linkReference') {
        if (markdown[start] === '[') {
          add(MARKS.other, start);
          walk(child);
          add(MARKS.other, endOf(child));
        } else add(MARKS.address, start);
      } else add(MARKS.other, start);
    }
  };
  walk(node);
  return { text, offsets };
}

/** Adds the characters of a text node, which has lost its backslashes, entities and the marks at the beginnings of lines. */
function addTyped(markdown: string, node: MarkdownNode, add: (shown: string, offset: number) => void): void {
  const { value = '' } = node;
  const end = endOf(node);
  let at = startOf(node);
  for (let done = 0; done < value.length;) {
    const next = value[done] ?? '';
    const typed = markdown[at] ?? '';
    const entity = typed === '&' ? ENTITY.exec(markdown.slice(at, end))?.[0] : undefined;
    const decoded = entity && decodeHTML(entity);
    if (at >= end) {
      add(MARKS.escaped, end);
      done += 1;
    } else if (typed === '\\' && markdown[at + 1] === next && PUNCTUATION.test(next)) {
      add(MARKS.escaped, at);
      at += 2;
      done += 1;
    } else if (entity && decoded && decoded !== entity && value.startsWith(decoded, done)) {
      add(MARKS.escaped.repeat(decoded.length), at);
      at += entity.length;
      done += decoded.length;
    } else if (typed === next) {
      add(next, at);
      at += 1;
      done += 1;
    } else at += 1;
  }
}
