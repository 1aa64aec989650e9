import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugField } from '#src/schemas/shared-fields.ts';
import { Slugs } from '../../../../scripts/lab/newsroom/slugs.ts';

describe('the slugs of stories', () => {
  it('are numbered from the second on, in each language by itself', () => {
    const slugs = new Slugs();
    const claimed = [
      slugs.claim('en', 'Net'),
      slugs.claim('en', 'NET!'),
      slugs.claim('es', 'Net'),
      slugs.claim('en', 'net'),
    ];
    expect(claimed).toEqual(['net', 'net-2', 'net', 'net-3']);
  });

  it('leave a number to a title that ends in it', () => {
    const slugs = new Slugs();
    expect(['Net 2', 'Net', 'Net', 'Net 2'].map((title) => slugs.claim('en', title))).toEqual([
      'net-2',
      'net',
      'net-3',
      'net-2-2',
    ]);
  });

  it('are valid, different and at most 70 characters long, whatever the titles', () => {
    const titles = fc.array(
      fc.oneof(fc.constantFrom('page', 'index', 'a b', 'a-b-2', '日本', `${'word '.repeat(30)}`), fc.string()),
    );
    fc.assert(
      fc.property(titles, (all) => {
        const slugs = new Slugs();
        const claimed = all.map((title) => slugs.claim('en', title));
        expect(new Set(claimed).size).toBe(all.length);
        for (const slug of claimed) {
          expect(slugField.safeParse(slug).success).toBe(true);
          expect(slug.length).toBeLessThanOrEqual(70);
        }
      }),
    );
  });
});
