import { titleParts } from './picture-title.ts';
import { element, elementsIn, replaceChild, type HtmlElement, type HtmlRoot } from './html-tree.ts';

/** A picture in a body, ready to be shown. */
export interface BodyPicture {
  src: string;
  /** Undefined if the picture is smaller than the smallest size that is made. */
  srcset: string | undefined;
  width: number;
  height: number;
}

/** The width of the text column on wide screens, in CSS pixels; phones show the picture at screen width. */
const SIZES = '(min-width: 44rem) 42rem, 100vw';

/**
 * Gives pictures their optimised files, their size (so that text does not jump) and, if they are alone in a paragraph, a figure
 * with the Markdown title as caption and credit. A picture that is not in the list is left out: in an article, reading has reported it
 * already (see {@link file://./body-facts.ts}); a page has none.
 */
export const showPictures = (pictures: ReadonlyMap<string, BodyPicture>) => (root: HtmlRoot) => {
  const shown = (node: HtmlElement) => {
    const picture = pictures.get(String(node.properties['src']));
    return picture && imageOf(picture, String(node.properties['alt'] ?? ''));
  };
  for (const { node, parent } of [...elementsIn(root)]) {
    const alone = pictureAlone(node);
    if (alone) {
      const image = shown(alone);
      replaceChild(parent, node, ...(image ? [figureOf(image, alone.properties['title'])] : []));
    } else if (node.tagName === 'img' && !(parent.type === 'element' && pictureAlone(parent))) {
      const image = shown(node);
      replaceChild(parent, node, ...(image ? [image] : []));
    }
  }
};

/** The picture of a paragraph that contains nothing else. */
function pictureAlone({ tagName, children }: HtmlElement): HtmlElement | undefined {
  const [only] = children;
  const isAlone = tagName === 'p' && children.length === 1 && only?.type === 'element' && only.tagName === 'img';
  return isAlone ? only : undefined;
}

function figureOf(image: HtmlElement, title: unknown): HtmlElement {
  const { caption, credit } = titleParts(String(title ?? ''));
  const text = (value: string) => ({ type: 'text' as const, value });
  const words = [
    ...(caption ? [text(credit ? `${caption} ` : caption)] : []),
    ...(credit ? [element('span', { className: ['credit'] }, [text(credit)])] : []),
  ];
  return element('figure', {}, [image, ...(words.length > 0 ? [element('figcaption', {}, words)] : [])]);
}

function imageOf({ src, srcset, width, height }: BodyPicture, alt: string): HtmlElement {
  const sizes = srcset && SIZES;
  return element('img', { src, srcSet: srcset, sizes, width, height, alt, loading: 'lazy', decoding: 'async' }, []);
}
