import { defineHastPlugin } from 'satteri';

/** Aligned cells say so by class: a style attribute would be blocked by the site's Content-Security-Policy. */
export const cellAlignment = defineHastPlugin({
  name: 'cell-alignment',
  element: {
    filter: ['th', 'td'],
    visit(node, context) {
      const side = /text-align:\s*(left|center|right)/.exec(String(node.properties['style'] ?? ''))?.[1];
      if (!side) return;
      context.setProperty(node, 'style', undefined);
      context.setProperty(node, 'className', [`align-${side}`]);
    },
  },
});
