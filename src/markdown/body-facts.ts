import { markdownToMdast } from 'satteri';
import { LOCALES } from '#src/schemas/locale.ts';
import { mayHoldEmbed, readEmbed, type EmbedFault } from './embeds.ts';
import { headingIds } from './heading-levels.ts';
import { nodesIn } from './nodes-in.ts';
import { renderBody } from './pipeline.ts';
import { handwrittenTags, type HandwrittenTag } from './raw-html.ts';

/** A picture as a body shows it. */
export interface ShownInBody {
  /** As written there; '' where nothing is written. */
  path: string;
  /** What it shows, in words; '' where nobody said so. */
  alt: string;
  /** Where in the Markdown its `![` stands, in UTF-16 units. */
  offset: number;
  /** Where its path is written: in the same brackets, or where a name is given to it (`[name]: path`). */
  pathOffset: number;
}

/** A link of a body. */
export interface BodyLink {
  /** As written; '' where nothing is written. */
  address: string;
  /** Its words as a reader sees them; '' where it shows a picture alone. */
  text: string;
  /** Whether it holds a picture. */
  hasPicture: boolean;
  /** Where in the Markdown it begins. */
  offset: number;
  /** Where its address is written. */
  addressOffset: number;
}

/** A heading of a body. */
export interface BodyHeading {
  /** As readers get it, 2 to 6: the headline is 1, and a `#` in a body is a 2. */
  level: number;
  /** Where in the Markdown it begins. */
  offset: number;
}

/** What a body holds besides its words, in order of appearance. */
export interface BodyFacts {
  pictures: readonly ShownInBody[];
  links: readonly BodyLink[];
  headings: readonly BodyHeading[];
  /** The ids under which its headings can be linked to, as {@link file://./heading-levels.ts} gives them. */
  anchors: readonly string[];
  /** What was meant as an embed and cannot be shown; the pictures of good ones are among the others. */
  embedFaults: readonly EmbedFault[];
  /** Dangerous elements that were written by hand, which leave with what they hold. */
  lostTags: readonly HandwrittenTag[];
}

const NOTHING: BodyFacts = { pictures: [], links: [], headings: [], anchors: [], embedFaults: [], lostTags: [] };

/** What all of these cannot do without: a bracket, an address, a hash, a line of `-` or `=`, or a tag. */
const MARKS = /[\]#]|:\/\/|www\.|<[a-z]|^[ \t>]*(?:=+|-+)[ \t]*$/im;

/**
 * Takes from a Markdown body what rules look at, those that are written by reference (`[text][name]`, the address
 * elsewhere) among them.
 */
export function factsOfBody(markdown: string): BodyFacts {
  // Most stories have none, and parsing 20,000 of them to learn that would cost seconds.
  const hasEmbeds = mayHoldEmbed(markdown);
  if (!hasEmbeds && !MARKS.test(markdown)) return NOTHING;
  // As in the pipeline: a body that opens with a rule (---) has no second front matter in which pictures could hide.
  const nodes = allIn(markdownToMdast(markdown, { features: { frontmatter: false } }) as Node);
  const named = definitionsIn(nodes);
  const noteNumbers = footnoteNumbers(nodes);
  const idOf = headingIds();
  const pictures: ShownInBody[] = [];
  const links: BodyLink[] = [];
  const headings: BodyHeading[] = [];
  const anchors: string[] = [];
  let hasTagInHeading = false;
  const embedFaults: EmbedFault[] = [];
  const lostTags: HandwrittenTag[] = [];
  let embedEnds = 0;
  for (const node of nodes) {
    const offset = node.position?.start.offset ?? 0;
    // The address of an embed is no link of the text.
    if (offset < embedEnds) continue;
    if (node.type === 'image' || node.type === 'imageReference') {
      const source = node.type === 'image' ? node : named.get(node.identifier ?? '');
      if (!source) continue;
      const path = source.url ?? '';
      pictures.push({ path, alt: node.alt?.trim() ?? '', offset, pathOffset: offsetWithin(markdown, source, path) });
    } else if (node.type === 'link' || node.type === 'linkReference') {
      const source = node.type === 'link' ? node : named.get(node.identifier ?? '');
      if (!source) continue;
      const address = source.url ?? '';
      const hasPicture = allIn(node).some(({ type }) => type.startsWith('image'));
      const addressOffset = offsetWithin(markdown, source, address);
      links.push({ address, text: wordsOf(node, noteNumbers).trim(), hasPicture, offset, addressOffset });
    } else if (node.type === 'heading') {
      headings.push({ level: Math.max(2, node.depth ?? 2), offset });
      anchors.push(idOf(wordsOf(node, noteNumbers)));
      hasTagInHeading ||= allIn(node).some(({ type }) => type === 'html');
    } else if (node.type === 'html') {
      for (const tag of handwrittenTags(node.value ?? '', offset)) {
        const { href, src, alt = '' } = tag.attributes;
        if (tag.fate === 'dropped') lostTags.push(tag);
        // Its words are nodes of their own, or none: they are not judged.
        if (tag.name === 'a' && href)
          links.push({ address: href, text: '', hasPicture: true, offset: tag.offset, addressOffset: tag.offset });
        if (tag.name === 'img' && src)
          pictures.push({ path: src, alt: alt.trim(), offset: tag.offset, pathOffset: tag.offset });
      }
    } else if (node.type === 'paragraph' && hasEmbeds) {
      const written = markdown.slice(offset, node.position?.end.offset);
      const embed = readEmbed(written);
      if (!embed) continue;
      embedEnds = node.position?.end.offset ?? 0;
      if ('faults' in embed) {
        embedFaults.push(...embed.faults.map((fault) => ({ ...fault, offset: offset + fault.offset })));
        continue;
      }
      const { picture: path, alt = '' } = embed.fields;
      if (path) pictures.push({ path, alt, offset, pathOffset: offset + written.indexOf(path) });
    }
  }
  // What becomes of HTML by hand, the page alone knows.
  const isWrittenByHand = hasTagInHeading || /<h[1-6]|\sid\s*=/i.test(markdown);
  return {
    pictures,
    links,
    headings,
    anchors: isWrittenByHand ? anchorsOnPage(markdown) : anchors,
    embedFaults,
    lostTags,
  };
}

interface Node {
  type: string;
  url?: string;
  alt?: string | null;
  value?: string;
  depth?: number;
  identifier?: string;
  position?: { start: { offset?: number }; end: { offset?: number } };
  children?: readonly Node[];
}

/** Where a name is given twice, the first counts (CommonMark 0.31, section 4.7). */
function definitionsIn(nodes: readonly Node[]): Map<string, Node> {
  const named = new Map<string, Node>();
  for (const node of nodes)
    if (node.type === 'definition' && !named.has(node.identifier ?? '')) named.set(node.identifier ?? '', node);
  return named;
}

/** Footnotes are numbered as they are first named, and a heading's number is among its words. */
function footnoteNumbers(nodes: readonly Node[]): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const { type, identifier = '' } of nodes)
    if (type === 'footnoteReference' && !numbers.has(identifier)) numbers.set(identifier, String(numbers.size + 1));
  return numbers;
}

function anchorsOnPage(markdown: string): string[] {
  return [...renderBody(markdown, { locale: LOCALES[0] }).matchAll(/ id="(s-[^"]*)"/g)].map(([, id = '']) => id);
}

/** The words of a node as they will be in its element; a picture has none. */
function wordsOf(node: Node, noteNumbers: ReadonlyMap<string, string>): string {
  return allIn(node)
    .map(({ type, identifier = '', value = '' }) => {
      if (type === 'footnoteReference') return noteNumbers.get(identifier) ?? '';
      return type === 'break' ? '\n' : value;
    })
    .join('');
}

/** Where an address stands within a node; the node's beginning where it is written otherwise (`&amp;`, `\_`). */
function offsetWithin(markdown: string, { position }: Node, address: string): number {
  const start = position?.start.offset ?? 0;
  // A link's address comes after its words, which may be the same.
  const found = address ? markdown.slice(start, position?.end.offset).lastIndexOf(address) : -1;
  return start + Math.max(0, found);
}

/** A node and all in it, in order. */
function allIn(root: Node): Node[] {
  return Array.from(nodesIn(root), ({ node }) => node);
}
