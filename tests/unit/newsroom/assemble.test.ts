import { describe, expect, it } from 'vitest';
import { articleDigest } from '#src/newsroom/assemble.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { makeArticle, makeEdition, makePicture } from '../../factories.ts';

describe('a story’s digest', () => {
  it.each<[string, Article]>([
    ['its headline', makeArticle({ title: 'Other words' })],
    ['its file', makeArticle({ stem: 'another-file' })],
    ['its text', { ...makeArticle(), bodyDigest: 'another' }],
    ['a picture under the same name', { ...makeArticle(), bodyPictures: [{ path: './a.webp', image: makePicture() }] }],
  ])('changes with %s', (_, other) => {
    expect(articleDigest(other)).not.toBe(articleDigest(makeArticle()));
    expect(articleDigest(makeArticle())).toBe(articleDigest(makeArticle()));
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
      const { fieldsDigest: _, ...facts } = shown;
      const text = JSON.stringify(facts);
      expect(known.get(articleDigest(shown)) ?? text).toBe(text);
      known.set(articleDigest(shown), text);
    }
    expect(known.size).toBe(5);
    expect(new Set(known.values()).size).toBe(5);
  });
});
