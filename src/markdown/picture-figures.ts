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
 * Gives pictures their optimised files and their size (so that text does not jump). Those that are alone in a paragraph are
 * figures with the Markdown title as caption and credit; within a text, a list or a table the same words are behind them. A picture that
 * is not in the list is left out: in an article, reading has reported it already (see {@link file://./body-facts.ts}); a page has none.
 */
export const showPictures = (pictures: ReadonlyMap<string, BodyPicture>) => (root: HtmlRoot) => {
  const shown = (node: HtmlElement) => {
    const picture = pictures.get(String(node.properties['src']));
    return picture && imageOf(picture, String(node.properties['alt'] ?? ''));
  };
  const inFigures = new Set<HtmlElement>();
  for (const { node, parent } of [...elementsIn(root)]) {
    const alone = picturesAlone(node);
    if (alone.length > 0) {
      for (const { picture } of alone) inFigures.add(picture);
      const figures = alone.flatMap(({ picture, link }) => {
        const image = shown(picture);
        return image ? [figureOf(link ? { ...link, children: [image] } : image, wordsOf(picture))] : [];
      });
      replaceChild(parent, node, ...figures.flatMap((figure, at) => (at > 0 ? [text('\n'), figure] : [figure])));
    } else if (node.tagName === 'img' && !inFigures.has(node)) {
      const image = shown(node);
      // A figure in HTML has a caption of its own.
      const isInFigure = parent.type === 'element' && parent.tagName === 'figure';
      replaceChild(parent, node, ...(image ? [image, ...(isInFigure ? [] : wordsBehind(node))] : []));
    }
  }
};

interface PictureAlone {
  picture: HtmlElement;
  /** What it is a link to. */
  link: HtmlElement | undefined;
}

/** The pictures of a paragraph that contains nothing else, each perhaps in a link. */
function picturesAlone({ tagName, children }: HtmlElement): PictureAlone[] {
  if (tagName !== 'p') return [];
  const found: PictureAlone[] = [];
  for (const child of children) {
    if (isBetween(child)) continue;
    const inLink = child.type === 'element' && child.tagName === 'a' ? child : undefined;
    const [only] = inLink ? inLink.children : [child];
    if (only?.type !== 'element' || only.tagName !== 'img' || (inLink && inLink.children.length > 1)) return [];
    found.push({ picture: only, link: inLink });
  }
  return found;
}

/** What parts the pictures of a paragraph. */
const isBetween = (node: HtmlElement['children'][number]) =>
  node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && node.tagName === 'br';

const text = (value: string) => ({ type: 'text' as const, value });

const titleOf = ({ properties }: HtmlElement) => titleParts(String(properties['title'] ?? ''));

/** A picture's caption and credit, as its title has them. */
function wordsOf(picture: HtmlElement): HtmlElement['children'] {
  const { caption, credit } = titleOf(picture);
  return [
    ...(caption ? [text(credit ? `${caption} ` : caption)] : []),
    ...(credit ? [element('span', { className: ['credit'] }, [text(credit)])] : []),
  ];
}

/** The words of a picture within a text: “ (The reef at seven. Photo: Ana Pech)”. */
function wordsBehind(picture: HtmlElement): HtmlElement['children'] {
  const { caption, credit } = titleOf(picture);
  const words = [caption, credit].filter(Boolean).join(' ');
  return words === '' ? [] : [text(' '), element('small', {}, [text(`(${words})`)])];
}

function figureOf(shown: HtmlElement, words: HtmlElement['children']): HtmlElement {
  return element('figure', {}, [shown, ...(words.length > 0 ? [element('figcaption', {}, words)] : [])]);
}

function imageOf({ src, srcset, width, height }: BodyPicture, alt: string): HtmlElement {
  const sizes = srcset && SIZES;
  return element('img', { src, srcSet: srcset, sizes, width, height, alt, loading: 'lazy', decoding: 'async' }, []);
}
