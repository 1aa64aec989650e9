import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareProblems,
  compareText,
  ContentError,
  formatProblem,
  showValue,
  type Problem,
} from '#src/schemas/problem.ts';

const problem: Problem = {
  severity: 'error',
  file: 'articles/en/2026/x.md',
  line: 7,
  column: 3,
  field: 'picture.alt',
  value: '""',
  reason: 'must not be empty',
  remedy: 'write what the picture shows',
};

describe('formatProblem', () => {
  it('names file, line, column, field, value, reason and remedy', () => {
    expect(formatProblem(problem)).toBe(
      'articles/en/2026/x.md:7:3  error  picture.alt ("")  must not be empty — write what the picture shows',
    );
  });

  it('leaves out what there is not', () => {
    const { file, reason, remedy } = problem;
    expect(formatProblem({ severity: 'warning', file, field: '', reason, remedy })).toBe(
      'articles/en/2026/x.md  warning  must not be empty — write what the picture shows',
    );
  });

  it('counts columns from 1 if only the line is known', () => {
    expect(formatProblem({ ...problem, column: undefined })).toMatch(/^articles\/en\/2026\/x\.md:7:1 {2}error/);
  });
});

describe('ContentError', () => {
  it('carries every problem, and says them one a line', () => {
    const error = new ContentError([problem, { ...problem, line: 9 }]);
    expect(error.name).toBe('ContentError');
    expect(error.problems).toHaveLength(2);
    expect(error.message.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'articles/en/2026/x.md:7:3',
      'articles/en/2026/x.md:9:3',
    ]);
  });
});

describe('compareProblems', () => {
  it('sorts by file, then line, then field, whatever the order in which they were found', () => {
    const at = (file: string, line: number | undefined, field: string): Problem => ({ ...problem, file, line, field });
    const sorted = [
      at('articles/en/Z.md', 9, 'title'),
      at('articles/en/a.md', undefined, ''),
      at('articles/en/a.md', 2, 'title'),
      at('articles/en/a.md', 10, 'authors'),
      at('articles/en/a.md', 10, 'tags'),
      at('articles/es/a.md', 1, 'title'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
        expect(shuffled.sort(compareProblems)).toEqual(sorted);
      }),
    );
  });
});

describe('compareText', () => {
  it('orders by code units: the same on every machine', () => {
    expect(['ñ', 'b', 'a', 'Z', 'a-b', 'ab'].sort(compareText)).toEqual(['Z', 'a', 'a-b', 'ab', 'b', 'ñ']);
    expect(compareText('a', 'a')).toBe(0);
  });
});

describe('showValue', () => {
  it.each([
    ['text', '"text"'],
    [12, '12'],
    [null, 'null'],
    [['a', 1], '["a",1]'],
    [new Date('2026-10-14T12:30:00Z'), '2026-10-14T12:30:00.000Z'],
    [undefined, undefined],
  ])('shows %j as %s', (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  it('cuts no character in two', () => {
    expect(showValue('🐢'.repeat(500))).toBe(`"${'🐢'.repeat(29)}…`);
  });

  it('shows at most 60 characters', () => {
    const shown = showValue('x'.repeat(500));
    expect(shown).toHaveLength(60);
    expect(shown?.endsWith('x…')).toBe(true);
  });
});
