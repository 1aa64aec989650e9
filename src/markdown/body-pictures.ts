import { markdownToMdast } from 'satteri';

/** A picture as a body shows it. */
export interface ShownInBody {
  /** As written there; '' where nothing is written. */
  path: string;
  /** What it shows, in words; '' where nobody said so. */
  alt: string;
  /** Where in the Markdown its `![` stands. */
  offset: number;
  /** Where its path is written: in the same brackets, or where a name is given to it (`[name]: path`). */
  pathOffset: number;
}

interface Node {
  type: string;
  url?: string;
  alt?: string | null;
  identifier?: string;
  position?: { start: { offset?: number }; end: { offset?: number } };
  children?: readonly Node[];
}

/**
 * The pictures in a Markdown body in order of appearance, those by reference (`![alt][name]`, its address elsewhere)
 * among them. A name that only links use is no picture.
 */
export function picturesInBody(markdown: string): ShownInBody[] {
  // Most stories have none, and parsing 20,000 of them to learn that would cost seconds.
  if (!markdown.includes('![')) return [];
  // As in the pipeline: a body that opens with a rule (---) has no second front matter in which pictures could hide.
  const nodes = [...nodesOf(markdownToMdast(markdown, { features: { frontmatter: false } }) as Node)];
  const definitions = new Map<string, Node>();
  for (const node of nodes) {
    // Where a name is given twice, the first counts (CommonMark 0.31, section 4.7).
    if (node.type === 'definition' && !definitions.has(node.identifier ?? '')) {
      definitions.set(node.identifier ?? '', node);
    }
  }
  return nodes.flatMap((node): ShownInBody[] => {
    const named =
      node.type === 'image' ? node : node.type === 'imageReference' && definitions.get(node.identifier ?? '');
    if (!named) return [];
    const path = named.url ?? '';
    const pathOffset = offsetWithin(markdown, named, path);
    return [{ path, alt: node.alt?.trim() ?? '', offset: node.position?.start.offset ?? 0, pathOffset }];
  });
}

/** Where an address stands within a node; the node's beginning where it is written otherwise (`&amp;`, `\_`). */
function offsetWithin(markdown: string, { position }: Node, address: string): number {
  const start = position?.start.offset ?? 0;
  const found = markdown.slice(start, position?.end.offset).indexOf(address);
  return start + Math.max(0, found);
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}
