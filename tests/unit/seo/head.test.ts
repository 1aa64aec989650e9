import { describe, expect, it } from 'vitest';
import { makeHead, type HeadInput } from '#src/seo/head.ts';
import { croppedPicture } from '#src/social-cards/social-picture.ts';
import { makePicture, SITE } from '../../factories.ts';

const ORIGIN = 'https://paper.example';

const head = (input: Partial<HeadInput> = {}) =>
  makeHead({
    site: SITE,
    locale: 'en',
    title: 'Glass',
    description: 'Where it goes.',
    url: '/articles/glass/',
    ...input,
  });

describe('makeHead', () => {
  it('puts the site’s name after a page’s own title, except on the front', () => {
    expect(head().title).toBe('Glass · Coast News & Events');
    expect(head({ isFront: true }).title).toBe('Glass');
  });

  it('has the page’s full address as the canonical one', () => {
    expect(head().canonical).toBe(`${ORIGIN}/articles/glass/`);
  });

  it('lists every version of the page with full addresses, itself included', () => {
    const english = head({ translations: [{ locale: 'es', href: '/es/articulos/vidrio/' }] });
    expect(english.alternates).toEqual([
      { locale: 'en', languageTag: 'en', href: `${ORIGIN}/articles/glass/` },
      { locale: 'es', languageTag: 'es-MX', href: `${ORIGIN}/es/articulos/vidrio/` },
    ]);
  });

  it('lists the same versions on each of them', () => {
    const english = head({ translations: [{ locale: 'es', href: '/es/articulos/vidrio/' }] });
    const spanish = head({
      locale: 'es',
      url: '/es/articulos/vidrio/',
      translations: [{ locale: 'en', href: '/articles/glass/' }],
    });
    expect(spanish.alternates).toEqual(english.alternates);
    expect(spanish.alternates.map(({ href }) => href)).toContain(spanish.canonical);
  });

  it('lists no versions if there is only one', () => {
    expect(head().alternates).toEqual([]);
  });

  it('offers the edition’s own feed, on the front page in every format', () => {
    const title = `${SITE.name} · ${SITE.tagline.es}`;
    expect(head({ locale: 'es' }).feeds).toEqual([{ type: 'application/rss+xml', title, href: '/es/rss.xml' }]);
    expect(head({ locale: 'es', isFront: true }).feeds.map(({ type, href }) => [type, href])).toEqual([
      ['application/rss+xml', '/es/rss.xml'],
      ['application/atom+xml', '/es/atom.xml'],
      ['application/feed+json', '/es/feed.json'],
    ]);
  });

  it('offers the feed of what the page lists before the paper’s', () => {
    const feed = { title: 'Paper: Culture', page: '/sections/culture/' };
    expect(head({ feed }).feeds.map(({ href }) => href)).toEqual(['/sections/culture/rss.xml', '/rss.xml']);
  });

  it('has the kind of page for other sites', () => {
    expect(head().openGraph).toEqual({ type: 'website', siteName: SITE.name, locale: 'en_GB' });
    const article = { published: '2026-10-08T09:10:00-05:00', modified: '2026-10-09T09:10:00-05:00' };
    expect(head({ locale: 'es', article }).openGraph).toEqual({
      type: 'article',
      siteName: SITE.name,
      locale: 'es_MX',
      ...article,
    });
    expect(head({ article: { published: 'x' } }).openGraph).not.toHaveProperty('modified');
  });

  it('keeps a page out of search engines only if asked to', () => {
    expect([head().noIndex, head({ noIndex: true }).noIndex]).toEqual([false, true]);
  });

  it('has the page’s picture for other sites, with all that they ask of it, or else the paper’s card in its language', () => {
    const picture = croppedPicture({ src: makePicture(), alt: 'A reef' });
    expect(head({ picture }).picture).toEqual({
      url: 'https://paper.example/_pictures/reef.0123456789abcdef.1200x630.jpeg',
      width: 1200,
      height: 630,
      type: 'image/jpeg',
      alt: 'A reef',
    });
    expect(head({ locale: 'es' }).picture).toEqual({
      url: expect.stringMatching(
        /^https:\/\/paper\.example\/_pictures\/card\.es\.paper\.front\.[\w-]{22}\.png$/,
      ) as string,
      width: 1200,
      height: 630,
      type: 'image/png',
      alt: 'Coast News & Events · Noticias de la costa',
    });
  });
});
