import { describe, expect, it } from 'vitest';
import { changedText } from '#src/newsroom/assemble.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { makeArticle, makeEdition } from '../../factories.ts';

describe('a story’s digest', () => {
  const story = makeArticle();

  it('changes with what is replaced, and with what it was before', () => {
    const digestOf = (article: Article, sources: unknown) => changedText(article, sources, {}).digest;
    const one = digestOf(story, ['another picture']);
    expect(one).not.toBe(story.digest);
    expect(digestOf(story, ['another picture'])).toBe(one);
    expect(digestOf(story, ['a third'])).not.toBe(one);
    expect(digestOf(makeArticle({ title: 'Other words' }), ['another picture'])).not.toBe(one);
  });

  it('comes with what is replaced', () => {
    expect(changedText(story, 1, { slug: 'elsewhere' })).toMatchObject({ title: story.title, slug: 'elsewhere' });
  });

  it('is another whenever what readers may know of the story is', () => {
    const story = makeArticle({
      pubDate: '2026-11-01T08:00',
      updatedDate: '2026-11-04T08:00',
      corrections: [
        { date: '2026-11-02T08:00', kind: 'update', text: 'One.' },
        { date: '2026-11-03T08:00', kind: 'correction', text: 'Two.' },
        { date: '2026-11-05T08:00', kind: 'clarification', text: 'Three.' },
      ],
    });
    const known = new Map<string, string>();
    for (let hour = 0; hour < 24 * 5; hour += 1) {
      const now = new Date(Date.parse('2026-11-01T08:00:00-05:00') + hour * 3_600_000);
      const [shown] = makeEdition([story], { now }).articles;
      if (!shown) throw new Error('the story is published at every hour');
      const { digest, ...facts } = shown;
      const text = JSON.stringify(facts);
      expect(known.get(digest) ?? text).toBe(text);
      known.set(digest, text);
    }
    expect(known.size).toBe(5);
    expect(new Set(known.values()).size).toBe(5);
  });
});
