import { toHtml } from 'hast-util-to-html';
import type { HtmlNode, HtmlRoot } from './html-tree.ts';

/** In attributes, only `&` and `"` need escaping: `'` and `` ` `` are dangerous in browsers of the 2000s only. */
const OPTIONS = { allowDangerousCharacters: true, characterReferences: { useNamedReferences: true } };

/** A tag with its attributes, or a `>` of the text. The library escapes `<` in text and `"` in attributes. */
const TAG_OR_SIGN = /<[^">]*(?:"[^"]*"[^">]*)*>|>/g;

/**
 * Writes a tree that the sanitiser has passed ({@link file://./sanitise.ts}), so that every parser of HTML reads the same tree
 * from it. The library leaves `>` in text and both signs in attributes as they are; the HTML Living Standard, section 13.3,
 * escapes them, so that no tag appears when text is moved to where another parser reads it.
 */
export function writeHtml(node: HtmlNode | HtmlRoot): string {
  return (
    toHtml(node, OPTIONS)
      .replace(TAG_OR_SIGN, (piece) => (piece === '>' ? '&gt;' : piece.replace(/"[^"]*"/g, withoutTags)))
      // A parser drops a line feed right after <pre>.
      .replace(/(<pre[^>]*>)\n/g, '$1\n\n')
  );
}

function withoutTags(value: string): string {
  return value.replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
