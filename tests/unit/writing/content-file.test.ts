import { describe, expect, it } from 'vitest';
import { contentFile, writtenInstant } from '#src/writing/content-file.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';

describe('an instant', () => {
  it.each([
    ['2026-10-14T07:30:00-05:00', '2026-10-14T07:30'],
    ['2026-10-14T12:30:15Z', '2026-10-14T07:30:15'],
    ['2026-10-14T05:00:00Z', '2026-10-14'],
    ['2026-10-14T00:00:30-05:00', '2026-10-14T00:00:30'],
  ])('of %s is written %s, and read as the same', (text, written) => {
    const instant = new Date(text);
    expect(writtenInstant(instant)).toBe(written);
    expect(parseInstant(written)).toEqual(instant);
  });
});

describe('a content file', () => {
  it('has its fields in the schema’s order, and the body below', () => {
    const fields = {
      tags: ['reef'],
      mood: 'kept, though no schema knows it',
      pubDate: new Date('2026-10-14T12:30:00Z'),
      description: 'Two boats.',
      title: 'Boats',
      updatedDate: undefined,
    };
    expect(contentFile('articles', fields, '\nTwo boats came.\n\n')).toBe(
      [
        '---',
        'title: "Boats"',
        'description: "Two boats."',
        'pubDate: 2026-10-14T07:30',
        'tags: [reef]',
        'mood: "kept, though no schema knows it"',
        '---',
        '',
        'Two boats came.',
        '',
      ].join('\n'),
    );
  });

  it('of a collection of YAML files has no fences and no body', () => {
    expect(contentFile('tags', { title: { en: 'Boats', es: 'Lanchas' } }, 'ignored')).toBe(
      'title: { en: "Boats", es: "Lanchas" }\n',
    );
  });

  it('without a body ends with its front matter', () => {
    expect(contentFile('articles', { title: 'Boats' })).toBe('---\ntitle: "Boats"\n---\n');
  });
});
