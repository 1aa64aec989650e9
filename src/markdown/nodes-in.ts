/** A node of any tree: Markdown's (mdast) or HTML's (hast). */
interface TreeNode<Node> {
  type: string;
  children?: readonly Node[];
}

/**
 * A node and all below it with their parents, in document order. It does not recurse: a line of “- - - …” is nested deeper than
 * a program's calls may be.
 * @param isSkipped whether a node is left out with all below it
 */
export function* nodesIn<Node extends TreeNode<Node>>(
  root: Node,
  isSkipped?: (node: Node) => boolean,
): Generator<{ node: Node; parent: Node | undefined }> {
  const waiting: { node: Node; parent: Node | undefined }[] = [{ node: root, parent: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isSkipped?.(next.node)) continue;
    yield next;
    const { node: parent } = next;
    for (const node of parent.children?.toReversed() ?? []) waiting.push({ node, parent });
  }
}
