import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bilingualText, lineOfText, picturePath, slugField, webAddress } from '#src/schemas/shared-fields.ts';
import type { z } from 'zod';
import { rounds } from '../../long.ts';
import { issueMessage } from './issue-message.ts';

const messages = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(issueMessage) ?? [];

describe('slugField', () => {
  it.each(['a', 'sargassum-season', '2026', 'a-1-b', 'x'.repeat(80)])('takes %s', (slug) => {
    expect(slugField.parse(slug)).toBe(slug);
  });

  it.each(['', 'Reef', 'año', 'a--b', '-a', 'a-', 'a_b', 'a b', '../a', 'a/b', 'a.b', 'a%2eb', 'a\n'])(
    'refuses %j',
    (slug) => {
      expect(messages(slugField, slug)).toEqual(['slug-characters']);
    },
  );

  it.each(['con', 'nul', 'com1', 'lpt9', 'page', 'pagina', 'index', '404', 'es', 'en', 'admin', 'maps'])(
    'keeps %s for the site',
    (slug) => {
      expect(messages(slugField, slug)).toEqual(['reserved-slug']);
    },
  );

  it.each([2024, true])('asks for quotation marks around %j, which YAML does not take for a word', (value) => {
    expect(messages(slugField, value)).toEqual(['slug-unquoted']);
  });

  it.each([1.5, -3, [['reef']], { reef: true }])('asks for none around %j, which they would not mend', (value) => {
    expect(messages(slugField, value)).toEqual(['slug']);
  });

  it('refuses 81 characters', () => {
    expect(messages(slugField, 'x'.repeat(81))).toEqual(['slug-too-long']);
  });
});

describe('lineOfText', () => {
  const line = lineOfText(20);

  it.each(['\u0000', '\u0007', '\u000b', '\u001b', '\u007f', '\ufffe', '\uffff', '\r'])(
    'refuses %j, which XML forbids or no editor means',
    (character) => {
      expect(messages(line, `a${character}b`)).toEqual(['escaped-control-character']);
    },
  );

  // `encodeURIComponent` throws on it, so that one such headline would end the whole build.
  it('refuses half of a character pair', () => {
    expect(messages(line, 'a\ud83db')).toEqual(['escaped-control-character']);
  });

  it('takes emoji, accents and right-to-left text', () => {
    for (const text of ['¡Ñandú! 🐢', 'שלום', 'a\tb']) expect(line.parse(text)).toBe(text);
  });
});

describe('bilingualText', () => {
  it('asks for both languages', () => {
    const text = bilingualText(20);
    expect(text.parse({ en: 'Reef', es: 'Arrecife' })).toEqual({ en: 'Reef', es: 'Arrecife' });
    expect(text.safeParse({ en: 'Reef' }).error?.issues[0]?.path).toEqual(['es']);
    expect(messages(text, 'Reef')).toEqual(['bilingual-text']);
  });

  it('refuses a third', () => {
    expect(bilingualText(20).safeParse({ en: 'Reef', es: 'Arrecife', fr: 'Récif' }).success).toBe(false);
  });
});

describe('webAddress', () => {
  it.each(['https://www.gob.mx/', 'http://localhost:8080/x?y#z', 'https://año.example/'])('takes %s', (address) => {
    expect(webAddress.parse(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://x.example/',
    '//x.example/',
    '/x/',
    'x.example',
    '',
    // Browsers read these as paths on this site.
    'https:x.example',
    'https:/x.example',
  ])('refuses %j', (address) => {
    expect(messages(webAddress, address)).toEqual(['full-web-address']);
  });

  it.each(['https://bank.example@evil.example/', 'https://editor:secret@own.example/'])(
    'refuses a user’s name: %j',
    (address) => {
      expect(messages(webAddress, address)).toEqual(['user-in-address']);
    },
  );
});

describe('picturePath', () => {
  it.each([
    '/pictures/reef.webp',
    '/pictures/2026/11/reef-1_b.JPG',
    './reef.jpeg',
    './2026/reef.small.avif',
    '/pictures/reef.png',
  ])('takes %s', (path) => {
    expect(picturePath.parse(path)).toBe(path);
  });

  it.each([
    ...`reef.webp ../reef.webp ./../reef.webp /pictures/../../etc/passwd.png /pictures/..png /reef.webp
    /pictures/reef.gif /pictures/reef.svg /pictures/reef /pictures/.webp /pictures//reef.webp
    https://x.example/reef.webp /pictures/reef.webp?x C:\\reef.webp`.split(/\s+/),
    './reef.webp\n',
  ])('refuses %j', (path) => {
    expect(messages(picturePath, path)).toEqual(['picture-path-form']);
  });

  it.each([
    ['/pictures/Foto de playa.jpg', 'picture-path-space /pictures/Foto-de-playa.jpg'],
    ['./mi niño (1).JPG', 'picture-path-space ./mi-nino-1.JPG'],
    ['/pictures/2026/Foto%20de%20playa.webp', 'picture-path-space /pictures/2026/Foto-de-playa.webp'],
    ['Foto de playa.png', 'picture-path-space /pictures/Foto-de-playa.png'],
    ['/pictures/a\u00a0b.png', 'picture-path-space /pictures/a-b.png'],
    ['/pictures/año.webp', 'picture-path-signs /pictures/ano.webp'],
    ['/pictures/reef (1).jpg', 'picture-path-space /pictures/reef-1.jpg'],
    ['/pictures/a&b.jpg', 'picture-path-signs /pictures/a-b.jpg'],
    ['/pictures/Foto de playa.gif', 'picture-path-form'],
    ['../Foto de playa.jpg', 'picture-path-form'],
  ])('names the sign that is in the way: %j', (path, message) => {
    expect(messages(picturePath, path)).toEqual([message]);
  });

  it('never lets a path climb out of its folder', () => {
    const pieces = fc.constantFrom(...'. .. / ./ /pictures/ a - _ %2e \\ .webp .png \u0000'.split(' '));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = parts.join('');
        if (picturePath.safeParse(path).success) expect(path.split('/')).not.toContain('..');
      }),
      { numRuns: rounds(100, 500) },
    );
  });
});
