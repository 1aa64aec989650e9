import { allIn, endOf, startOf, type MarkdownNode } from './markdown-tree.ts';
import { nodesIn } from './nodes-in.ts';
import type { RawMark } from './raw-marks.ts';

/** What is in a body and on no page: notes that nothing refers to, cells of a row that is too long, words taken for an address. */
export function lostWords(markdown: string, root: MarkdownNode): RawMark[] {
  return [...lostNotes(root), ...lostDefinitions(root), ...lostCells(root), ...openComments(markdown, root)];
}

/** Notes without a reference in the text or in a note that has one; and of two notes with one name, the second. */
function lostNotes(root: MarkdownNode): RawMark[] {
  const notes = allIn(root).filter(({ type }) => type === 'footnoteDefinition');
  if (notes.length === 0) return [];
  const byName = new Map<string, MarkdownNode>();
  const twice: MarkdownNode[] = [];
  for (const note of notes) {
    const name = note.identifier ?? '';
    if (byName.has(name)) twice.push(note);
    else byName.set(name, note);
  }
  const shown = new Set<string>();
  const waiting = referencesIn(root);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const note = byName.get(name);
    if (shown.has(name) || !note) continue;
    shown.add(name);
    waiting.push(...(note.children ?? []).flatMap(referencesIn));
  }
  const mark = (key: 'lost-markdown.note-twice' | 'lost-markdown.note') => (note: MarkdownNode) => {
    const name = note.label ?? note.identifier ?? '';
    return { key, offset: startOf(note), written: `[^${name}]:`, values: { name } };
  };
  const unused = [...byName].filter(([name]) => !shown.has(name)).map(([, note]) => note);
  return [...unused.map(mark('lost-markdown.note')), ...twice.map(mark('lost-markdown.note-twice'))];
}

/** The notes that a text refers to, without those that only its notes refer to. */
function referencesIn(root: MarkdownNode): string[] {
  return Array.from(
    nodesIn(root, ({ type }) => type === 'footnoteDefinition'),
    ({ node }) => node,
  ).flatMap(({ type, identifier = '' }) => (type === 'footnoteReference' ? [identifier] : []));
}

/** `[Nota]: cerrado`, which Markdown takes for the address of links called “Nota”. */
function lostDefinitions(root: MarkdownNode): RawMark[] {
  const nodes = allIn(root);
  const used = new Set(nodes.filter(({ type }) => /Reference$/.test(type)).map(({ identifier }) => identifier));
  return nodes
    .filter(({ type, url = '', identifier }) => {
      return type === 'definition' && !used.has(identifier) && !/[/.:#@?]/.test(url) && /\p{L}/u.test(url);
    })
    .map((node) => ({
      key: 'lost-markdown.definition',
      offset: startOf(node),
      written: `[${node.label ?? node.identifier ?? ''}]: ${node.url ?? ''}`,
    }));
}

/** Cells after the last column: no page shows them. */
function lostCells(root: MarkdownNode): RawMark[] {
  return allIn(root)
    .filter(({ type }) => type === 'table')
    .flatMap(({ children: [header, ...rows] = [] }) =>
      rows.flatMap(({ children: cells = [] }): RawMark[] => {
        const columns = header?.children?.length ?? 0;
        const lost = cells.slice(columns).find(({ children = [] }) => children.length > 0);
        const [first] = lost?.children ?? [];
        return first ? [{ key: 'lost-markdown.cell', offset: startOf(first), written: '|', values: { columns } }] : [];
      }),
    );
}

/** `<!--` without `-->`: what follows is no comment, and no Markdown either. */
function openComments(markdown: string, root: MarkdownNode): RawMark[] {
  return allIn(root)
    .filter(({ type }) => type === 'html')
    .flatMap((node): RawMark[] => {
      const html = markdown.slice(startOf(node), endOf(node));
      const open = html.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length)).indexOf('<!--');
      return open < 0 ? [] : [{ key: 'lost-markdown.comment', offset: startOf(node) + open, written: '<!--' }];
    });
}
