import { markdownToMdast } from 'satteri';
import { LOCALES } from '#src/schemas/locale.ts';
import { idsIn } from './body-ids.ts';
import { mayHoldEmbed, readEmbed, type EmbedFault } from './embeds.ts';
import { nodesIn } from './nodes-in.ts';
import { renderBody } from './pipeline.ts';
import { handwrittenTags, type HandwrittenTag } from './raw-html.ts';

/** A picture in a body. Offsets are in UTF-16 units from the start of the Markdown. */
export interface ShownInBody {
  /** As written; '' if there is none. */
  path: string;
  /** The alternative text; '' if there is none. */
  alt: string;
  /** Of its `![`. */
  offset: number;
  /** Of its path: in the same brackets, or in its definition (`[name]: path`). */
  pathOffset: number;
}

/** A link in a body. */
export interface BodyLink {
  /** As written; '' if there is none. */
  address: string;
  /** Its text as a reader sees it; '' if it shows only a picture. */
  text: string;
  hasPicture: boolean;
  /** How it is written: as `[words](address)`, as nothing but its address, as HTML, or as an embed. */
  form: 'words' | 'bare' | 'html' | 'embed';
  /** Of its start. */
  offset: number;
  /** Of its address. */
  addressOffset: number;
}

/** A heading in a body. */
export interface BodyHeading {
  /** On the page, 2 to 6: the headline is 1, so a `#` in a body is a 2. */
  level: number;
  offset: number;
}

/** What a body contains besides its text, in order of appearance. */
export interface BodyFacts {
  pictures: readonly ShownInBody[];
  links: readonly BodyLink[];
  headings: readonly BodyHeading[];
  /** The ids that links can lead to, on the page as it is rendered. */
  anchors: readonly string[];
  /** What was meant as an embed and cannot be shown. The pictures of valid embeds are in `pictures`. */
  embedFaults: readonly EmbedFault[];
  /** Dangerous elements written by hand, which are removed with their content. */
  lostTags: readonly HandwrittenTag[];
}

const NOTHING: BodyFacts = { pictures: [], links: [], headings: [], anchors: [], embedFaults: [], lostTags: [] };

/** Each of these needs one of: a bracket, an address, a hash, a line of `-` or `=`, a tag. */
const MARKS = /[\]#]|:\/\/|www\.|<[a-z]|^[ \t>]*(?:=+|-+)[ \t]*$/im;

/** Collects what rules check in a Markdown body, links and pictures by reference (`[text][name]`) included. */
export function factsOfBody(markdown: string): BodyFacts {
  // Most articles have none, and parsing 20,000 of them to find out would take seconds.
  const hasEmbeds = mayHoldEmbed(markdown);
  if (!hasEmbeds && !MARKS.test(markdown)) return NOTHING;
  // As in the pipeline: a body that starts with a thematic break (---) has no second front matter to hide pictures in.
  const nodes = allIn(markdownToMdast(markdown, { features: { frontmatter: false } }) as Node);
  const named = definitionsIn(nodes);
  const pictures: ShownInBody[] = [];
  const links: BodyLink[] = [];
  const headings: BodyHeading[] = [];
  const embedFaults: EmbedFault[] = [];
  const lostTags: HandwrittenTag[] = [];
  let embedEnds = 0;
  for (const node of nodes) {
    const offset = node.position?.start.offset ?? 0;
    // What an embed holds is not part of the text.
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
      const form = markdown[offset] === '[' ? 'words' : 'bare';
      links.push({ address, text: textOf(node).trim(), hasPicture, form, offset, addressOffset });
    } else if (node.type === 'heading') {
      headings.push({ level: Math.max(2, node.depth ?? 2), offset });
    } else if (node.type === 'html') {
      for (const tag of handwrittenTags(node.value ?? '', offset)) {
        const { href, src, alt = '' } = tag.attributes;
        if (tag.fate === 'dropped') lostTags.push(tag);
        // Its text is in other nodes, or there is none: `hasPicture` keeps rules from asking for it.
        if (tag.name === 'a' && href)
          links.push({
            address: href,
            text: '',
            hasPicture: true,
            form: 'html',
            offset: tag.offset,
            addressOffset: tag.offset + Math.max(0, tag.written.indexOf(href)),
          });
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
      const { url, title, picture: path, alt = '' } = embed.fields;
      const addressOffset = offset + written.indexOf(url);
      links.push({ address: url, text: title, hasPicture: path !== undefined, form: 'embed', offset, addressOffset });
      if (path) pictures.push({ path, alt, offset, pathOffset: offset + written.indexOf(path) });
    }
  }
  return {
    pictures,
    links,
    headings,
    anchors: mayHaveIds(nodes) ? idsIn(renderBody(markdown, { locale: LOCALES[0] })) : [],
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

/** Of two definitions of a name, the first counts (CommonMark 0.31, section 4.7). */
function definitionsIn(nodes: readonly Node[]): Map<string, Node> {
  const named = new Map<string, Node>();
  for (const node of nodes)
    if (node.type === 'definition' && !named.has(node.identifier ?? '')) named.set(node.identifier ?? '', node);
  return named;
}

/** Whether anything in a body may get an id: rendering, which shows it, takes as long as all the rest. */
function mayHaveIds(nodes: readonly Node[]): boolean {
  return nodes.some(
    ({ type, value = '' }) =>
      type === 'heading' || type === 'footnoteReference' || (type === 'html' && /<h[1-6]|\sid\s*=/i.test(value)),
  );
}

/** The text of a node as a reader sees it; a picture has none. */
function textOf(node: Node): string {
  return allIn(node)
    .map(({ type, value = '' }) => (type === 'break' ? '\n' : value))
    .join('');
}

/** The offset of an address within a node; that of the node if the address is written with escapes (`&amp;`, `\_`). */
function offsetWithin(markdown: string, { position }: Node, address: string): number {
  const start = position?.start.offset ?? 0;
  // The last, since a link's text may be the same as its address.
  const found = address ? markdown.slice(start, position?.end.offset).lastIndexOf(address) : -1;
  return start + Math.max(0, found);
}

/** A node and all in it, in order. */
function allIn(root: Node): Node[] {
  return Array.from(nodesIn(root), ({ node }) => node);
}
