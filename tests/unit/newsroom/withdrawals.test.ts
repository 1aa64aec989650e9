import { describe, expect, it } from 'vitest';
import { withdrawnArticles } from '#src/newsroom/withdrawals.ts';
import { makeArticle, NOW } from '../../factories.ts';

const withdrawn = makeArticle({
  stem: 'reef',
  aliases: ['/2019/reef/', '/articles/rain/'],
  withdrawn: { date: '2026-11-22', reason: 'It was not so.' },
});

describe('a withdrawn story', () => {
  it('takes its old addresses with it', () => {
    expect(withdrawnArticles([withdrawn], NOW).map(({ aliases }) => aliases)).toEqual([
      ['/2019/reef/', '/articles/rain/'],
    ]);
  });

  it.each([{ draft: true }, { expiryDate: '2026-11-21' }, { expiryDate: '2030-01-01' }])(
    'leaves alone the address of a story whose place it had taken, or was to take: %o',
    (fields) => {
      const rain = makeArticle({ stem: 'rain', ...fields });
      expect(withdrawnArticles([withdrawn, rain], NOW).map(({ aliases }) => aliases)).toEqual([['/2019/reef/']]);
    },
  );
});
