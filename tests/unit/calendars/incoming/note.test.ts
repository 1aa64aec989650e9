import { describe, expect, it } from 'vitest';
import en from '#src/i18n/incoming/en.json' with { type: 'json' };
import es from '#src/i18n/incoming/es.json' with { type: 'json' };
import { noteText } from '#src/calendars/incoming/note.ts';

describe('what an import says', () => {
  it.each(['notes', 'words'] as const)('has the same keys and places in both languages: %s', (part) => {
    const placesOf = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).toSorted()]);
    expect(placesOf(es[part])).toEqual(placesOf(en[part]));
  });

  it('quotes a calendar on one line, and not for long', () => {
    const quoted = noteText('en', { key: 'bad-start', values: { value: `a\n\u001b[2J\u202e${'b'.repeat(200)}` } });
    expect(quoted).toMatch(/: a \[2J b+…$/);
    expect(quoted.length).toBeLessThan(200);
  });
});
