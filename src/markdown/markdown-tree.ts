import { markdownToMdast } from 'satteri';
import { nodesIn } from './nodes-in.ts';

/** A node of Markdown's tree (mdast), as far as facts and rules need it. */
export interface MarkdownNode {
  type: string;
  url?: string;
  alt?: string | null;
  value?: string;
  depth?: number;
  identifier?: string;
  label?: string;
  /** Offsets in UTF-16 units from the start of the Markdown. */
  position?: { start: { offset?: number }; end: { offset?: number } };
  children?: readonly MarkdownNode[];
}

/** Parses Markdown as the pipeline does: a body that begins with a thematic break (---) has no second front matter. */
export function parseMarkdown(markdown: string): MarkdownNode {
  return markdownToMdast(markdown, { features: { frontmatter: false } }) as MarkdownNode;
}

/** A node and all in it, in order. */
export function allIn(root: MarkdownNode): MarkdownNode[] {
  return Array.from(nodesIn(root), ({ node }) => node);
}

export function startOf({ position }: MarkdownNode): number {
  return position?.start.offset ?? 0;
}

export function endOf({ position }: MarkdownNode): number {
  return position?.end.offset ?? 0;
}
