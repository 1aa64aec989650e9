import { describe, expect, it } from 'vitest';
import { renderBody } from '#src/markdown/pipeline.ts';
import { isSafeAddress } from '#src/markdown/safe-addresses.ts';

const html = (markdown: string) => renderBody(markdown, { locale: 'en' }).trim();

describe('links of a body', () => {
  it.each([
    ...`[x](javascript:alert(1)) [x](JAVASCRIPT:alert(1)) [x](&#106;avascript:alert(1))
    [x](&#x6A;avascript&colon;alert(1)) [x](vbscript:msgbox) [x](data:text/html;base64,PHNjcmlwdD4=)
    [x](file:///etc/passwd) [x](blob:https://x.example/1) [x](http://[)`.split(/\s+/),
    '[x][1]\n\n[1]: javascript:alert(1)',
    '[x](<javascript:alert(1)>)',
    '[x](https://bank.example@evil.example/)',
    '[x](https://editor:secret@own.example/)',
    '[x](//user@evil.example/)',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="/\\evil.example/">x</a>',
  ])('%j stays as text', (markdown) => {
    expect(html(markdown)).toBe('<p>x</p>');
  });

  it('an address in angle brackets that runs code stays as text', () => {
    expect(html('<javascript:alert(1)>')).toBe('<p>javascript:alert(1)</p>');
  });

  it.each([
    '[x](java&#9;script:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](&#1;javascript:alert(1))',
    '[x](<java&Tab;script:alert(1)>)',
  ])('%j runs nothing in a browser', (markdown) => {
    const [, href] = /href="([^"]*)"/.exec(html(markdown)) ?? [];
    if (href !== undefined) expect(new URL(href, 'https://own.example/').protocol).toBe('https:');
  });

  it.each([
    ['/articles/glass/', '<a href="/articles/glass/">x</a>'],
    ['#s-water', '<a href="#s-water">x</a>'],
    ['mailto:a@b.example', '<a href="mailto:a@b.example">x</a>'],
    ['tel:+529840000000', '<a href="tel:+529840000000">x</a>'],
    ['https://www.gob.mx/', '<a href="https://www.gob.mx/" rel="noopener">x</a>'],
    ['<https://x.example/a b?c=d e#f g>', '<a href="https://x.example/a%20b?c=d%20e#f%20g" rel="noopener">x</a>'],
    ['//elsewhere.example/', '<a href="//elsewhere.example/" rel="noopener">x</a>'],
  ])('%s is kept', (address, link) => {
    expect(html(`[x](${address})`)).toBe(`<p>${link}</p>`);
  });
});

describe('a link that HTML or an embed has with spaces in its address', () => {
  it.each(['https://x.example/a b.pdf', 'http://x.example/?q=a  b', 'HTTPS://X.EXAMPLE/#a b'])(
    'leads where a browser would: %s',
    (address) => {
      for (const written of [`<a href="${address}">x</a>`, `::document{url="${address}" title="x"}`]) {
        const [, href = ''] = / href="([^"]*)"/.exec(html(written)) ?? [];
        expect(href).not.toMatch(/\s|^$/);
        expect(new URL(href).href).toBe(new URL(address).href);
      }
    },
  );

  it.each(['tel:+52 984 000', 'mailto:a@b.example?subject=The reef', '/pictures/the reef.webp', '#the reef'])(
    'is kept, whatever it leads to: %s',
    (address) => {
      expect(html(`<a href="${address}">x</a>`)).toBe(`<p><a href="${address.replaceAll(' ', '%20')}">x</a></p>`);
    },
  );

  it('is none if it is no web address', () => {
    expect(html('<a href="java script:alert(1)">x</a>')).toBe('<p>x</p>');
  });
});

describe('links that someone paid for', () => {
  it('are marked for search engines if they leave the site', () => {
    const out = renderBody('[a](https://x.example/) [b](/x/)', { locale: 'en', isSponsored: true });
    expect(out.trim()).toBe('<p><a href="https://x.example/" rel="sponsored noopener">a</a> <a href="/x/">b</a></p>');
  });
});

describe('isSafeAddress', () => {
  it.each(['https://x.example/', 'http://x.example', 'mailto:a@b.example', 'tel:1', '/x/', 'x', '?q=1', '#a', ''])(
    'accepts %j',
    (address) => {
      expect(isSafeAddress(address)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    ...`data:text/html,x vbscript:x ftp://x.example/ http://[ https://user@x.example/
    https://:secret@x.example/ /\\x.example/ https:\\\\x.example/`.split(/\s+/),
    '/a b/',
    '/x/\u0000',
  ])('refuses %j', (address) => {
    expect(isSafeAddress(address)).toBe(false);
  });
});

it('signs that an address cannot have are escaped in raw HTML, as in Markdown', () => {
  expect(html('<a href="/search/?q=<b>|{x}">x</a>')).toBe('<p><a href="/search/?q=%3Cb%3E%7C%7Bx%7D">x</a></p>');
});
