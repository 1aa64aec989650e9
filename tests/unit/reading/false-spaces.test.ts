import { describe, expect, it } from 'vitest';
import { mendSpaces } from '#src/reading/false-spaces.ts';
import { parseYaml } from '#src/reading/front-matter.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { STORY, temporaryFolder } from '../../temporary-folder.ts';

/** Every character that looks like a space, or like nothing, and is none. */
const FALSE_SPACES = [
  ...['\u00a0', '\u2003', '\u2007', '\u2009', '\u200a', '\u202f', '\u205f', '\u3000', '\u200b', '\u2060', '\ufeff'],
  ...['\u0085', '\u180e', '\u2028', '\u2029', '\u2800', '\u3164'],
];

/** A story of every shape, with ~ in the place of a special space; what is meant is the same with plain ones. */
const GOOD = `title: "A"
description: B
pubDate: 2026-11-20T09:00
authors: [ana-pech]
categories:
  - environment`;

function read(text: string) {
  const root = temporaryFolder({ 'articles/en/2026/reef.md': text, 'pictures/reef.webp': '' });
  return readContentFile({ contentRoot: root }, 'articles', 'en/2026/reef.md');
}

const problemsOf = (frontMatter: string) => read(`---\n${frontMatter}\n---\nWords.\n`).problems;
const places = (frontMatter: string) =>
  problemsOf(frontMatter).map(({ rule, line, column, value }) => `${rule} ${line}:${column} ${value ?? ''}`);

/** Places at which a line lost its plain space: `~` stands for the other. */
const LAYOUTS: readonly (readonly [string, string, string])[] = [
  ['after a colon', 'slug:~reef', '8:6'],
  ['after a colon, beside a plain one', 'slug: ~reef', '8:7'],
  ['before a colon', 'slug~: reef', '8:5'],
  ['after the colon of a field of fields', 'withdrawn:~\n  date: 2026-11-21\n  reason: No', '8:11'],
  ['before a field of a field', 'withdrawn:\n  date: 2026-11-21\n~~reason: No', '10:1'],
  ['before both fields of a field', 'withdrawn:\n~~date: 2026-11-21\n  reason: No', '9:1'],
  ['before an item', 'tags:\n  - reef\n~~- coral', '10:1'],
  ['after a hyphen', 'tags:\n  -~reef\n  - coral', '9:4'],
  ['after a later hyphen', 'tags:\n  - reef\n  -~coral', '10:4'],
  ['after the hyphen of an object', 'corrections:\n  -~date: 2026-11-21\n    kind: update\n    text: No', '9:4'],
  ['in brackets', 'tags: [reef,~coral]', '8:13'],
  ['after a bracket', 'tags: [~reef, coral~]', '8:8'],
  ['in braces', 'sponsor: { name:~A, url:~"https://www.example.org/" }', '8:17'],
  ['before a field in braces', 'sponsor: { name: A,~url: "https://www.example.org/" }', '8:20'],
  ['at the end of a list', 'tags: [reef]~', '8:13'],
  ['at the end of a text in quotation marks', 'sponsor:\n  name: "A"~\n  url: https://www.example.org/', '9:12'],
  ['at the end of a slug', 'slug: reef~', '8:11'],
  ['at the end of a switch', 'draft: true~', '8:12'],
  ['before a comment', 'draft: true~# yet', '8:12'],
  ['in a date in quotation marks', 'updatedDate: "2026-11-21~10:00"', '8:25'],
  ['before a comment after a date', 'updatedDate: 2026-11-21~# noon', '8:24'],
  ['on a line of nothing else', '~\nslug: reef', '8:1'],
  ['on the last line', 'slug: reef\n ~', '9:2'],
  ['before a comment on a line of its own', 'slug: reef\n~# old', '9:1'],
  ['after the head of a block', 'withdrawn:\n  date: 2026-11-21\n  reason: >-~\n    It was wrong.', '10:13'],
];

describe('a special space where front matter needs a plain one', () => {
  it.each(LAYOUTS)('%s is reported at its place, and nothing else is', (_, lines, place) => {
    const [first, ...more] = places(`${GOOD}\n${lines.replaceAll('~', '\u00a0')}`);
    expect(first).toBe(`false-space ${place} U+00A0`);
    expect(more.filter((text) => !text.startsWith('false-space'))).toEqual([]);
  });

  it.each(LAYOUTS)('%s is mended to what was meant, whichever it is', (_, lines) => {
    const meant = parseYaml(`${GOOD}\n${lines.replaceAll('~', ' ')}`);
    for (const space of FALSE_SPACES) {
      const isWide = !/[\u180e\u200b\u2060\ufeff]/.test(space);
      // What has no width cannot be what indents.
      if (!isWide && lines.includes('~~')) continue;
      const { text, spaces } = mendSpaces(`${GOOD}\n${lines.replaceAll('~', space)}`, 'articles');
      expect([space, spaces.length > 0, parseYaml(text)]).toEqual([space, true, meant]);
    }
  });

  it('may be before a field that is not indented at all', () => {
    for (const space of FALSE_SPACES) {
      const { text } = mendSpaces(GOOD.replace('pubDate', `${space}pubDate`), 'articles');
      expect(parseYaml(text)).toEqual(parseYaml(GOOD));
    }
    expect(places(GOOD.replace('pubDate', '\u00a0pubDate'))).toEqual(['false-space 4:1 U+00A0']);
  });

  it('between a day and its time is read as a space', () => {
    expect(places(GOOD.replace('20T09', '20\u00a009'))).toEqual(['false-space 4:20 U+00A0']);
  });

  it('hides no other mistake of the file', () => {
    const lines = `${GOOD.replace('2026-11-20T09:00', 'soon')}\nslug:\u00a0reef\nweather: fine`;
    expect(places(lines).map((text) => text.split(' ')[0])).toEqual(['false-space', 'bad-date', 'unknown-field']);
  });

  it.each([
    ['the first line', '---\u00a0', '---', '1:4'],
    ['the last line', '---', '---\u2003 ', '7:4'],
  ])('on %s of front matter is reported there', (_, first, last, place) => {
    const text = STORY.replace(/^---$/m, 'first').replace(/^---$/m, last).replace('first', first);
    expect(read(text).problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([
      `false-space ${place}`,
    ]);
    expect(read(text).flawed?.bodyDigest).toBe(read(STORY).record?.bodyDigest);
  });

  it('before the first line of front matter is reported there, and the file is read', () => {
    for (const space of ['\u00a0', '\u2003\u00a0'])
      expect(read(space + STORY).problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([
        'false-space 1:1',
      ]);
  });

  it('at the edge of a value in quotation marks is no part of it', () => {
    for (const value of ['"~reef"', '"reef~"', "'~ reef ~'"])
      for (const space of ['\u00a0', '\u200b', '\u2028'])
        expect(parseYaml(mendSpaces(`slug: ${value.replaceAll('~', space)}`, 'articles').text)).toEqual({
          ok: true,
          data: { slug: 'reef' },
        });
  });

  it('is not the byte order mark with which a file may begin', () => {
    const text = '\uFEFFtitle: { en: A, es: B }\n';
    expect(mendSpaces(text, 'tags')).toEqual({ text, spaces: [] });
  });

  it('is named with what to do', () => {
    expect(problemsOf(`${GOOD}\nslug:\u00a0reef`).map(formatProblem)).toEqual([
      'articles/en/2026/reef.md:8:6  error  (U+00A0)  is a special space, where only a plain one is read — type a plain space in its place, or delete it; npm run lint:content -- --fix does so',
    ]);
  });
});

describe('a special space within words', () => {
  it.each([
    ['of a text', 'description: 30\u00a0km of\u202freef'],
    ['after a colon in a text', 'description: Reef:\u00a0a morning'],
    ['before a # in a text', 'description: Hotel\u00a0#9'],
    ['of a text that looks like a field', 'description: alt:\u00a0x, tags:\u00a0y'],
    ['in quotation marks', 'description: "\u00a0- a:\u00a0b [c]\u00a0"'],
    ['in quotation marks on several lines', 'description: "A\n  \u00a0\n  -\u00a0b\n  slug:\u00a0c\n \u00a0d"'],
    ['of a block', 'description: >-\n  slug:\u00a0a\n  -\u00a0b\n  \u00a0\n  c\u00a0'],
    ['on a later line of a text', 'description: A\n  \u00a0b\u00a0c'],
    ['at the end of a text', 'description: A reef\u00a0'],
  ])('%s is left alone', (_, line) => {
    const text = GOOD.replace(/^description.*$/m, () => line);
    expect(problemsOf(text).filter(({ rule }) => rule === 'false-space')).toEqual([]);
    expect(mendSpaces(text, 'articles').text).toBe(text);
  });
});
