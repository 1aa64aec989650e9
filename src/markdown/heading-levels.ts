import { elementsIn, textOf, type HtmlRoot } from './html-tree.ts';

/** The page's h1 is the headline: a `#` in a body becomes an h2, and every heading gets an id to link to. */
export function levelHeadings(root: HtmlRoot): void {
  const idOf = headingIds();
  for (const { node } of elementsIn(root)) {
    if (!/^h[1-6]$/.test(node.tagName)) continue;
    if (node.tagName === 'h1') node.tagName = 'h2';
    // The footnotes' own heading comes with an id that its references need.
    if (node.properties['id']) continue;
    node.properties = { ...node.properties, id: idOf(textOf(node)) };
  }
}

/** Gives the headings of one body their ids, one after another: the same words get another number each time. */
export function headingIds(): (words: string) => string {
  const taken = new Set<string>();
  return (words) => {
    const stem = headingId(words);
    let id = stem;
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
    taken.add(id);
    return id;
  };
}

/** An id from a heading's words: accents folded, the rest hyphens; prefixed so that it can clobber no global name. */
function headingId(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `s-${words || 'section'}`;
}
