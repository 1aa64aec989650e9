import { describe, expect, it } from 'vitest';
import { correctionsOf } from '#src/newsroom/corrections.ts';
import { editionsOf, makeArticle } from '../../factories.ts';

const corrected = (stem: string, ...dates: string[]) =>
  makeArticle({
    stem,
    corrections: dates.map((date, index) => ({ date, kind: 'correction', text: `${stem} ${index + 1}` })),
  });

describe('the corrections of an edition', () => {
  it('are those of all its stories, newest first; of one instant by story, the last written first', () => {
    const { en } = editionsOf([
      corrected('b', '2026-11-21', '2026-11-23'),
      corrected('a', '2026-11-22', '2026-11-22', '2026-11-21'),
    ]);
    expect(correctionsOf(en).map(({ text }) => text)).toEqual(['b 2', 'a 2', 'a 1', 'a 3', 'b 1']);
  });

  it('are those of published stories of its language, as far as they are known by now', () => {
    const known = { kind: 'update', text: 'It is open.' } as const;
    const stories = [
      makeArticle({ stem: 'draft', draft: true, corrections: [{ date: '2026-11-21', ...known }] }),
      makeArticle({
        stem: 'gone',
        withdrawn: { date: '2026-11-22', reason: 'It was not so.' },
        corrections: [{ date: '2026-11-21', ...known }],
      }),
      makeArticle({ stem: 'later', corrections: [{ date: '2026-12-01', ...known }] }),
      makeArticle({ locale: 'es', stem: 'nota', corrections: [{ date: '2026-11-21', ...known }] }),
    ];
    const { en, es } = editionsOf(stories);
    expect(correctionsOf(en)).toEqual([]);
    expect(correctionsOf(es).map(({ article }) => article.id)).toEqual(['es/2026/nota']);
  });
});
