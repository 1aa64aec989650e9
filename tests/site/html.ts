import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
type Parent = Tree.ParentNode;

/** A page as a browser without scripts reads it: what stands in `<noscript>` counts. */
export function parsePage(html: string): Tree.Document {
  return parse(html, { scriptingEnabled: false });
}

/** All elements below a node in document order; `<template>` contents are told apart, since no reader sees them. */
export function elementsOf(node: Parent, { withTemplates = false } = {}): Element[] {
  const found: Element[] = [];
  const visit = (parent: Parent) => {
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      found.push(child);
      visit(child);
      if (withTemplates && 'content' in child) visit(child.content);
    }
  };
  visit(node);
  return found;
}

/** The elements of one name, or of several. */
export function named(node: Parent, ...names: string[]): Element[] {
  return elementsOf(node).filter(({ tagName }) => names.includes(tagName));
}

/** The elements with a class. */
export function classed(node: Parent, name: string): Element[] {
  return elementsOf(node).filter((element) => attribute(element, 'class')?.split(/\s+/).includes(name));
}

/** The one element with a class; a page without it, or with two, is not the page the test means. */
export function theOne(elements: readonly Element[], what: string): Element {
  const [first, second] = elements;
  if (!first || second) throw new Error(`expected one ${what}, found ${elements.length}`);
  return first;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** Where the links below a node lead. */
export function hrefs(node: Parent): string[] {
  return named(node, 'a').map((link) => attribute(link, 'href') ?? '');
}

/** The text a reader sees, its white space collapsed as a browser does. */
export function textOf(node: Parent): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

/** All text below a node, styles and scripts left out. */
function rawText(node: Parent): string {
  return node.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      if (!('tagName' in child) || ['script', 'style', 'template'].includes(child.tagName)) return '';
      return rawText(child);
    })
    .join('');
}

/** The value of a `<meta>` by its name or property. */
export function metaContent(page: Parent, name: string): string | undefined {
  const element = named(page, 'meta').find(
    (meta) => attribute(meta, 'name') === name || attribute(meta, 'property') === name,
  );
  return element && attribute(element, 'content');
}

/** The addresses of the `<link>`s with a relation. */
export function linksWith(page: Parent, relation: string): Element[] {
  return named(page, 'link').filter((link) => attribute(link, 'rel')?.split(/\s+/).includes(relation));
}

/** The addresses that a page says are its own: one, if all is well. */
export function canonicals(page: Parent): string[] {
  return linksWith(page, 'canonical').map((link) => attribute(link, 'href') ?? '');
}

/** The versions of a page by language tag. */
export function versionsOf(page: Parent): Map<string, string> {
  return new Map(
    linksWith(page, 'alternate').flatMap((link) => {
      const tag = attribute(link, 'hreflang');
      return tag === undefined ? [] : [[tag, attribute(link, 'href') ?? '']];
    }),
  );
}
