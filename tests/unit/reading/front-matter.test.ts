import { describe, expect, it } from 'vitest';
import { parseYaml } from '#src/reading/front-matter.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';

describe('splitFrontMatter', () => {
  it.each([
    ['plain', '---\ntitle: A\n---\nBody\n', 'title: A', 'Body\n'],
    ['with Windows line ends', '---\r\ntitle: A\r\nslug: a\r\n---\r\nBody\r\n', 'title: A\r\nslug: a', 'Body\r\n'],
    ['with a byte order mark', '\uFEFF---\ntitle: A\n---\nBody', 'title: A', 'Body'],
    ['with spaces after the fences', '---  \ntitle: A\n---\t\nBody', 'title: A', 'Body'],
    ['without a body', '---\ntitle: A\n---', 'title: A', ''],
    ['with a rule in the body', '---\ntitle: A\n---\nOne\n\n---\n\nTwo', 'title: A', 'One\n\n---\n\nTwo'],
    ['with dashes in a text', '---\ntitle: "a --- b"\n---\nBody', 'title: "a --- b"', 'Body'],
    ['with indented dashes', '---\ntext: |\n  ---\n  x\n---\nBody', 'text: |\n  ---\n  x', 'Body'],
    ['with four dashes', '---\na: 1\n----\n---\nBody', 'a: 1\n----', 'Body'],
    ['with nothing between the fences', '---\n---\nBody', '', 'Body'],
    ['with nothing between the fences and a rule in the body', '---\n---\nOne\n\n---\n\nTwo', '', 'One\n\n---\n\nTwo'],
  ])('%s', (_, text, frontMatter, body) => {
    expect(splitFrontMatter(text)).toEqual({ frontMatter, frontMatterLine: 2, body });
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'Body'],
    ['a fence that never closes', '---\ntitle: A\n'],
    ['a fence on a later line', '\n---\ntitle: A\n---\n'],
    ['a fence after text', 'x ---\ntitle: A\n---\n'],
  ])('finds none in %s', (_, text) => {
    expect(splitFrontMatter(text)).toBeUndefined();
  });
});

describe('parseYaml', () => {
  it('keeps dates, and words that older YAML took for others, as text', () => {
    expect(parseYaml('a: 2026-10-14T09:00\nb: 2026-10-14\nc: yes\nd: on\ne: NO')).toEqual({
      ok: true,
      data: { a: '2026-10-14T09:00', b: '2026-10-14', c: 'yes', d: 'on', e: 'NO' },
    });
  });

  it('knows true, numbers and nothing', () => {
    expect(parseYaml('a: true\nb: -87.07\nc: 12\nd:\n')).toEqual({
      ok: true,
      data: { a: true, b: -87.07, c: 12, d: null },
    });
  });

  it.each([
    ['a quotation mark that never closes', 'title: A\ntext: "b\n', 3, 1],
    ['a tab for indentation', 'tags:\n\t- reef', 2, 1],
    ['a list that never closes', 'tags: [reef,', 1, 13],
    ['a field twice', 'title: A\ntitle: B', 2, 1],
    ['a second document', 'title: A\n---\ntitle: B', 2, 1],
    ['a tag that would run code', 'title: !!js/function x', 1, 8],
    ['a colon in a bare text', 'title: Reef: a morning', 1, 12],
  ])('says where it cannot read %s', (_, text, line, column) => {
    expect(parseYaml(text)).toMatchObject({
      ok: false,
      line,
      column,
      reason: expect.stringMatching(/\w+ \w+/) as string,
    });
  });

  // 276 bytes of these become megabytes when they are written out, as an error message does.
  it.each([
    ['an alias', 'a: &reef [coral]\nb: *reef'],
    ['a merge key', 'a: &reef { b: 1 }\nc:\n  <<: *reef'],
    ['an anchor', 'a: &reef coral'],
  ])('refuses %s, which no editor needs', (_, text) => {
    expect(parseYaml(text)).toMatchObject({ ok: false });
  });
});
