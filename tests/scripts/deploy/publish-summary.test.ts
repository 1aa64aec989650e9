import { describe, expect, it } from 'vitest';
import type { FaultyFile } from '#src/reading/publishable-part.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { partlyText, publishSummary } from '../../../scripts/deploy/publish-summary.ts';

const FAULTY: FaultyFile[] = [
  { file: 'articles/en/a_b.md', shown: 'earlier', deadLinks: 0 },
  { file: 'articles/es/c.md', shown: 'current', deadLinks: 1 },
];

const problem = (more: Partial<ContentProblem>): ContentProblem => {
  return {
    severity: 'error',
    file: 'articles/en/a_b.md',
    field: '',
    rule: 'bad-date',
    message: { key: 'verbatim' },
    ...more,
  };
};
const PROBLEMS = [
  problem({
    line: 4,
    column: 1,
    field: 'pubDate',
    value: '"<soon> | *now*"',
    message: { key: 'verbatim', values: { text: 'is no date' } },
  }),
  problem({ severity: 'warning', line: 9, message: { key: 'verbatim', values: { text: 'only a warning' } } }),
];

describe('the summary of a publish', () => {
  it('says what readers see of each file, and what is wrong where, whatever signs an editor wrote', () => {
    const text = publishSummary({ isPublished: true, faulty: FAULTY, problems: PROBLEMS }, 'en');
    expect(text).toContain('## Published, but not all as it is: 2 files have mistakes\n');
    expect(text).toContain('### articles/en/a\\_b.md\n\nReaders see: the last published version.\n');
    expect(text).toContain('- **Line 4:** pubDate ("&#60;soon&#62; \\| \\*now\\*")');
    expect(text).toContain('### articles/es/c.md\n\nReaders see: the text, and 1 link as words.\n');
    expect(text).not.toContain('only a warning');
  });

  it('is in the editors’ language', () => {
    const text = publishSummary({ isPublished: true, faulty: FAULTY, problems: PROBLEMS }, 'es');
    expect(text).toContain('## Publicado, pero no todo tal como está: 2 archivos tienen errores\n');
    expect(text).toContain('**Línea 4:**');
  });

  it('says that nothing was published, and why', () => {
    const text = publishSummary({ isPublished: false, faulty: [], problems: PROBLEMS }, 'en');
    expect(text).toMatch(
      /^## Nothing was published: readers see the site as it was\n\n### articles\/en\/a\\_b\.md\n\n- \*\*Line 4/,
    );
  });

  it('is one line if all is well', () => {
    expect(publishSummary({ isPublished: true, faulty: [], problems: [] }, 'en')).toBe(
      '## Published: everything is right\n',
    );
  });
});

it('the last words of a publish list the files, and say whether it was one', () => {
  expect(partlyText('en', FAULTY, true).split('\n')).toEqual([
    'Published, but not all as it is: 2 files have mistakes. Of these, readers see:',
    '  articles/en/a_b.md: the last published version',
    '  articles/es/c.md: the text, and 1 link as words',
  ]);
  expect(partlyText('en', FAULTY, false)).toMatch(/^It would be published, but not all as it is: /);
});
