import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';

const html = (markdown: string) => renderBody(markdown, { locale: 'en' }).trim();

describe('the dateline', () => {
  const withDateline = (markdown: string, dateline: string) => renderBody(markdown, { locale: 'es', dateline }).trim();

  it('is at the start of the first paragraph', () => {
    expect(withDateline('Nadie lo esperaba.\n\nNadie.', 'TULUM')).toBe(
      '<p><span class="dateline">TULUM</span> — Nadie lo esperaba.</p>\n<p>Nadie.</p>',
    );
  });

  it.each(['## Antes', '- uno', '> cita', '| a |\n|---|\n| b |'])(
    'is in a paragraph of its own before a body that starts with %j',
    (markdown) => {
      const out = withDateline(markdown, 'TULUM');
      expect(out).toMatch(/^<p><span class="dateline">TULUM<\/span> — <\/p>\n<(?:h2|ul|blockquote|div)/);
    },
  );

  it('is text, not markup', () => {
    expect(withDateline('x', '<B> "A" & B')).toContain('<span class="dateline">&lt;B&gt; “A” &amp; B</span>');
  });

  it('follows pictures, which come before the text', () => {
    const pictures = new Map([['/pictures/reef.webp', { src: '/r.webp', srcset: undefined, width: 8, height: 6 }]]);
    const html = renderBody('![Reef](/pictures/reef.webp)\n\nIt rained.', {
      locale: 'en',
      dateline: 'TULUM',
      pictures,
    });
    expect(html).toMatch(/^<figure><img [^>]*><\/figure>\n<p><span class="dateline">TULUM<\/span> — It rained\.<\/p>/);
  });

  it('is left out if there is none', () => {
    expect(html('Text.')).toBe('<p>Text.</p>');
  });
});

describe('Markdown as editors write it', () => {
  it('sets quotation marks and dashes', () => {
    expect(html('"Quiet" -- it\'s --- so...')).toBe('<p>“Quiet” – it’s — so…</p>');
  });

  it('has strikethrough, and no front matter', () => {
    expect(html('~~old~~ new')).toBe('<p><del>old</del> new</p>');
    expect(html('---\ntitle: x\n---')).not.toContain('frontmatter');
  });

  it('labels footnotes in the reader’s language', () => {
    const spanish = renderBody('Texto[^1].\n\n[^1]: Nota.', { locale: 'es' });
    expect(spanish).toContain('id="footnote-label">Notas</h2>');
    expect(spanish).toContain('aria-label="Volver al texto, nota 1"');
    expect(html('Text[^1].\n\n[^1]: Note.')).toContain('aria-label="Back to the text, note 1"');
  });

  it('links a footnote there and back', () => {
    const out = html('Text[^a].\n\n[^a]: Note.');
    expect(out).toContain('<a href="#note-fn-a" id="note-fnref-a"');
    expect(out).toContain('<li id="note-fn-a">');
    expect(out).toContain('<a href="#note-fnref-a" data-footnote-backref');
  });

  it('puts a table into a frame that scrolls alone, also by keyboard', () => {
    expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).toMatch(
      /^<div class="table-frame" tabindex="0" role="group"><table>[\s\S]*<td>1<\/td>[\s\S]*<\/table><\/div>$/,
    );
  });
});
