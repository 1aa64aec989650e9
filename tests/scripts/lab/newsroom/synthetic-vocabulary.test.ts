import { describe, expect, it } from 'vitest';
import { syntheticSentence } from '../../../../scripts/lab/newsroom/synthetic-body.ts';
import { VOCABULARIES } from '../../../../scripts/lab/newsroom/synthetic-vocabulary.ts';

describe('the two vocabularies', () => {
  const { en, es } = VOCABULARIES;

  it('have as much to choose from, so that the same choices make a translation', () => {
    const lists = ['speakers', 'causes', 'titles', 'openings', 'sentences', 'headings'] as const;
    expect(lists.map((list) => es[list].length)).toEqual(lists.map((list) => en[list].length));
    expect(Object.values(es.subjects).map(({ length }) => length)).toEqual(
      Object.values(en.subjects).map(({ length }) => length),
    );
  });

  it('merge Spanish articles with what stands before them, but not those of names', () => {
    expect(syntheticSentence('es', '¿qué será de el tren de El Salvador, frente a el mar?')).toBe(
      '¿Qué será del tren de El Salvador, frente al mar?',
    );
    expect(syntheticSentence('en', 'the growers’ union')).toBe('The growers’ union');
  });
});
