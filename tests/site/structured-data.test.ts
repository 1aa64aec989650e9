import { describe, expect, it } from 'vitest';
import { ARTICLE_TYPES } from '#src/seo/json-ld/article-node.ts';
import { builtSite, type BuiltPage } from './built-site.ts';
import { attribute, canonicals, elementsOf, metaContent } from './html.ts';

/** A thing of which a page tells search engines. */
interface Node {
  '@type': string;
  '@id'?: string;
}

const site = builtSite('sample');

/** What the page tells, if it is told once. */
function graphOf({ document }: BuiltPage): Node[] {
  const scripts = elementsOf(document).filter((element) => attribute(element, 'type') === 'application/ld+json');
  const [text, ...more] = scripts.map((script) =>
    script.childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
  );
  if (text === undefined || more.length > 0) throw new Error(`${scripts.length} scripts of facts`);
  return (JSON.parse(text) as { '@graph': Node[] })['@graph'];
}

const canonicalOf = ({ document }: BuiltPage) => canonicals(document)[0];

/** The ids of nodes, and those that nodes refer to. */
function idsIn(value: unknown, ids = { own: [] as string[], named: [] as string[] }) {
  if (Array.isArray(value)) for (const one of value) idsIn(one, ids);
  else if (typeof value === 'object' && value !== null) {
    const { '@id': id, ...fields } = value as { '@id'?: string };
    if (id !== undefined) (Object.keys(fields).length > 0 ? ids.own : ids.named).push(id);
    idsIn(Object.values(fields), ids);
  }
  return ids;
}

describe('every page of the sample', () => {
  const pages = site.pages.filter((page) => canonicalOf(page) !== undefined);

  it('tells of itself under its own address, of the paper and of the edition, once', () => {
    expect(pages.length).toBeGreaterThan(300);
    for (const page of pages) {
      const graph = graphOf(page);
      const types = graph.map((node) => node['@type']);
      expect(types.slice(0, 2), page.path).toEqual(['NewsMediaOrganization', 'WebSite']);
      expect(graph[2]?.['@id'], page.path).toBe(canonicalOf(page));
      expect(new Set(types).size, page.path).toBe(types.length);
    }
  });

  it('names each thing once, and nothing that it does not tell of', () => {
    const wrong = pages.flatMap((page) => {
      const { own, named } = idsIn(graphOf(page));
      const lost = named.filter((id) => !own.includes(id));
      const twice = own.filter((id, at) => own.indexOf(id) !== at);
      return [...lost, ...twice].map((id) => `${page.path} ${id}`);
    });
    expect(wrong).toEqual([]);
  });

  it('is an article if it says so to other sites', () => {
    for (const page of pages) {
      const type = graphOf(page)[2]?.['@type'] ?? '';
      const isArticle = metaContent(page.document, 'og:type') === 'article';
      expect(ARTICLE_TYPES.has(type), page.path).toBe(isArticle);
    }
  });

  it('counts its words if it is an article, and offers the search if it is a front page', () => {
    for (const page of pages) {
      const graph = graphOf(page) as (Node & { wordCount?: number; potentialAction?: Node })[];
      const article = graph.find((node) => ARTICLE_TYPES.has(node['@type']));
      if (article) expect(article.wordCount, page.path).toBeGreaterThan(20);
      const search = graph.find((node) => node['@type'] === 'WebSite')?.potentialAction?.['@type'];
      expect(search, page.path).toBe(['/', '/es/'].includes(page.path) ? 'SearchAction' : undefined);
    }
  });
});
