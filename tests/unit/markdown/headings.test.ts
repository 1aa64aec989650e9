import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';

const headings = (markdown: string) =>
  [...renderBody(markdown, { locale: 'en' }).matchAll(/<(h\d)[^>]* id="([^"]*)"/g)].map(
    ([, tag, id]) => `${tag} ${id}`,
  );

describe('headings of a body', () => {
  it('leave h1 to the headline', () => {
    expect(headings('# One\n\n## Two\n\n### Three\n\n###### Six')).toEqual([
      'h2 s-one',
      'h2 s-two',
      'h3 s-three',
      'h6 s-six',
    ]);
  });

  it('get an id from their text, without accents, punctuation or markup', () => {
    expect(headings('## ¿Qué pasó en *Ñandú*, [2026](/x/)?')).toEqual(['h2 s-que-paso-en-nandu-2026']);
  });

  it('get an id even without Latin letters', () => {
    expect(headings('## 日本\n\n## …')).toEqual(['h2 s-section', 'h2 s-section-2']);
  });

  it('get different ids for the same text', () => {
    expect(headings('## Water\n\n## Water\n\n# Water')).toEqual(['h2 s-water', 'h2 s-water-2', 'h2 s-water-3']);
  });

  it('get different ids if one ends in a number that another would get', () => {
    expect(new Set(headings('## Water\n\n## Water\n\n## Water 2')).size).toBe(3);
  });

  it('never share an id', () => {
    const words = fc.constantFrom('Water', 'Water 2', 'Water 2 2', 'Water 3', 'Agua');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (texts) => {
        const ids = headings(texts.map((text) => `## ${text}`).join('\n\n'));
        expect(ids).toHaveLength(texts.length);
        expect(new Set(ids).size).toBe(texts.length);
      }),
    );
  });

  it('keep the footnotes’ heading’s id, which its notes refer to', () => {
    expect(headings('Text[^1].\n\n[^1]: Note.')).toEqual(['h2 footnote-label']);
  });
});
