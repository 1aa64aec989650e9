import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#src/reading/list-files.ts';
import { languageOf } from '#src/rules/texts/language-of.ts';

const SAMPLE = join(import.meta.dirname, '../../../src/content');

describe('the language of a text', () => {
  it.each(['en', 'es'] as const)('is %s for every text in that folder of the sample', (locale) => {
    const texts = ['articles', 'pages'].flatMap((collection) =>
      listFiles(join(SAMPLE, collection, locale)).map((name) => join(SAMPLE, collection, locale, name)),
    );
    expect(texts.length).toBeGreaterThan(20);
    const found = texts.filter((path) => languageOf(readFileSync(path, 'utf8')) !== locale);
    // A glossary may be too much of both to be either; none is the other.
    expect(found.filter((path) => languageOf(readFileSync(path, 'utf8')) !== undefined)).toEqual([]);
    expect(found.length).toBeLessThan(3);
  });

  it.each([
    ['names alone', 'Playa del Carmen, Puerto Morelos, Los Cabos, El Cid, La Paz, Las Palmas. '.repeat(9)],
    ['nothing', ''],
    ['figures', '12.50 13.75 99'],
    ['one word over and over', '[x]: y '.repeat(40)],
    [
      'as much of one as of the other',
      'The sea and the wind were there. El mar y los que están en la costa por la que se va. '.repeat(3),
    ],
  ])('is not judged in %s', (_, text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
