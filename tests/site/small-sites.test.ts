import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { classed, elementsOf, attribute, named, textOf } from './html.ts';

/** That a small site has no broken link, valid pages and right counts, the other tests of this folder say of every site. */
const ALWAYS = `index.html es/index.html rss.xml es/rss.xml sitemap-index.xml robots.txt search/index.html
  es/buscar/index.html latest/index.html es/ultimas/index.html archive/index.html es/archivo/index.html
  corrections/index.html es/correcciones/index.html follow/index.html es/seguir/index.html feed.json atom.xml _redirects .htaccess 404.html es/404.html`.split(
  /\s+/,
);

describe.each(['empty', 'one', 'three'] as const)('the site “%s”', (name) => {
  it('has its fronts, feeds, sitemap, search, lists and error pages', () => {
    expect(ALWAYS.filter((file) => !builtSite(name).files.includes(file))).toEqual([]);
  });

  it('has no page but those that its newsroom calls for', () => {
    const kinds =
      /^\/(?:es\/)?(?:404\.html|(?:articles|articulos)\/[a-z0-9-]+\/|(?:sections|secciones|topics|temas|authors|autores|places|lugares)\/(?:[a-z0-9-]+\/)?|(?:latest|ultimas|search|buscar|corrections|correcciones|editors-guide|guia-para-editores|follow|seguir|subscribe|suscribirse|about|acerca-de)\/|(?:archive|archivo)\/(?:\d{4}\/(?:\d{2}\/)?)?)?$/;
    expect(
      builtSite(name)
        .pages.map(({ path }) => path)
        .filter((path) => !kinds.test(path)),
    ).toEqual([]);
  });
});

describe('a paper without a story', () => {
  const site = builtSite('empty');

  it('says on its front pages that the first stories are being written', () => {
    expect(emptyNote('/')).toEqual(['The first stories are being written. Please come back soon.']);
    expect(emptyNote('/es/')).toHaveLength(1);
    expect(named(site.page('/').document, 'article')).toEqual([]);
  });

  it('says in its sections and in the latest that there is nothing yet', () => {
    expect(emptyNote('/sections/region/')).toEqual(['There is nothing here yet.']);
    expect(emptyNote('/latest/')).toEqual(['There is nothing here yet.']);
    expect(emptyNote('/es/secciones/region/')).toEqual(emptyNote('/es/ultimas/'));
  });

  it('has feeds that are whole, and empty', () => {
    for (const file of ['rss.xml', 'es/rss.xml']) {
      const feed = parseRssFeed(site.read(file));
      expect(feed.title).toContain('Riviera Maya News & Events');
      expect(feed.items ?? []).toEqual([]);
    }
  });

  function emptyNote(path: string): string[] {
    return classed(site.page(path).document, 'empty').map(textOf);
  }
});

describe('a paper with one story and no picture', () => {
  const site = builtSite('one');

  it('leads with it, and shows it nowhere else on the front page', () => {
    const { document } = site.page('/');
    const links = named(document, 'a').filter((link) => attribute(link, 'href') === '/articles/the-first-story/');
    expect(links.map(textOf)).toEqual(['The first story of a new paper']);
    expect(classed(document, 'lead')).toHaveLength(1);
    expect(named(document, 'img')).toEqual([]);
  });

  it('has no heading with nothing below it', () => {
    for (const path of ['/', '/articles/the-first-story/', '/latest/']) {
      const hollow = elementsOf(site.page(path).document).filter(
        (element) => ['ul', 'ol', 'section', 'nav', 'h2', 'h3', 'p'].includes(element.tagName) && !textOf(element),
      );
      expect(hollow, path).toEqual([]);
    }
  });

  it('has an empty front page in the language that has no story', () => {
    expect(classed(site.page('/es/').document, 'empty')).toHaveLength(1);
  });

  it('offers nothing more to read if there is nothing', () => {
    const { document } = site.page('/articles/the-first-story/');
    expect(classed(document, 'discover-more')).toEqual([]);
    expect(classed(document, 'story-neighbours')).toEqual([]);
  });

  it('uses the paper’s own card if a story has no picture', () => {
    expect(site.page('/articles/the-first-story/').html).toMatch(
      /og:image" content="[^"]*\/_pictures\/card\.en\.article\.the-first-story\.[\w-]{22}\.png"/,
    );
  });
});

describe('a paper with three stories', () => {
  const site = builtSite('three');

  it('does not lead with the sponsored one, though it is the newest', () => {
    const [lead] = classed(site.page('/').document, 'lead');
    expect(lead && named(lead, 'h2').map(textOf)).toEqual(['Rain']);
  });

  it('pairs the story that was written in both languages', () => {
    const { html } = site.page('/articles/the-longest-headline/');
    expect(html).toContain('href="/es/articulos/anticonstitucional/"');
  });

  it('gives topics with a translated name their own address in each language', () => {
    expect(site.files).toContain('topics/reefs/index.html');
    expect(site.files).toContain('es/temas/arrecifes/index.html');
  });
});
