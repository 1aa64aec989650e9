import { describe, expect, it } from 'vitest';
import { idMeant, idsIn } from '#src/markdown/body-ids.ts';
import { renderBody } from '#src/markdown/pipeline.ts';

const PAGE = 'https://www.paper.example/articles/fair/';

/** Where the first link of a body leads on its page. */
const leadsTo = (address: string, body: string, page?: string) =>
  /<a href="([^"]*)"/.exec(renderBody(`[x](${address})\n\n${body}`, { locale: 'en', ...(page && { page }) }))?.[1];

describe('a link to a part of its own page', () => {
  it.each([
    ['#tickets', '## Tickets'],
    ['#s-tickets', '## Tickets'],
    ['#Tickets', '## Tickets'],
    ['#el-agua', '## El *agua*'],
    ['#él-agua', '## Él agua'],
    ['<#Él agua>', '## Él agua'],
    ['#%C3%A9l-agua', '## Él agua'],
    ['#tickets-2', '## Tickets\n\n## Tickets'],
    ['#buy', '<a id="buy"></a>Tickets'],
    ['#buy', '<h2 id="buy">Tickets</h2>'],
    ['#Añil', '<p id="Añil">Words</p>'],
    ['#s-bahn', '## S-Bahn'],
    ['#top', '## Top'],
    ['#note-fn-1', 'Words[^1].\n\n[^1]: Note.'],
    ['#footnote-label', 'Words[^1].\n\n[^1]: Note.'],
  ])('leads there, as %s for %s', (address, body) => {
    const [, id = ''] = (leadsTo(address, body) ?? '').split('#');
    expect(idsIn(renderBody(body, { locale: 'en' }))).toContain(decodeURIComponent(id));
  });

  it.each([
    './#tickets',
    '/articles/fair/#tickets',
    '/articles/fair/index.html#tickets',
    '../fair/?from=mail#tickets',
    'https://www.paper.example/articles/fair/#tickets',
    'http://paper.example/articles/fair/#tickets',
    '//WWW.paper.example/articles/f%61ir/#tickets',
  ])('leads there, as %s, if the page is known', (address) => {
    expect(leadsTo(address, '## Tickets', PAGE)).toBe(address.replace('#', '#s-'));
  });

  it('keeps what tells browsers which words to show', () => {
    expect(leadsTo('#tickets:~:text=cheap', '## Tickets')).toBe('#s-tickets:~:text=cheap');
    expect(leadsTo('#:~:text=cheap', '## Tickets')).toBe('#:~:text=cheap');
  });

  it.each([
    '#nowhere',
    '/articles/other/#tickets',
    'https://elsewhere.example/articles/fair/#tickets',
    'other/#tickets',
  ])('is left as it is, as %s, if the part is not there or the page another', (address) => {
    expect(leadsTo(address, '## Tickets', PAGE)).toBe(address);
  });

  it('means the id that is written before one that looks like it', () => {
    expect(idMeant('tickets', new Set(['s-tickets', 'tickets']))).toBe('tickets');
    expect(idMeant('Tickets!', new Set(['s-tickets']))).toBe('s-tickets');
    expect(idMeant('tickets', new Set(['s-tickets-2']))).toBeUndefined();
  });

  it('is told from other text: an id in code is none', () => {
    expect(idsIn(renderBody('`<p id="x">` and\n\n    <p id="y">\n\n[z](/a " id=q")', { locale: 'en' }))).toEqual([]);
  });
});
