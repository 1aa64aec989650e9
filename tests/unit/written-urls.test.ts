import { describe, expect, it } from 'vitest';
import { ownUrl, safeAddress } from '#src/written-urls.ts';

describe('ownUrl', () => {
  const PAPER = 'https://user.example/paper/';
  const from = `${PAPER}articles/reef/`;
  const pathOf = (address: string, sites = [PAPER]) => {
    const url = ownUrl(address, from, sites);
    return url && url.pathname + url.search + url.hash;
  };

  it('reads paths from the front page of a site below a path, as editors write them', () => {
    for (const [address, path] of [
      ['/latest/?a=b#c', '/latest/?a=b#c'],
      ['/', '/'],
      ['../glass/', '/articles/glass/'],
      ['../../../../latest/', '/latest/'],
      ['#tickets', '/articles/reef/#tickets'],
      ['', '/articles/reef/'],
      ['?q=x', '/articles/reef/?q=x'],
      ['/paper/', '/paper/'],
    ])
      expect([address, pathOf(address ?? '')]).toEqual([address, path]);
  });

  it('knows full addresses of the site from those of others on the same host', () => {
    for (const address of [
      'https://user.example/paper/latest/',
      'http://www.user.example/paper/latest/',
      '//user.example/paper/latest/',
      'HTTPS://USER.EXAMPLE:443/paper/./latest/',
    ])
      expect([address, pathOf(address)]).toEqual([address, '/latest/']);
    expect(pathOf('https://user.example/paper')).toBe('/');
    for (const address of [
      'https://user.example/latest/',
      'https://user.example/paper2/latest/',
      '//user.example/Paper/latest/',
      'https://user.example/',
      'https://user.example/paper/../latest/',
      'mailto:ana@user.example',
      'https://other.example/paper/latest/',
    ])
      expect([address, pathOf(address)]).toEqual([address, undefined]);
  });

  it('knows the site at each of its addresses', () => {
    const sites = [PAPER, 'https://www.paper.example/'];
    expect(pathOf('https://paper.example/latest/', sites)).toBe('/latest/');
    expect(pathOf('/latest/', sites)).toBe('/latest/');
  });
});

describe('an address as HTML may have it', () => {
  it.each([
    ['https://x.example/a/?b=c&d=%20#e', 'https://x.example/a/?b=c&d=%20#e'],
    ['https://x.example', 'https://x.example/'],
    ['https://[2001:db8::1]:8080/[a](b)?[c]', 'https://[2001:db8::1]:8080/%5Ba%5D(b)?%5Bc%5D'],
    ['https://x.example/<a b="c">?q=<d> {e}|f', 'https://x.example/%3Ca%20b=%22c%22%3E?q=%3Cd%3E%20%7Be%7D%7Cf'],
    ['https://x.example/#one#two three', 'https://x.example/#one%23two%20three'],
    ['https://x.example/..\\..\\windows\tx', 'https://x.example/windowsx'],
    ['https://café.example/cañón?ñ=%', 'https://xn--caf-dma.example/ca%C3%B1%C3%B3n?%C3%B1=%25'],
  ])('escapes of %s what needs it', (written, safe) => {
    expect(safeAddress(written)).toBe(safe);
    expect(safeAddress(safe)).toBe(safe);
  });
});
