import { createRequire } from 'node:module';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';
import { offencesInBody } from '../../allowed-output.ts';

/** An example of the CommonMark specification, 0.31.2. */
interface Example {
  number: number;
  section: string;
  markdown: string;
  html: string;
}

const { tests: EXAMPLES } = createRequire(import.meta.url)('commonmark-spec') as { tests: readonly Example[] };

/** The text of HTML as a reader sees it; signs that are typeset are as they were typed. */
function textOf(html: string): string {
  const waiting: Tree.Node[] = [parseFragment(html)];
  let text = '';
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node) text += node.value;
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, '...')
    .replace(/—/g, '---')
    .replace(/–/g, '--')
    .replace(/\s+/g, ' ')
    .trim();
}

const said = ({ markdown }: Example) => textOf(renderBody(markdown.replace(/→/g, '\t'), { locale: 'en' }));
const meant = ({ html }: Example) => textOf(html.replace(/→/g, '\t'));

/** Where readers of a newspaper are to see something else, by number. */
const OTHERWISE: Readonly<Record<string, readonly number[]>> = {
  // `<foo>` is no element of HTML: a browser would hide what was meant as text (`<your name>`).
  'what HTML does not know is shown as typed': [150, 163, 201, 491, 524, 536, 613, 614, 615, 617, 623],
  // Instructions, declarations and CDATA, which a browser takes for comments or cuts in two.
  'what belongs to other languages is shown as typed': [180, 181, 182, 627, 628, 629],
  // A browser would swallow all that follows into the tag.
  'a tag that is never closed is text': [156, 157, 158],
  'what runs, styles or asks leaves with what it holds': [170, 171, 172, 173, 176, 178],
};

describe('CommonMark’s own examples', () => {
  it('are all there', () => {
    expect(EXAMPLES).toHaveLength(652);
  });

  it('have the same text for readers, except for known ones', () => {
    const others = EXAMPLES.filter((example) => said(example) !== meant(example));
    expect(others.map(({ number }) => number)).toEqual(
      Object.values(OTHERWISE)
        .flat()
        .toSorted((a, b) => a - b),
    );
    expect(new Set(others.map(({ section }) => section))).toEqual(
      new Set(['HTML blocks', 'Link reference definitions', 'Links', 'Raw HTML']),
    );
  });

  it('lose no word if their text differs, unless it was dangerous', () => {
    const dangerous = OTHERWISE['what runs, styles or asks leaves with what it holds'] ?? [];
    const kept = Object.values(OTHERWISE)
      .flat()
      .filter((number) => !dangerous.includes(number));
    for (const example of EXAMPLES.filter(({ number }) => kept.includes(number))) {
      expect(words(said(example)), String(example.number)).toEqual(expect.arrayContaining(words(meant(example))));
    }
  });

  it('become nothing that is not allowed', () => {
    const offences = EXAMPLES.flatMap(({ markdown }) => offencesInBody(renderBody(markdown, { locale: 'en' })));
    expect(offences).toEqual([]);
  });
});

function words(text: string): string[] {
  return text.match(/[a-z]+/gi) ?? [];
}
