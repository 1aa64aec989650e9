import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAIL_EXTRAS } from '#src/newsletter/mail-style.ts';
import { makeArticle, makeEdition, makeEvent, makeIssue, makePicture } from '../../factories.ts';
import { attributeOf, elementsOf, mailOf } from './mails.ts';

const [, header = '', ...rows] = readFileSync(
  join(import.meta.dirname, '..', '..', 'fixtures', 'mail-features.tsv'),
  'utf8',
)
  .trimEnd()
  .split('\n');
const CLIENTS = header.split('\t').slice(1);
const SUPPORT = new Map(rows.map((row) => [row.split('\t')[0] ?? '', row.split('\t').slice(1)]));

/** Features that our mail has though some program refuses them, and why nothing is lost. */
const EXTRAS: Readonly<Record<string, string>> = {
  'html-doctype': 'Outlook for Windows reads mail as its own kind of HTML, with or without it',
  'html-body': 'Outlook for macOS drops the element: its colours are on the cell around everything as well',
};

/** Of which caniemail.com has no row: in HTML since 3.2 (1997). */
const PLAIN = new Set(
  ['html', 'head', 'meta', 'title', 'a', 'br', 'em', 'i', 'b', 'u', 'sub', 'sup']
    .concat(['tbody'])
    .map((name) => `<${name}>`),
);
const PLAIN_ATTRIBUTES = new Set([
  ...['href', 'src', 'alt', 'class', 'style', 'charset', 'name', 'content', 'colspan', 'rowspan', 'start'],
]);

const ELEMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'html-h1-h6'])),
  ...Object.fromEntries(['table', 'tr', 'td'].map((name) => [name, 'html-table'])),
  ...Object.fromEntries(['ul', 'ol', 'li'].map((name) => [name, 'html-lists'])),
  ...Object.fromEntries(
    ['p', 'div', 'small', 'strong', 'blockquote', 'hr', 'pre', 'code', 'del', 'img', 'style', 'body'].map((name) => [
      name,
      `html-${name}`,
    ]),
  ),
};
const ATTRIBUTES = new Set(['align', 'cellpadding', 'cellspacing', 'dir', 'lang', 'role', 'width']);
const PROPERTIES: Readonly<Record<string, string>> = {
  color: 'css-background-color',
  'font-family': 'css-font',
  'border-top': 'css-border',
};

const BODY = `
A paragraph with *stress*, **strong stress**, \`code\`, ~~what is gone~~ and a [link](https://x.example/).

## Heading

### Below it

> A quotation.

3. Three
4. Four

- [x] Done

| A | B |
|---|---|
| 1 | 2 |

![A reef](/pictures/reef.webp "A caption. | Photo: Ana")

\`\`\`
code
\`\`\`

<details><summary>More</summary>Within.</details> <mark>marked</mark> <kbd>Ctrl</kbd> <q>said</q> <abbr title="x">y</abbr>
H<sub>2</sub>O x<sup>2</sup> <ins>new</ins> <u>under</u> <dfn>word</dfn> <cite>book</cite> <time datetime="2026">now</time> a<wbr>b

<dl><dt>Name</dt><dd>Meaning</dd></dl>

::video{url="https://www.youtube.com/watch?v=abcdefgh" title="A video"}

Text[^1].

[^1]: A note.

***
`;

/** A mail with everything that a mail can have. */
function fullMail(): string {
  const picture = { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Photo: Ana' };
  const corrections = [{ date: '2026-11-22', kind: 'correction' as const, text: 'Twelve.' }];
  const articles = ['a', 'b', 'c', 'd', 'e'].map((stem) => ({
    ...makeArticle({ stem, picture, corrections }),
    bodyPictures: [{ path: '/pictures/reef.webp', image: makePicture() }],
  }));
  const sponsored = makeArticle({ stem: 'f', sponsor: { name: 'A bank', url: 'https://bank.example/' } });
  const edition = makeEdition([...articles, sponsored], { newsroom: { events: [makeEvent()] } });
  const bodies = {
    'newsletters/en/2026/2026-11-23-daily.md': BODY.replace(/!\[.*/, ''),
    'articles/en/2026/a.md': BODY,
  };
  const issues = (['daily', 'breaking'] as const).map((kind) =>
    makeIssue({ kind, articles: ['a', 'b', 'c', 'd', 'e', 'f'], events: ['trova'], since: '2026-11-20' }),
  );
  return issues.map((issue) => mailOf(edition, issue, bodies).mail.html).join('');
}

const HTML = fullMail();
const ALL = elementsOf(HTML);
const styles = ALL.map((element) => ({ element, style: attributeOf(element, 'style') }));
const declarations = styles.flatMap(({ style }) =>
  (style ?? '')
    .split(';')
    .filter(Boolean)
    .map((one) => one.split(':').map((part) => part.trim()) as [string, string]),
);

/** The programs that refuse a feature; undefined if the fixture does not know it. */
function refusing(feature: string): string[] | undefined {
  const support = SUPPORT.get(feature);
  return support && CLIENTS.filter((_, index) => support[index] === 'n');
}

const isFine = (feature: string) => feature in EXTRAS || refusing(feature)?.length === 0;

describe('the HTML of a mail', () => {
  it('has only elements that no program refuses', () => {
    const names = [...new Set(ALL.map(({ tagName }) => tagName))];
    expect(names.filter((name) => !PLAIN.has(`<${name}>`) && !isFine(ELEMENTS[name] ?? `html-${name}`))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['ul', 'blockquote', 'pre', 'del', 'sup', 'h4', 'img']));
  });

  it('has only attributes that no program refuses', () => {
    const names = [...new Set(ALL.flatMap(({ attrs }) => attrs.map(({ name }) => name)))];
    expect(
      names.filter((name) => !PLAIN_ATTRIBUTES.has(name) && !(ATTRIBUTES.has(name) && isFine(`html-${name}`))),
    ).toEqual([]);
  });

  it('has only properties and units that no program refuses', () => {
    const properties = [...new Set(declarations.map(([name]) => name))];
    expect(properties.filter((name) => !isFine(PROPERTIES[name] ?? `css-${name}`))).toEqual([]);
    const units = [
      ...new Set(
        declarations.flatMap(([, value]) => value.replace(/#[0-9a-f]+/g, '').match(/(?<=\d)[a-z%]+\b|(?<=\d)%/g) ?? []),
      ),
    ];
    expect(units.filter((unit) => !['px', '%'].includes(unit))).toEqual([]);
    expect(declarations.filter(([, value]) => /url\(|var\(|calc\(|rgba?\(|!important/.test(value))).toEqual([]);
  });

  it('has no address within itself, no picture but JPEG, and nothing of a site but its pictures', () => {
    expect(ALL.filter((element) => attributeOf(element, 'href')?.startsWith('#'))).toEqual([]);
    const pictures = ALL.filter(({ tagName }) => tagName === 'img').map((picture) => attributeOf(picture, 'src') ?? '');
    expect(pictures.length).toBeGreaterThan(2);
    expect(pictures.filter((src) => !/^https:\/\/paper\.example\/.*\.jpeg$/.test(src))).toEqual([]);
    expect(ALL.filter(({ tagName }) => ['link', 'script', 'iframe', 'video'].includes(tagName))).toEqual([]);
  });

  it('sets background and text colour together, or neither', () => {
    const half = styles.filter(({ style = '' }) => /(?:^|;)color:/.test(style) !== style.includes('background-color:'));
    expect(half.map(({ element }) => element.tagName)).toEqual([]);
  });

  it('can be read without its pictures: each has words and a width', () => {
    const pictures = ALL.filter(({ tagName }) => tagName === 'img');
    expect(pictures.filter((picture) => !attributeOf(picture, 'alt') || !attributeOf(picture, 'width'))).toEqual([]);
  });

  it('has one table of 600 pixels within one of the whole width, neither of which is read out as one', () => {
    const [mail = ''] = HTML.split('</html>');
    const layout = elementsOf(mail).filter((element) => attributeOf(element, 'role') === 'presentation');
    expect(layout.map(({ tagName }) => tagName)).toEqual(['table', 'table']);
    expect(layout.map((table) => attributeOf(table, 'width'))).toEqual(['100%', '600']);
  });

  it('has what only some programs read in one element that Gmail takes, and needs none of it', () => {
    expect(Buffer.byteLength(MAIL_EXTRAS)).toBeLessThan(16_000);
    const refused = ['css-at-media-prefers-color-scheme', 'css-color-scheme'].filter(
      (feature) => refusing(feature)?.length,
    );
    expect(refused).toHaveLength(2);
    const classes = new Set(ALL.flatMap((element) => attributeOf(element, 'class')?.split(' ') ?? []));
    expect([...classes].filter((name) => !MAIL_EXTRAS.includes(`.${name}`))).toEqual([]);
  });
});
