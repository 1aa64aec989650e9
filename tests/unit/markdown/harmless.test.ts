import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parseHtml, type HtmlElement } from '#src/markdown/html-tree.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import { sanitise } from '#src/markdown/sanitise.ts';
import { writeHtml } from '#src/markdown/write-html.ts';
import { offencesInBody } from '../../allowed-output.ts';
import { hostileStrings } from '../../hostile-strings.ts';
import { rounds } from '../../long.ts';

const picture = { src: '/_pictures/x.webp', srcset: undefined, width: 800, height: 450 };
const pictures = new Map([['/pictures/x.webp', picture]]);

const rendered = (markdown: string) => renderBody(markdown, { locale: 'en', pictures, dateline: 'Tulum' });
const sanitised = (html: string) => writeHtml(sanitise(parseHtml(html), { pictures: [picture], isSponsored: false }));

const STRINGS = hostileStrings();

/** Parsed by another parser, and written once more. */
const readByAnother = (html: string) => normalised(writeHtml({ type: 'root', children: asOurs(parseFragment(html)) }));
const normalised = (html: string) => html.replace(/=""/g, '');

const asOurs = ({ childNodes }: Tree.ParentNode): HtmlElement['children'] =>
  childNodes.map((node) => {
    if ('value' in node) return { type: 'text', value: node.value };
    if (!('tagName' in node)) throw new Error(`${node.nodeName} was read`);
    const properties = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value || true]));
    return { type: 'element', tagName: node.tagName, properties, children: asOurs(node) };
  });

/** Where a hostile string may be in a body. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'as a body': (text) => text,
  'within a paragraph': (text) => `One ${text} two\n\nThree.`,
  'in a quote and a list': (text) => `> ${text}\n\n- ${text}\n`,
  'in a table': (text) => `| a | b |\n|---|---|\n| ${text} | ${text} |\n`,
  'as a heading': (text) => `## ${text}\n\nText.`,
  'as a link’s words, address and title': (text) => `[${text}](<${text}> "${text}")`,
  'as a picture’s words and title': (text) => `![${text}](/pictures/x.webp "${text}")`,
  'as a footnote': (text) => `Text.[^1]\n\n[^1]: ${text}\n`,
  'as code': (text) => `\`${text}\`\n\n\`\`\`${text}\n${text}\n\`\`\`\n`,
  'in an embed': (text) =>
    `::document{url="https://x.example/" title="${text}" picture="/pictures/x.webp" alt="${text}"}`,
};

const offenders = (write: (text: string) => string) =>
  STRINGS.flatMap((text) => {
    const found = offencesInBody(write(text), [picture.src]);
    return found.length > 0 ? [{ text, found }] : [];
  });

describe('hostile strings', () => {
  it.each(Object.entries(PLACES))('%s become nothing that is not allowed', (_, place) => {
    expect(offenders((text) => rendered(place(text)))).toEqual([]);
  });

  it('become nothing that is not allowed even without the steps before the sanitiser', () => {
    expect(offenders(sanitised)).toEqual([]);
  });

  it('are written so that another parser reads the same', () => {
    const htmls = STRINGS.flatMap((text) => [rendered(text), sanitised(text)]);
    expect(htmls.filter((html) => readByAnother(html) !== normalised(html))).toEqual([]);
    expect(htmls.filter((html) => sanitised(html) !== html)).toEqual([]);
  });
});

/** Pieces of HTML that nest in every way, good or bad. */
const PIECES = [
  ...'p div b em a href ul li ol table tr td tbody thead caption h2 pre blockquote details summary dl dt dd figure figcaption span del'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...'script style svg math title textarea iframe noscript template xmp select option form button marquee object center font foreignObject mtext mi annotation-xml desc plaintext nobr'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...['<a href="/x/">', '<a href="javascript:alert(1)">', '<img src=x onerror=alert(1)>'],
  ...['<img src="/_pictures/x.webp">', '<input type=checkbox>', '<br>', '<hr>', '<!--', '-->'],
  ...['<p id=x class="dateline evil" style="x:y" onclick=alert(1)>', '"', "'", '&lt;', '&#13;', '\n', '\n\n', '> '],
  ...['- ', '*', '`', '|', 'text', ' ', '\u0000', '<', '/'],
];

describe('whatever is nested in whatever', () => {
  const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join(''));
  const isAllowed = (html: string, input: string) => expect(offencesInBody(html, [picture.src]), input).toEqual([]);
  const staysAsWritten = (html: string, input: string) => {
    expect(sanitised(html), input).toBe(html);
    expect(readByAnother(html), input).toBe(normalised(html));
  };

  it('is allowed and stays as it was written, as Markdown', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const html = renderBody(text, { locale: 'en', pictures });
        isAllowed(html, text);
        if (/[<&]/.test(text)) staysAsWritten(html, text);
      }),
      { numRuns: rounds(150, 4_000) },
    );
  });

  it('is allowed and stays as it was written, straight into the sanitiser', () => {
    fc.assert(
      fc.property(soup, (text) => {
        isAllowed(sanitised(text), text);
        staysAsWritten(sanitised(text), text);
      }),
      { numRuns: rounds(150, 4_000) },
    );
  });

  it('may be nested deeper than any article, and keeps its text', () => {
    const deep = `${'<b>'.repeat(10_000)}word${'</b>'.repeat(10_000)}`;
    expect(plainText(rendered(deep))).toContain('word');
    expect(plainText(sanitised('<blockquote>'.repeat(10_000) + 'word'))).toContain('word');
  });
});
