import { defineHastPlugin } from 'satteri';

/** HTML written in Markdown is shown as the text it is: nothing is lost, and nothing runs. */
export const escapeRawHtml = defineHastPlugin({
  name: 'escape-raw-html',
  raw(node, context) {
    const text = { type: 'text' as const, value: node.value };
    const parent = context.parent(node);
    // A block of HTML stands where only blocks may; text alone there would be an orphan beside paragraphs.
    const isBlock = parent?.type === 'root';
    context.replaceNode(node, isBlock ? { type: 'element', tagName: 'p', properties: {}, children: [text] } : text);
  },
});
