import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { composeMail } from '#src/newsletter/compose-mail.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Issue } from '#src/newsroom/newsroom.ts';

/** The mail of an issue. @param bodies Markdown by file; others are empty */
export function mailOf(edition: Edition, issue: Issue, bodies: Readonly<Record<string, string>> = {}) {
  const composed = composeMail(edition, issue, ({ file }) => bodies[file] ?? '');
  if (!composed) throw new Error(`${issue.file} has no story to tell`);
  return composed;
}

/** Every element of a document, in its order. */
export function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const walk = (node: Tree.Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export const attributeOf = ({ attrs }: Tree.Element, wanted: string): string | undefined =>
  attrs.find(({ name }) => name === wanted)?.value;

/** The text below an element. */
export function textBelow(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textBelow).join('') : '';
}
