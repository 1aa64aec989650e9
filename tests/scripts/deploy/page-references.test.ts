import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import {
  feedReferences,
  pageReferences,
  positionAt,
  scriptReferences,
} from '../../../scripts/deploy/page-references.ts';

const PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>1 < 2 <a href="/title/"></title><meta property="og:image" content="https://x.example/card.png">
<style>@import "a.css"; p { background: url('/b.webp') }</style>
<script type="application/ld+json">{"url":"https:\\/\\/x.example\\/c\\/"}</script>
<script>document.write('<a href="/written/">');</script></head>
<body><!-- <a href="/comment/"> --><a title="a > b" href='/d/?a=1&amp;b=2#e'>d</a><a href=/bare/ id=one>e</a>
<img alt="" srcset="/f.webp 1x, /g.webp 2x" src="/h.webp"><p style="background: url(/i.webp)" id="two">href="/text/"</p>
<form action="/search/"></form><div data-index="/_search/en/"></div></body></html>`;

describe('the reading of a page', () => {
  const { references, ids } = pageReferences(PAGE);
  const found = references.map(({ field, address }) => `${field} ${address}`);

  it('finds every address that a browser, a card or a search engine would', () => {
    expect(found).toEqual([
      'og:image https://x.example/card.png',
      'style a.css',
      'style /b.webp',
      'structured data https://x.example/c/',
      'href /d/?a=1&b=2#e',
      'href /bare/',
      'srcset /f.webp',
      'srcset /g.webp',
      'src /h.webp',
      'style /i.webp',
      'action /search/',
      'data-index /_search/en/index.bin',
    ]);
    expect([...ids]).toEqual(['one', 'two']);
  });

  it('sees the links that a real parser sees, and no others', () => {
    const links: string[] = [];
    const visit = (node: Tree.ParentNode) => {
      for (const child of node.childNodes) {
        if (!('tagName' in child)) continue;
        links.push(...child.attrs.filter(({ name }) => name === 'href').map(({ value }) => value));
        visit(child);
      }
    };
    visit(parse(PAGE));
    expect(references.filter(({ field }) => field === 'href').map(({ address }) => address)).toEqual(links);
  });

  it('knows where they are', () => {
    const reference = references.find(({ address }) => address === '/bare/');
    const { line, column } = positionAt(PAGE, reference?.offset ?? 0);
    expect(PAGE.split('\n')[line - 1]?.slice(column - 1, column + 5)).toBe('/bare/');
  });
});

it('reads the addresses of feeds and sitemaps', () => {
  const xml = '<a:link href="/r.xml"/><loc>/a/?b&amp;c</loc><image:loc>/p.webp</image:loc><enclosure url="/e.mp3"/>';
  expect(feedReferences(xml).map(({ address }) => address)).toEqual(['/r.xml', '/a/?b&c', '/p.webp', '/e.mp3']);
});

it('reads what a built script imports', () => {
  const code = 'import{a as b}from"./a.js";import"./b.js";const c=()=>import("./c.js");import("node:fs");';
  expect(scriptReferences(code).map(({ address }) => address)).toEqual(['./a.js', './b.js', './c.js']);
});
