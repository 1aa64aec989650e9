import { describe, expect, it } from 'vitest';
import en from '#src/i18n/en.json' with { type: 'json' };
import es from '#src/i18n/es.json' with { type: 'json' };
import { translateCount, translator } from '#src/i18n/translate.ts';
import { pathsBelow, readText } from '../../source-files.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words of the interface', () => {
  const keys = Object.keys(en) as (keyof typeof en)[];

  it('are the same keys in both languages', () => {
    expect(Object.keys(es)).toEqual(keys);
  });

  it('leave the same gaps in both languages', () => {
    const different = keys.filter((key) => placeholders(en[key]).join() !== placeholders(es[key]).join());
    expect(different).toEqual([]);
  });

  it('are never empty and have no space to trim', () => {
    const texts = [...Object.entries(en), ...Object.entries(es)];
    expect(texts.filter(([, text]) => text === '' || text !== text.trim()).map(([key]) => key)).toEqual([]);
  });

  it('have both forms if they depend on a number', () => {
    const stems = keys.filter((key) => /_(?:one|other)$/.test(key)).map((key) => key.replace(/_\w+$/, ''));
    for (const stem of stems) expect(keys).toEqual(expect.arrayContaining([`${stem}_one`, `${stem}_other`]));
    expect(stems.length).toBeGreaterThan(0);
  });

  it('are all used somewhere', () => {
    const code = pathsBelow('src')
      .filter((path) => /\.(?:ts|astro)$/.test(path))
      .map(readText)
      .join('\n');
    const isUsed = (key: string) =>
      [key, key.replace(/_(?:one|other)$/, '')].some((name) => code.includes(`'${name}'`));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('translator', () => {
  it('fills the gaps of a text', () => {
    expect(translator('en')('by', { names: 'Ana' })).toBe('By Ana');
    expect(translator('es')('pageNumber', { number: 3 })).toBe('Página 3');
  });

  it('puts a value in as it is, whatever signs it holds', () => {
    expect(translator('en')('by', { names: '$& {names} $1' })).toBe('By $& {names} $1');
  });

  it('leaves a gap empty for which there is no value', () => {
    expect(translator('en')('by')).toBe('By ');
  });
});

describe('translateCount', () => {
  it.each([
    ['en', 0, '0 stories'],
    ['en', 1, '1 story'],
    ['en', 19_042, '19,042 stories'],
    ['es', 0, '0 notas'],
    ['es', 1, '1 nota'],
    ['es', 19_042, '19,042 notas'],
  ] as const)('%s %i → %s', (locale, count, text) => {
    expect(translateCount(locale, 'storyCount', count)).toBe(text);
  });
});
