import { defineHastPlugin } from 'satteri';

/** The page's h1 is the headline: a `#` in a body becomes an h2, and every heading gets an id to link to. */
export const headingLevels = () => {
  const idOf = headingIds();
  return defineHastPlugin({
    name: 'heading-levels',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        // The footnotes' own heading comes with an id that its references need.
        if (node.properties['id']) return;
        const id = idOf(context.textContent(node));
        if (node.tagName === 'h1') {
          context.replaceNode(node, { ...node, tagName: 'h2', properties: { ...node.properties, id } });
        } else {
          context.setProperty(node, 'id', id);
        }
      },
    },
  });
};

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
