import { defineHastPlugin } from 'satteri';

/** A picture of a body in the sizes in which it is shown. */
export interface BodyPicture {
  src: string;
  /** Absent where the picture is smaller than the smallest size it would be made in. */
  srcset: string | undefined;
  width: number;
  height: number;
}

/** The width of the text column on wide screens, in CSS pixels; phones show the picture at screen width. */
const SIZES = '(min-width: 44rem) 42rem, 100vw';

/**
 * Pictures of a body get their optimised files, their size (so that text does not jump) and a figure with the Markdown
 * title as caption; the maker's credit stands there too. A picture that was not made ready is left out: of a story, the
 * reader has refused it before and said where, by {@link file://./body-facts.ts}; a standing page has none made ready.
 */
export const bodyPictures = (pictures: ReadonlyMap<string, BodyPicture>) =>
  defineHastPlugin({
    name: 'body-pictures',
    element: {
      filter: ['img'],
      visit(node, context) {
        const picture = pictures.get(String(node.properties['src']));
        const parent = context.parent(node);
        const alone = parent.type === 'element' && parent.tagName === 'p' && parent.children.length === 1;
        if (!picture) return context.removeNode(alone ? parent : node);
        const image = {
          type: 'element' as const,
          tagName: 'img',
          properties: {
            src: picture.src,
            srcset: picture.srcset,
            sizes: picture.srcset && SIZES,
            width: picture.width,
            height: picture.height,
            alt: String(node.properties['alt'] ?? ''),
            loading: 'lazy',
            decoding: 'async',
          },
          children: [],
        };
        if (!alone) return context.replaceNode(node, image);
        const caption = node.properties['title'];
        const figcaption = caption
          ? [
              {
                type: 'element' as const,
                tagName: 'figcaption',
                properties: {},
                children: [{ type: 'text' as const, value: String(caption) }],
              },
            ]
          : [];
        context.replaceNode(parent, {
          type: 'element',
          tagName: 'figure',
          properties: {},
          children: [image, ...figcaption],
        });
      },
    },
  });
