import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import { renderBody } from '#src/markdown/pipeline.ts';

describe('what a body contains', () => {
  it('is its links with their texts and the offsets of their addresses, links by reference included', () => {
    const markdown = 'See [the reef](/articles/reef/ "now"), <https://a.example/> and [*this*][r].\n\n[r]: ./other/\n';
    const { links } = factsOfBody(markdown);
    expect(
      links.map(({ address, text, addressOffset }) => [
        address,
        text,
        markdown.slice(addressOffset, addressOffset + 4),
      ]),
    ).toEqual([
      ['/articles/reef/', 'the reef', '/art'],
      ['https://a.example/', 'https://a.example/', 'http'],
      ['./other/', 'this', './ot'],
    ]);
  });

  it('is an address within its brackets, though its text is the same', () => {
    const markdown = '[www.a.example](www.a.example)';
    expect(factsOfBody(markdown).links.map(({ addressOffset }) => addressOffset)).toEqual([16]);
  });

  it('is a picture’s link without text', () => {
    expect(factsOfBody('[![A reef](./a.jpg)](/x/)').links).toMatchObject([{ text: '', hasPicture: true }]);
  });

  it('is an address in HTML written by hand as a browser reads it', () => {
    const { links, lostTags } = factsOfBody('<a href="/x/?a=1&amp;b=2">x</a> <a href="java&#115;cript:x">y</a>');
    expect(links.map(({ address }) => address)).toEqual(['/x/?a=1&b=2', 'javascript:x']);
    expect(lostTags).toEqual([]);
  });

  it('is nothing in prose, which is not even parsed', () => {
    expect(factsOfBody('Nobody had expected it.\n\n- One\n- Two\n')).toEqual({
      pictures: [],
      links: [],
      headings: [],
      anchors: [],
      embedFaults: [],
      lostTags: [],
      rawMarks: [],
    });
  });

  it('is found however deep it is nested', () => {
    expect(factsOfBody(`${'- '.repeat(3000)}[x](/)`).links).toHaveLength(1);
    expect(factsOfBody(`${'> '.repeat(6000)}[x](/)`).links.length).toBeLessThan(2);
  });

  it('is its headings, with the level and the id that the page gives them', () => {
    const piece = fc.constantFrom(
      ...['Water', 'Él', '*bold*', '`code`', '<b>', '[link](/x/)', '![alt](./a.jpg)', '--', "it's", 'a\\\nb', '日本'],
      ...['&amp;', '[^1]'],
    );
    const heading = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.array(piece, { minLength: 1, maxLength: 4 }))
      .map(([level, words]) => `${'#'.repeat(level)} ${words.join(' ').replace('\\\n', ' ')}`);
    const setext = fc.array(piece, { minLength: 1, maxLength: 3 }).map((words) => `x ${words.join(' ')}\n---`);
    fc.assert(
      fc.property(fc.array(fc.oneof(heading, setext), { minLength: 1, maxLength: 5 }), (blocks) => {
        const markdown = `${blocks.join('\n\n')}\n\nText[^1].\n\n[^1]: Note.\n`;
        const page = renderBody(markdown, { locale: 'en' });
        const made = [...page.matchAll(/<h(\d) id="(s-[^"]*)"/g)];
        const { headings, anchors } = factsOfBody(markdown);
        expect(headings.map(({ level }) => level)).toEqual(made.map(([, level]) => Number(level)));
        expect(anchors).toEqual([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
      }),
    );
  });
});
