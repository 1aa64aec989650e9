import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';
import { plainText, readingMinutes } from '#src/markdown/plain-text.ts';

const words = (markdown: string) => plainText(renderBody(markdown, { locale: 'en' }));

describe('plainText', () => {
  it.each([
    ['paragraphs and headings', 'One *two*.\n\n## Three\n\nFour', 'One two.\nThree\nFour'],
    ['words that markup parts', 'Play**a** del [Car](/x/)men', 'Playa del Carmen'],
    ['a line break', 'One\\\ntwo', 'One\ntwo'],
    ['lists', '- one\n- two', 'one\ntwo'],
    ['tables', '| a | b |\n|---|---|\n| 1 | 2 |', 'a\nb\n1\n2'],
    ['signs that HTML escapes', 'A & B < C > "D"', 'A & B < C > “D”'],
    ['HTML written by hand', '<b>bold</b> <dl><dt>a</dt></dl>', 'bold\na'],
    ['HTML written as text', '`<b>` bold\\<b>', '<b> bold<b>'],
    ['an escaped escape', '`&amp;lt;`', '&amp;lt;'],
    ['code', '```\n<x> & y\n```', '<x> & y'],
    ['footnotes, without their marks', 'Text[^1].\n\n[^1]: Note.', 'Text.\nNotes\nNote.'],
    ['a link’s title', '[two](https://x.example "One > two")', 'two'],
    ['nothing', '', ''],
  ])('keeps the text of %s', (_, markdown, text) => {
    expect(words(markdown)).toBe(text);
  });
});

describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [1, 1],
    [329, 1],
    [330, 2],
    [2200, 10],
  ])('%i words take %i minutes', (count, minutes) => {
    expect(readingMinutes(Array(count).fill('word').join('\n'))).toBe(minutes);
  });
});
