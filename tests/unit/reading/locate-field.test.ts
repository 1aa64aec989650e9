import { describe, expect, it } from 'vitest';
import { locateField } from '#src/reading/locate-field.ts';

const text = `title: A story
tags: [reef, "coral", wind]
picture:
  src: /pictures/a.webp
  alt: A reef
corrections:
  - date: 2026-11-01
    kind: update
  - { date: 2026-11-02, text: "x" }
"slug": a-story
`;

describe('locateField', () => {
  it.each([
    [['title'], 1, 1],
    [['tags'], 2, 1],
    [['tags', 0], 2, 8],
    [['tags', 1], 2, 14],
    [['tags', 2], 2, 23],
    [['picture', 'alt'], 5, 3],
    [['corrections', 0, 'kind'], 8, 5],
    [['corrections', 1], 9, 5],
    [['corrections', 1, 'text'], 9, 25],
    [['slug'], 10, 1],
  ])('%j stands at %i:%i', (path, line, column) => {
    expect(locateField(text, path)).toEqual({ line, column });
  });

  it.each([
    [['picture', 'credit'], 3, 1],
    [['corrections', 0, 'text'], 7, 5],
    [['tags', 7], 2, 1],
    [['pubDate'], 1, 1],
    [[], 1, 1],
  ])('%j, which is missing, is sought in its nearest parent at %i:%i', (path, line, column) => {
    expect(locateField(text, path)).toEqual({ line, column });
  });

  it('counts lines that end as on Windows', () => {
    expect(locateField('title: A\r\nslug: b\r\n', ['slug'])).toEqual({ line: 2, column: 1 });
  });

  it('has an answer for an empty text', () => {
    expect(locateField('', ['title'])).toEqual({ line: 1, column: 1 });
  });
});
