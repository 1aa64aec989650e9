import { withoutAccents } from '#src/schemas/plain-letters.ts';
import { elementsIn, textOf, type HtmlRoot } from './html-tree.ts';

/** Turns a `#` in a body into an h2, since the page's h1 is the headline, and gives every heading an id to link to. */
export function levelHeadings(root: HtmlRoot): void {
  const idOf = headingIds();
  for (const { node } of elementsIn(root)) {
    if (!/^h[1-6]$/.test(node.tagName)) continue;
    if (node.tagName === 'h1') node.tagName = 'h2';
    // The footnotes' heading has an id already, which their references need.
    if (node.properties['id']) continue;
    node.properties = { ...node.properties, id: idOf(textOf(node)) };
  }
}

/** Makes the ids of one body's headings, one after another; repeated headings are numbered. */
function headingIds(): (words: string) => string {
  const taken = new Set<string>();
  return (words) => {
    const stem = headingId(words);
    let id = stem;
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
    taken.add(id);
    return id;
  };
}

/** An id from a heading's text: accents folded, the rest hyphens; the prefix keeps it from shadowing a script's global name. */
export function headingId(text: string): string {
  const words = withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `s-${words || 'section'}`;
}
