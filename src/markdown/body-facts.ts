import { LOCALES } from '#src/schemas/locale.ts';
import { idsIn } from './body-ids.ts';
import { mayHoldEmbed, readEmbed, type EmbedFault } from './embeds.ts';
import { allIn, endOf, parseMarkdown, startOf, type MarkdownNode } from './markdown-tree.ts';
import { renderBody } from './pipeline.ts';
import { handwrittenTags, type HandwrittenTag } from './raw-html.ts';
import { mayHoldRawMarks, rawMarks, type RawMark } from './raw-marks.ts';

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
  /** Markdown that became nothing, or that no page shows. */
  rawMarks: readonly RawMark[];
}

const NOTHING: BodyFacts = {
  pictures: [],
  links: [],
  headings: [],
  anchors: [],
  embedFaults: [],
  lostTags: [],
  rawMarks: [],
};

/** Each of these needs one of: a bracket, an address, a hash, a line of `-` or `=`, a tag. */
const MARKS = /[\]#]|:\/\/|www\.|<[a-z]|^[ \t>]*(?:=+|-+)[ \t]*$/im;

/** Collects what rules check in a Markdown body, links and pictures by reference (`[text][name]`) included. */
export function factsOfBody(markdown: string): BodyFacts {
  // Most articles have none, and parsing 20,000 of them to find out would take seconds.
  const hasEmbeds = mayHoldEmbed(markdown);
  if (!hasEmbeds && !MARKS.test(markdown) && !mayHoldRawMarks(markdown)) return NOTHING;
  const root = parseMarkdown(markdown);
  const nodes = allIn(root);
  const named = definitionsIn(nodes);
  const pictures: ShownInBody[] = [];
  const links: BodyLink[] = [];
  const headings: BodyHeading[] = [];
  const embedFaults: EmbedFault[] = [];
  const lostTags: HandwrittenTag[] = [];
  const embedded: (readonly [start: number, end: number])[] = [];
  const isInEmbed = (offset: number) => embedded.some(([start, end]) => start <= offset && offset < end);
  for (const node of nodes) {
    const offset = startOf(node);
    // What an embed holds is not part of the text.
    if (isInEmbed(offset)) continue;
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
      const written = markdown.slice(offset, endOf(node));
      const embed = readEmbed(written);
      if (!embed) continue;
      embedded.push([offset, endOf(node)]);
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
    rawMarks: mayHoldRawMarks(markdown) ? rawMarks(markdown, root, isInEmbed) : [],
  };
}

/** Of two definitions of a name, the first counts (CommonMark 0.31, section 4.7). */
function definitionsIn(nodes: readonly MarkdownNode[]): Map<string, MarkdownNode> {
  const named = new Map<string, MarkdownNode>();
  for (const node of nodes)
    if (node.type === 'definition' && !named.has(node.identifier ?? '')) named.set(node.identifier ?? '', node);
  return named;
}

/** Whether anything in a body may get an id: rendering, which shows it, takes as long as all the rest. */
function mayHaveIds(nodes: readonly MarkdownNode[]): boolean {
  return nodes.some(
    ({ type, value = '' }) =>
      type === 'heading' || type === 'footnoteReference' || (type === 'html' && /<h[1-6]|\sid\s*=/i.test(value)),
  );
}

/** The text of a node as a reader sees it; a picture has none. */
function textOf(node: MarkdownNode): string {
  return allIn(node)
    .map(({ type, value = '' }) => (type === 'break' ? '\n' : value))
    .join('');
}

/** The offset of an address within a node; that of the node if the address is written with escapes (`&amp;`, `\_`). */
function offsetWithin(markdown: string, node: MarkdownNode, address: string): number {
  const start = startOf(node);
  // The last, since a link's text may be the same as its address.
  const found = address ? markdown.slice(start, endOf(node)).lastIndexOf(address) : -1;
  return start + Math.max(0, found);
}
