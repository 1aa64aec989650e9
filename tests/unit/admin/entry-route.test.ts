import { expect, it } from 'vitest';
import { entryRoute, fileOfRoute } from '#src/admin/entry-route.ts';

it.each([
  ['articles/en/2026/reef.md', '#/collections/articles-en-2026/entries/reef'],
  ['articles/es/2019/My Story.md', '#/collections/articles-es-2019/entries/My%20Story'],
  ['pages/es/acerca-de.md', '#/collections/pages-es/entries/acerca-de'],
  ['authors/ana-pech.yaml', '#/collections/authors/entries/ana-pech'],
  ['pictures/reef.webp', undefined],
  ['articles/2026/reef.md', undefined],
  ['articles/en/reef.md', undefined],
])('the form opens %s at %s', (file, route) => {
  expect(entryRoute(file)).toBe(route);
  if (route !== undefined) expect(fileOfRoute(route)).toBe(file);
});

it.each(['#/collections/articles-en-2026', '#/collections/articles-en-2026/new', '#/assets'])(
  '%s is no file',
  (route) => {
    expect(fileOfRoute(route)).toBeUndefined();
  },
);
