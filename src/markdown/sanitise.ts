import { ALLOWED, AS_DIV, DROPPED, EVERYWHERE, type ElementRule } from './allowed-html.ts';
import { textOf, type HtmlElement, type HtmlNode, type HtmlRoot } from './html-tree.ts';
import { leadToOwnIds } from './own-anchors.ts';
import type { BodyPicture } from './picture-figures.ts';
import { isSafeAddress, leavesSite } from './safe-addresses.ts';

/** What the sanitiser needs to know about the body's article. */
export interface SanitiserOptions {
  /** The only pictures that may be shown. */
  pictures: Iterable<BodyPicture>;
  /** Whether someone paid for the text: its links get `rel="sponsored"`. */
  isSponsored: boolean;
  /** The full address of the page that shows the body: links to it lead to its own parts. */
  page?: string | undefined;
  /** The site's address, if it is below a path. */
  site?: string | undefined;
  /** Whether a link leads nowhere: its words are shown without it. */
  isDead?: (href: string) => boolean;
}

/** Elements that are nested deeper are replaced by their text. */
const MAX_DEPTH = 100;

/** Ids as the earlier steps make them. The prefix keeps them from shadowing a script's global names (DOM clobbering). */
const OWN_ID = /^(?:(?:s|note)-[^\s"'<>&]{1,200}|footnote-label)$/;

type Children = HtmlElement['children'];

/**
 * Returns a tree that contains only what is allowed ({@link file://./allowed-html.ts}). It is the last step before writing, so
 * that no earlier step can let anything through. Dangerous elements are removed with their content; of others that are not
 * allowed, the content stays. The result nests as HTML requires: parsed again, it is the same tree.
 */
export function sanitise(root: HtmlRoot, options: SanitiserOptions): HtmlRoot {
  const { pictures, isSponsored, page, site, isDead = () => false } = options;
  const srcsets = new Map([...pictures].map(({ src, srcset }) => [src, srcset]));
  const taken = new Set<string>();
  const links: HtmlElement[] = [];

  const cleanAll = (nodes: readonly HtmlNode[], depth: number, isInLink: boolean): Children =>
    nodes.flatMap((node) => clean(node, depth, isInLink));

  const clean = (node: HtmlNode, depth: number, isInLink: boolean): Children => {
    if (node.type === 'text') return [{ type: 'text', value: withLineFeeds(node.value) }];
    if (node.type !== 'element' || DROPPED.has(node.tagName)) return [];
    if (depth === MAX_DEPTH)
      return [{ type: 'text', value: withLineFeeds(textOf(node, ({ tagName }) => DROPPED.has(tagName))) }];
    const tagName = AS_DIV.has(node.tagName) ? 'div' : node.tagName;
    const rule = ALLOWED.get(tagName);
    const isLink = tagName === 'a';
    const inner = cleanAll(node.children, depth + 1, isInLink || isLink);
    if (!rule || (isLink && isInLink)) return inner;
    const properties = attributesOf(node, rule);
    if (!properties) return inner;
    const made: HtmlElement = { type: 'element', tagName, properties, children: [] };
    if (typeof properties['href'] === 'string') links.push(made);
    return nested(made, rule, inner);
  };

  /** @returns undefined if the element is useless without an attribute that it lacks */
  const attributesOf = (node: HtmlElement, { attributes = {} }: ElementRule): HtmlElement['properties'] | undefined => {
    const kept: HtmlElement['properties'] = {};
    for (const [name, value] of Object.entries(node.properties)) {
      const text = textOfValue(value);
      if (text === undefined) continue;
      if (name === 'id') kept['id'] = ownId(text);
      else if (name === 'href' && node.tagName === 'a')
        kept['href'] = isDead(text.trim()) ? undefined : keptAddress(text);
      else if (name === 'src' && node.tagName === 'img') kept['src'] = srcsets.has(text) ? text : undefined;
      else if (name === 'srcSet' && node.tagName === 'img') {
        kept['srcSet'] = srcsets.get(String(node.properties['src'])) === text ? text : undefined;
      } else {
        // `hasOwn`, since an attribute may be called `constructor`.
        const list = [attributes, EVERYWHERE].find((rules) => Object.hasOwn(rules, name));
        kept[name] = list?.[name]?.(text);
      }
    }
    if (node.tagName === 'a') {
      const { href, id } = kept;
      if (typeof href === 'string' && leavesSite(href))
        kept['rel'] = isSponsored ? ['sponsored', 'noopener'] : ['noopener'];
      return href === undefined && id === undefined ? undefined : kept;
    }
    if (node.tagName === 'img') return kept['src'] === undefined ? undefined : { ...kept, alt: kept['alt'] ?? '' };
    // Readers must not tick the boxes of a task list: there is no form.
    if (node.tagName === 'input') return kept['type'] === undefined ? undefined : { ...kept, disabled: true };
    return kept;
  };

  const ownId = (id: string): string | undefined => {
    const own = OWN_ID.test(id) ? id : `s-${id}`;
    if (!OWN_ID.test(own) || taken.has(own)) return undefined;
    taken.add(own);
    return own;
  };

  const children = flowing(cleanAll(root.children, 0, false), 'root');
  leadToOwnIds(links, taken, page, site);
  return { type: 'root', children };
}

/** An attribute's value as HTML writes it; undefined if the attribute is absent. */
function textOfValue(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return withLineFeeds(Array.isArray(value) ? value.join(' ') : String(value));
}

/** Parsers read a carriage return as a line feed; one that was written as `&#13;` would not survive a second parse. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What browsers put up with in an address, and HTML does not: Markdown escapes it, raw HTML may not have. */
const UNESCAPED = /[<>"`{}|^]/g;

/** `java script:` is no path that anyone meant. */
const SPACE_IN_SCHEME = /^[^:/?#]* [^:/?#]*:/;

/** Markdown escapes the spaces of an address, and so do browsers: raw HTML leads to the same place. */
function keptAddress(href: string): string | undefined {
  const written = href.trim();
  const address = SPACE_IN_SCHEME.test(written) ? written : written.replaceAll(' ', '%20');
  return isSafeAddress(address) ? address.replace(UNESCAPED, (sign) => encodeURIComponent(sign)) : undefined;
}

/**
 * Puts children into an element as far as HTML allows. If it does not, structure wins over emphasis: a phrasing element around
 * blocks is removed, and what a list or table cannot contain moves before it.
 * @returns the element, or what replaces it
 */
function nested(made: HtmlElement, { content }: ElementRule, inner: Children): Children {
  if (content === 'nothing') return [made];
  const children = flowing(inner, made.tagName);
  if (content === 'phrasing' && children.some(isBlock)) return children;
  // Parsing leaves an empty paragraph behind where a block of HTML was inside one.
  if (made.tagName === 'p' && children.every(isSpace)) return [];
  if (typeof content === 'string') return [{ ...made, children }];
  const belongs = (node: HtmlNode) => (node.type === 'element' ? content.includes(node.tagName) : isSpace(node));
  return [...children.filter((node) => !belongs(node)), { ...made, children: children.filter(belongs) }];
}

/** Replaces children that may not have this parent by their own children. */
function flowing(children: Children, parent: string): Children {
  return children.flatMap((child): Children => {
    if (child.type !== 'element') return [child];
    const parents = ALLOWED.get(child.tagName)?.parents;
    return !parents || parents.includes(parent) ? [child] : flowing(child.children, parent);
  });
}

function isBlock(node: HtmlNode): boolean {
  if (node.type !== 'element') return false;
  const rule = ALLOWED.get(node.tagName);
  return rule?.isBlock === true || (rule?.content === 'as its parent' && node.children.some(isBlock));
}

function isSpace(node: HtmlNode): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
