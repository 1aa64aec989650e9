import { describe, expect, it } from 'vitest';
import { htmlEntitiesIn } from '#src/markdown/html-entities.ts';
import { parseYaml } from '#src/reading/front-matter.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { fixFrontMatter } from '../../../scripts/lint-content/fix-front-matter.ts';
import { STORY, temporaryFolder } from '../../temporary-folder.ts';

function said(collection: Collection, name: string, text: string): string[] {
  const root = temporaryFolder({ [`${collection}/${name}`]: text, 'pictures/reef.webp': '' });
  return readContentFile({ contentRoot: root }, collection, name).problems.map(formatProblem);
}

const titled = (title: string) =>
  said(
    'articles',
    'en/reef.md',
    STORY.replace(/^title: .*/m, () => `title: ${title}`),
  );
const fixedText = (frontMatter: string) => fixFrontMatter(frontMatter, () => undefined, 'articles')?.text;

describe('an HTML entity in a text of front matter', () => {
  it.each([
    ['Wait&hellip;', '&hellip;', 'write …'],
    ['Tom &amp; Ana', '&amp;', 'write &'],
    ['It&#8217;s here', '&#8217;', 'write ’'],
    ['It&#x2019;s here', '&#x2019;', 'write ’'],
    ['Ma&ntilde;ana', '&ntilde;', 'write ñ'],
    ['5&nbsp;km', '&nbsp;', 'write a space'],
    ['re&shy;ef', '&shy;', 'delete it'],
    ['Wait&hellip', '&hellip', 'write …'],
    ['It&#8217s here', '&#8217', 'write ’'],
    ['5&nbsp km', '&nbsp', 'write a space'],
  ])('is reported with what it stands for: %s', (title, entity, remedy) => {
    expect(titled(`"${title}"`)).toEqual([
      `articles/en/reef.md:2:1  warning  title ("${entity}")  shows readers ${entity} as it is typed — ${remedy}`,
    ]);
  });

  it('is reported once a kind, in each field that readers see', () => {
    const lines = [
      'picture: { src: /pictures/reef.webp, alt: "A &amp; B &amp; C", caption: "&quot;D&quot;", credit: "E &copy; F" }',
      'corrections:\n  - { date: 2026-11-21, kind: update, text: "G &lt; H" }',
    ];
    const found = said('articles', 'en/reef.md', STORY.replace('authors', `${lines.join('\n')}\nauthors`));
    expect(found.map((text) => /(?<=warning {2})\S+/.exec(text)?.[0])).toEqual([
      'picture.alt',
      'picture.caption',
      'picture.credit',
      'corrections[0].text',
    ]);
    const place = 'name: { en: "A &amp; B", es: C }\nstate: Q\nlatitude: 20\nlongitude: -87\naliases: ["D &amp; E"]\n';
    expect(said('places', 'tulum.yaml', place).map((text) => text.split('  ')[0])).toEqual([
      'places/tulum.yaml:1:9',
      'places/tulum.yaml:5:11',
    ]);
  });

  it('at the very beginning, where YAML takes it for an anchor, asks for quotation marks as well', () => {
    for (const entity of ['&quot;', '&hellip;', '&#8217;', '&iexcl;'])
      expect(titled(`${entity}No${entity}, she said`).map((text) => text.split('  ').slice(0, 3).join('  '))).toEqual([
        'articles/en/reef.md:2:8  error  title',
        `articles/en/reef.md:2:1  warning  title ("${entity}")`,
      ]);
  });

  it.each([
    'Salt &and pepper',
    'Salt &ampere',
    '&#xyz &# &#1',
    'AT&T; and R&D;',
    'Fish & chips; & more',
    'A&B',
    '&;',
    'Q&A;',
    '&#xyz;',
  ])('is not what only looks like one: %s', (title) => {
    expect(htmlEntitiesIn(title)).toEqual([]);
    expect(titled(JSON.stringify(title))).toEqual([]);
  });

  it('is not looked for in an address, where it may be one of a query', () => {
    const sponsor = 'sponsor: { name: A, url: "https://www.example.org/?a=1&copy;=2" }\nauthors';
    expect(said('articles', 'en/reef.md', STORY.replace('authors', sponsor))).toEqual([]);
  });
});

describe('fixing HTML entities', () => {
  it.each([
    ['title: Wait&hellip; Tom &amp; Ana', 'title: Wait… Tom & Ana'],
    ['title: It&#8217s Ma&ntilde;ana &amp', 'title: It’s Mañana &'],
    ['title: It&#8217;s 5&nbsp;km # note', 'title: It’s 5 km # note'],
    ['title: "&quot;No&quot; \\"yes\\" &#92;"', 'title: "\\"No\\" \\"yes\\" \\\\"'],
    ["title: 'It&#39;s'", "title: 'It''s'"],
    ['title: A&#58; &quot;b&quot;', 'title: "A: \\"b\\""'],
    ['title: A&#32;&#35;9', 'title: "A #9"'],
    ['description: >-\n  One &amp;\n  two', 'description: >-\n  One &\n  two'],
    ['picture: { alt: A &amp; B, credit: "C" }', 'picture: { alt: A & B, credit: "C" }'],
    ['sources:\n  - title: A&#44; B&#125;\n', 'sources:\n  - title: "A, B}"\n'],
  ])('writes the characters: %s', (before, after) => {
    expect(fixedText(before)).toBe(after);
    expect(parseYaml(after)).toMatchObject({ ok: true });
  });

  it.each(['sponsor: { url: "https://www.example.org/?a&amp;b" }', 'title: R&D;', 'slug: a&amp;b'])(
    'leaves alone what is no text, or no entity: %s',
    (text) => {
      expect(fixedText(text)).toBe(text);
    },
  );
});
