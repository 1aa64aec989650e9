import { describe, expect, it } from 'vitest';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import { makeArticle, makeEdition, NOW } from '../../factories.ts';

const said = { kind: 'correction', text: 'It was Tuesday.' } as const;

describe('when a story was modified', () => {
  it('is its publication if nothing changed since', () => {
    expect(modifiedAt(makeArticle())).toEqual(new Date('2026-11-20T14:00:00Z'));
  });

  it('is its update where that is the latest', () => {
    const story = makeArticle({ updatedDate: '2026-11-22T09:00', corrections: [{ date: '2026-11-21', ...said }] });
    expect(modifiedAt(story)).toEqual(new Date('2026-11-22T14:00:00Z'));
  });

  it('is its latest correction where that is, whatever their order in the file', () => {
    const corrections = [
      { date: '2026-11-23T10:00', ...said },
      { date: '2026-11-21', ...said },
    ];
    expect(modifiedAt(makeArticle({ corrections, updatedDate: '2026-11-22' }))).toEqual(
      new Date('2026-11-23T15:00:00Z'),
    );
  });

  it('is not moved by an edit of anything else, such as a typo', () => {
    expect(modifiedAt(makeArticle({ title: 'The reef has a calm morning' }))).toEqual(modifiedAt(makeArticle()));
  });

  it('is never later than the edition that asks', () => {
    const story = makeArticle({ updatedDate: '2026-11-25', corrections: [{ date: '2026-11-26', ...said }] });
    const [shown] = makeEdition([story], { now: NOW }).articles;
    expect(shown && modifiedAt(shown)).toEqual(story.pubDate);
  });
});
