import { defineHastPlugin } from 'satteri';

/** A wide table scrolls in its own frame, which keys can reach, instead of widening the page on a phone. */
export const scrollableTables = defineHastPlugin({
  name: 'scrollable-tables',
  element: {
    filter: ['table'],
    visit(node, context) {
      context.wrapNode(node, {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-frame'], tabIndex: 0, role: 'group' },
        children: [],
      });
    },
  },
});
