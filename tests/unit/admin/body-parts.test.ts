import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '#src/admin/count-words.ts';
import { EMBED_LINE, embedFields, embedLine } from '#src/admin/embed-markdown.ts';
import { findStories } from '#src/admin/find-stories.ts';
import { withFootnotes } from '#src/admin/footnotes.ts';
import type { KnownStory } from '#src/admin/known-newsroom.ts';
import { tableMarkdown } from '#src/admin/table-markdown.ts';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import { renderBody } from '#src/markdown/pipeline.ts';

const html = (markdown: string) => renderBody(markdown, { locale: 'en', pictures: new Map() });

describe('a footnote that is written in its place', () => {
  it.each([
    ['None.', 'None.'],
    ['One^[a note].', 'One[^1].\n\n[^1]: a note\n'],
    ['One^[a [link](/latest/)], two^[b].\n', 'One[^1], two[^2].\n\n[^1]: a [link](/latest/)\n\n[^2]: b\n'],
    [
      'Old[^1] and [^3], new^[b] and ^[c].\n\n[^1]: a\n',
      'Old[^1] and [^3], new[^2] and [^4].\n\n[^1]: a\n\n[^2]: b\n\n[^4]: c\n',
    ],
  ])('%j becomes a mark with a free number, and a note at the end', (body, expected) => {
    expect(withFootnotes(body)).toBe(expected);
  });

  it('is one for readers', () => {
    expect(html(withFootnotes('One^[a note].'))).toContain('a note');
    expect(html(withFootnotes('One^[a note].'))).toContain('footnote-ref');
  });
});

describe('a table that is typed or pasted', () => {
  it.each([
    ['Day | Boats\nMonday | 2', '| Day | Boats |\n| --- | --- |\n| Monday | 2 |'],
    ['Day\tBoats\nMonday\t2|3\n', '| Day | Boats |\n| --- | --- |\n| Monday | 2\\|3 |'],
    ['| a | b |\n\n| 1 |', '| a | b |\n| --- | --- |\n| 1 |  |'],
    ['', '|  |\n| --- |'],
  ])('%j is Markdown', (rows, expected) => {
    expect(tableMarkdown(rows)).toBe(expected);
  });

  it('has as many rows and cells for readers', () => {
    const table = html(tableMarkdown('a | b | c\n1 | 2 | 3\n4 | 5'));
    expect([table.match(/<tr>/g)?.length, table.match(/<t[hd]\b/g)?.length]).toEqual([3, 9]);
  });
});

describe('the line of an embed', () => {
  it('is read as it was written, whatever its texts are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^\s][^\n\r]{0,30}[^\s]$/), (title) => {
        const line = embedLine({ kind: 'video', url: 'https://youtu.be/abcdefghijk', title });
        const { kind, attributes = '' } = EMBED_LINE.exec(line)?.groups ?? {};
        expect({ kind, ...embedFields(attributes) }).toEqual({
          kind: 'video',
          url: 'https://youtu.be/abcdefghijk',
          title,
        });
      }),
    );
  });

  it('is one for the site', () => {
    const line = embedLine({ kind: 'map', url: 'https://osm.org/way/1', title: 'The “bay” & more', picture: '' });
    expect(factsOfBody(line).embedFaults).toEqual([]);
    expect(html(line)).toContain('The “bay” &amp; more');
  });
});

describe('a search for a story', () => {
  const story = (title: string, locale: 'en' | 'es' = 'en') => ({ title, locale }) as KnownStory;
  const STORIES = [
    story('El arrecife en calma', 'es'),
    story('The reef in the morning'),
    story(''),
    story('Reefs, and Cancún'),
  ];

  it.each([
    ['reef', 'en', ['The reef in the morning', 'Reefs, and Cancún']],
    ['CANCUN reef', 'en', ['Reefs, and Cancún']],
    ['arrec calma', 'en', ['El arrecife en calma']],
    ['', 'es', ['El arrecife en calma', 'The reef in the morning', 'Reefs, and Cancún']],
    ['eef', 'en', []],
  ] as const)(
    'for “%s” in %s finds the headlines with all words, the text’s own language first',
    (words, language, found) => {
      expect(findStories(STORIES, words, language).map(({ title }) => title)).toEqual(found);
    },
  );
});

describe('the length of a text', () => {
  it.each([
    ['', 0, 1],
    ['It is **swept** on Mondays: 1,204 times.', 7, 1],
    ['See [the town’s page](https://www.cancun.gob.mx/a/b) and https://example.com/x/y[^1].', 5, 1],
    ['::video{url="https://youtu.be/abcdefghijk" title="A long title"}', 0, 1],
    ['palabra '.repeat(1200), 1200, 5],
  ])('of %j is counted in words that readers read', (text, words, minutes) => {
    expect(countWords(text)).toEqual({ words, minutes });
  });
});
