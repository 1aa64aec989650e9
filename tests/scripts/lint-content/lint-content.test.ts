import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatReport, summary } from '../../../scripts/lint-content/format-report.ts';
import { explainRule } from '../../../scripts/lint-content/explain-rule.ts';
import { fixNewsroom, formatFixes } from '../../../scripts/lint-content/fix-newsroom.ts';
import { RULES_FILE, rulesTable } from '../../../scripts/lint-content/rules-table.ts';
import { NOW } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';
import { compare, corruptNewsroom } from './defects/corrupt-newsroom.ts';
import { ALL_DEFECTS } from './defects/all-defects.ts';

const BAD = {
  ...AROUND,
  'articles/en/2026/glass.md': STORY.replace('[ana-pech]', '[ana-peck]'),
  'articles/en/2026/reef.md': `${STORY.replace('title:', 'tittle:')}\n#### Deep\n`,
};

const found = (contentRoot: string) => {
  const { problems, fileCount, newsroom } = readNewsroom(contentRoot, { now: NOW });
  return { problems, files: fileCount, newsroom, seconds: 1.25, contentRoot };
};

/** As in a report in JSON. */
interface ReportedProblem {
  rule: string;
  file: string;
  line?: number;
  reason: string;
}

describe('what was found', () => {
  it('is reported to people a line each, with the rule, and summed up', () => {
    expect(formatReport('text', found(temporaryFolder(BAD)), 'en').split('\n')).toEqual([
      'articles/en/2026/glass.md:5:11  error  authors[0] ("ana-peck")  names nothing in authors/ — did you mean “ana-pech”? Otherwise create authors/ana-peck.yaml  [dangling-name]',
      'articles/en/2026/reef.md:2:1  error  title  is missing — add it: the headline  [missing-field]',
      'articles/en/2026/reef.md:2:1  error  tittle ("The reef has a quiet morning")  is not a field that exists here — did you mean “title”?  [unknown-field]',
      'articles/en/2026/reef.md:10:1  warning  body (####)  is a heading that skips a level — write ## in its place  [heading-skip]',
      '3 mistakes, 1 warning in 2 of 4 files, 1.3 s',
    ]);
  });

  it('is reported in Spanish, counts and all', () => {
    const [first = '', ...more] = formatReport('text', found(temporaryFolder(BAD)), 'es').split('\n');
    expect(first).toContain('no nombra nada de authors/ — ¿quiso decir “ana-pech”? Si no, cree authors/ana-peck.yaml');
    expect(more.at(-1)).toBe('3 errores, 1 aviso en 2 de 4 archivos, 1.3 s');
    expect(summary(found(temporaryFolder(AROUND)), 'es')).toBe('Nada que corregir en 2 archivos, 1.3 s');
  });

  it('is reported to programs as JSON', () => {
    const report = JSON.parse(formatReport('json', found(temporaryFolder(BAD)), 'en')) as unknown;
    expect(report).toMatchObject({
      summary: { files: 4, errors: 3, warnings: 1 },
      problems: [
        {
          file: 'articles/en/2026/glass.md',
          line: 5,
          column: 11,
          severity: 'error',
          rule: 'dangling-name',
          field: 'authors[0]',
          value: '"ana-peck"',
          reason: 'names nothing in authors/',
        },
        { rule: 'missing-field' },
        { rule: 'unknown-field' },
        { rule: 'heading-skip', severity: 'warning' },
      ],
    });
  });

  it('is reported to GitHub as annotations, with its special characters escaped', () => {
    const contentRoot = join(process.cwd(), 'a,b:c');
    const problem = {
      severity: 'error' as const,
      file: 'articles/en/x.md',
      line: 3,
      field: 'title',
      value: '"100%"',
      message: { key: 'verbatim' as const, values: { text: 'one\ntwo' } },
      rule: 'too-long',
    };
    const result = { problems: [problem], files: 1, seconds: 1, contentRoot };
    expect(
      formatReport('github', { ...result, newsroom: found(temporaryFolder(AROUND)).newsroom }, 'en').split('\n')[0],
    ).toBe(
      '::error file=a%2Cb%3Ac/articles/en/x.md,line=3,col=1,title=too-long::title ("100%25")  one%0Atwo — correct the value',
    );
  });
});

describe('the list of rules', () => {
  it('has today’s rules: npm run lint:content -- --write-rules', () => {
    expect(readFileSync(RULES_FILE, 'utf8')).toBe(rulesTable());
  });
});

describe('a rule', () => {
  it('is explained in either language, and a misspelt one is suggested', () => {
    expect(explainRule('dead-link', 'es')).toMatch(/^dead-link \(error\)\nUn enlace que no lleva/);
    expect(() => explainRule('dead-lnk', 'en')).toThrow('there is no such rule; did you mean “dead-link”?');
  });
});

describe('fixing a newsroom', () => {
  it('changes front matter at its place and nothing else, says what, and has nothing left to do', () => {
    const body = 'Trailing  \nspaces and 2026-11-20T09:00 stay.\n\n\n';
    const before = `\uFEFF---\r\ntitle: "A" \r\ndescription: B\r\npubDate: 2026-11-20T09:00\r\nauthors: [Ana-Pech]\r\ncategories: [environment]\r\n---\r\n${body}`;
    const folder = temporaryFolder({ ...AROUND, 'articles/en/a.md': before });
    const fixes = fixNewsroom(folder, found(folder));
    expect(readFileSync(join(folder, 'articles/en/a.md'), 'utf8')).toBe(
      before.replace('"A" ', '"A"').replace('T09:00\r', 'T09:00-05:00\r').replace('Ana-Pech', 'ana-pech'),
    );
    expect(formatFixes(fixes, 'en').split('\n')).toEqual([
      'articles/en/a.md:2:11  fixed  trailing spaces',
      'articles/en/a.md:4:10  fixed  pubDate  2026-11-20T09:00 → 2026-11-20T09:00-05:00',
      'articles/en/a.md:5:11  fixed  authors[0]  Ana-Pech → ana-pech',
      'Fixed 3 changes in 1 file.',
    ]);
    expect(formatFixes(fixes, 'es')).toMatch(
      /corregido {2}espacios al final de la línea[^]*Se hicieron 3 correcciones en 1 archivo\./,
    );
    expect(found(folder).problems).toEqual([]);
    expect(fixNewsroom(folder, found(folder)).fixed).toEqual([]);
    expect(formatFixes({ fixed: [], refused: [], denied: [] }, 'es')).toBe('No quedaba nada seguro por corregir.');
  });

  it('mends special spaces in the layout of front matter and body, and leaves those between words', () => {
    const meant =
      STORY.replace('quiet', 'very\u00a0quiet').replace('09:00', '09:00-05:00') + '\n## Fish\u00a0here\n\n- one\n\n\n';
    const before = meant
      .replace(/^---$/m, '---\u00a0')
      .replace('title: ', 'title:\u00a0')
      .replace('09:00-05:00', '09:00')
      .replace('## ', '##\u202f')
      .replace('- one\n', '-\u00a0one\n\u00a0');
    const folder = temporaryFolder({ ...AROUND, 'articles/en/a.md': before });
    const fixes = fixNewsroom(folder, found(folder));
    expect(readFileSync(join(folder, 'articles/en/a.md'), 'utf8')).toBe(meant);
    expect(formatFixes(fixes, 'en').split('\n')).toEqual([
      'articles/en/a.md:1:4  fixed  U+00A0 removed',
      'articles/en/a.md:2:7  fixed  U+00A0 → U+0020',
      'articles/en/a.md:4:10  fixed  pubDate  2026-11-20T09:00 → 2026-11-20T09:00-05:00',
      'articles/en/a.md:10:3  fixed  U+202F → U+0020',
      'articles/en/a.md:12:2  fixed  U+00A0 → U+0020',
      'articles/en/a.md:13:1  fixed  U+00A0 removed',
      'Fixed 6 changes in 1 file.',
    ]);
    expect(found(folder).problems).toEqual([]);
  });

  it('writes nothing to a file whose bytes are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(STORY), Buffer.from([0xf3])]);
    const folder = temporaryFolder({ ...AROUND, 'articles/en/.keep': '' });
    writeFileSync(join(folder, 'articles/en/a.md'), bytes);
    fixNewsroom(folder, found(folder));
    expect(readFileSync(join(folder, 'articles/en/a.md')).equals(bytes)).toBe(true);
  });

  it('says which file it left unchanged', () => {
    const refused = ['articles/en/a.md'];
    expect(formatFixes({ fixed: [], refused, denied: [] }, 'en')).toMatch(
      /^articles\/en\/a\.md {2}left unchanged {2}a change would alter other values$/m,
    );
    expect(formatFixes({ fixed: [], refused, denied: [] }, 'es')).toContain(
      'se dejó como estaba  una corrección alteraría',
    );
    const denied = [{ file: 'articles/en/a.md', code: 'EACCES' }];
    expect(formatFixes({ fixed: [], refused: [], denied }, 'en')).toMatch(
      /^articles\/en\/a\.md {2}left unchanged {2}the operating system does not let it be read or written \(EACCES\)$/m,
    );
  });
});

describe('the command', () => {
  it('finds every defect of a corrupted newsroom and nothing else, in Spanish without a word of English, and whether it reads them or knows them', async () => {
    const stories = Array.from({ length: 400 }, (_, index) => `articles/en/2026/story-${index}.md`);
    const folder = temporaryFolder({ ...AROUND, ...Object.fromEntries(stories.map((file) => [file, STORY])) });
    const { expected } = corruptNewsroom(folder, ALL_DEFECTS.length, 'command');
    for (const _ of ['first', 'again']) {
      const options = ['--content', folder, '--format', 'json', '--now', '2026-11-24T12:00', '--lang', 'es'];
      const { stdout, stderr, status } = await callScript('lint-content', options);
      expect(stderr).toBe('');
      expect(status).toBe(1);
      const { problems } = JSON.parse(stdout) as { problems: ReportedProblem[] };
      const { wrong, missed } = compare(expected, problems);
      expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
      expect(problems.filter(({ reason }) => /\b(?:the|is|has|and|not|cannot)\b/.test(reason))).toEqual([]);
    }
  });

  it('ends with 0 if there are warnings alone, and fixes with --fix', async () => {
    const folder = temporaryFolder({ ...AROUND, 'articles/en/a.md': `${STORY}\n#### Deep\n` });
    const options = ['--content', folder, '--now', '2026-11-24T12:00', '--fix', '--format', 'text'];
    const { stdout, stderr, status } = await callScript('lint-content', options);
    expect(stdout).toMatch(
      /^articles\/en\/a\.md:10:1 {2}warning .*\[heading-skip\]\n0 mistakes, 1 warning in 1 of 3 files/,
    );
    expect(stderr).toContain('articles/en/a.md:4:10  fixed  pubDate  2026-11-20T09:00 → 2026-11-20T09:00-05:00');
    expect(status).toBe(0);
  });
});
