import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '#src/reading/front-matter.ts';
import { FILE_RULES } from '#src/rules/files/file-rules.ts';
import { yamlText, type YamlValue } from '#src/writing/yaml-text.ts';
import { cleanText } from '#src/writing/clean-text.ts';
import { anyText } from '../../scripts/lab/newsroom/any-text.ts';

const written = (fields: Record<string, YamlValue>) => yamlText(fields, (date) => date.toISOString());

describe('YAML', () => {
  it('is written as in the sample newsroom', () => {
    const fields = {
      title: 'Prices: “up”',
      date: new Date('2026-10-14T07:30:00Z'),
      tags: ['corn', 'no', '2026'],
      gone: undefined,
      draft: true,
      corrections: [{ kind: 'update', text: 'One # two.' }],
      name: { en: 'Bern', es: 'Berna' },
    };
    expect(written(fields)).toBe(
      [
        'title: "Prices: “up”"',
        'date: 2026-10-14T07:30:00.000Z',
        'tags: [corn, "no", "2026"]',
        'draft: true',
        'corrections:',
        '  - { kind: update, text: "One # two." }',
        'name: { en: "Bern", es: "Berna" }',
        '',
      ].join('\n'),
    );
  });

  it('has an object on several lines if one would be long', () => {
    const biography = { en: `Covers ${'reefs and '.repeat(8)}boats.`, es: 'Cubre arrecifes.' };
    const [, longText] = written({ biography }).split('\n');
    expect(written({ biography })).toBe(`biography:\n${longText}\n  es: "Cubre arrecifes."\n`);
    expect(longText).toBe(`  en: "${biography.en}"`);
  });

  it('gives back any clean text and number that was written', () => {
    const text = anyText.map((raw) => cleanText(raw).text);
    const value = fc.oneof(
      text,
      fc.constantFrom('true', 'null', '~', '- a', '{', '1e3', '2026-01-01', '=', '<<'),
      fc.integer(),
      fc.boolean(),
    );
    const fields = fc.record({
      plain: value,
      list: fc.array(value),
      things: fc.array(fc.record({ a: value, b: value })),
      one: fc.record({ a: value }),
    });
    fc.assert(
      fc.property(fields, (data) => {
        expect(parseYaml(written(data))).toEqual({ ok: true, data });
      }),
    );
  });

  it('has no character that the linter refuses in a file, and gives it back', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const data = { title: `a${String.fromCharCode(code)}b` };
      const text = written(data);
      const bytes = Buffer.from(text);
      expect([code, FILE_RULES.flatMap(({ check }) => check({ bytes, text }))]).toEqual([code, []]);
      if (text.includes('\\u')) expect(parseYaml(text)).toEqual({ ok: true, data });
    }
  });
});
