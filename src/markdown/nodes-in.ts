/** A node of any tree: Markdown's (mdast) or HTML's (hast). */
interface TreeNode<Node> {
  type: string;
  children?: readonly Node[];
}

/**
 * A node and its descendants with their parents, in document order. Not recursive: a line of “- - - …” is nested deeper than the
 * call stack.
 * @param isSkipped whether to leave a node out with its descendants
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
