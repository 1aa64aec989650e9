import { describe, expect, it } from 'vitest';
import { beginTranslation, originalIn, otherLanguages, translationRoute } from '#src/admin/begin-translation.ts';

const ORIGINAL = {
  title: 'Boats',
  description: 'Two boats came.',
  pubDate: '2026-10-14T07:30:00-05:00',
  draft: false,
  authors: ['ana-pech', 'desk'],
  categories: ['region'],
  picture: { src: '/pictures/boats.webp', alt: 'Boats', credit: 'Ana' },
  sources: [{ title: 'A', url: 'https://a.example/' }],
  corrections: [{ date: '2026-10-15T00:00:00-05:00', kind: 'correction', text: 'Three.' }],
  withdrawn: { date: '2026-10-16T00:00:00-05:00', reason: 'Wrong.' },
  aliases: ['/old/'],
  featured: 'lead',
  translationKey: 'boats',
  deskState: 'live',
  body: 'Two *boats*.\n\n> They came.',
};
/** What the CMS lets a new story begin with. */
const NEW = {
  title: '',
  description: '',
  pubDate: '2026-11-29T10:00',
  draft: true,
  authors: [],
  categories: [],
  picture: null,
  sources: [],
  corrections: [],
  withdrawn: null,
  translationKey: '',
  body: '',
};

describe('a translation', () => {
  it('begins with what it shares with its original, and with the words that are to be translated', () => {
    expect(beginTranslation(NEW, ORIGINAL)).toEqual({
      title: 'Boats',
      description: 'Two boats came.',
      pubDate: '2026-11-29T10:00',
      draft: true,
      'authors.0': 'ana-pech',
      'authors.1': 'desk',
      'categories.0': 'region',
      'picture.src': '/pictures/boats.webp',
      'picture.alt': 'Boats',
      'picture.credit': 'Ana',
      'sources.0.title': 'A',
      'sources.0.url': 'https://a.example/',
      corrections: [],
      withdrawn: null,
      translationKey: 'boats',
      body: 'Two *boats*.\n\n> They came.',
    });
  });

  it('is begun at an address that names its original', () => {
    const route = translationRoute('articles/en/2025/boats.md', 'es', 2026);
    expect(route).toBe('#/collections/articles-es-2026/new?translated=articles%2Fen%2F2025%2Fboats.md');
    expect(originalIn(Object.fromEntries(new URLSearchParams(route.split('?')[1])))).toBe('articles/en/2025/boats.md');
    expect(translationRoute('pages/es/acerca-de.md', 'en', 2026)).toMatch(/^#\/collections\/pages-en\/new\?/);
    expect(otherLanguages('es')).toEqual(['en']);
  });
});
