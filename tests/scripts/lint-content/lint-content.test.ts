import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { speaker } from '#src/rules/speak.ts';
import { formatReport, summary } from '../../../scripts/lint-content/formats.ts';
import { explainRule } from '../../../scripts/lint-content/explain-rule.ts';
import { mendNewsroom, tellMends } from '../../../scripts/lint-content/mend-newsroom.ts';
import { README, rulesTable, withRulesTable } from '../../../scripts/lint-content/rules-table.ts';
import { ALL_RULES } from '#src/rules/all-rules.ts';
import { NOW } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';
import { PATIENCE, runScript } from '../run-script.ts';
import { compare, spoilNewsroom } from './defects/spoil-newsroom.ts';
import { ALL_DEFECTS } from './defects/all-defects.ts';

const BAD = {
  ...AROUND,
  'articles/en/2026/glass.md': STORY.replace('[ana-pech]', '[ana-peck]'),
  'articles/en/2026/reef.md': `${STORY.replace('title:', 'tittle:')}\n#### Deep\n`,
};

const ENGLISH = speaker('en');
const told = (contentRoot: string) => {
  const { problems, fileCount, newsroom } = readNewsroom(contentRoot, { now: NOW });
  return { problems, files: fileCount, newsroom, seconds: 1.25, contentRoot };
};

describe('what was found', () => {
  it('is told to people a line each, with the rule, and summed up', () => {
    expect(formatReport('text', told(temporaryFolder(BAD)), ENGLISH).split('\n')).toEqual([
      'articles/en/2026/glass.md:5:11  error  authors[0] ("ana-peck")  names nothing in authors/ — did you mean “ana-pech”? Otherwise create authors/ana-peck.yaml  [dangling-name]',
      'articles/en/2026/reef.md:2:1  error  title  is missing — add it: the headline  [missing-field]',
      'articles/en/2026/reef.md:2:1  error  tittle ("The reef has a quiet morning")  is not a field that exists here — did you mean “title”?  [unknown-field]',
      'articles/en/2026/reef.md:10:1  warning  body (####)  is a heading that skips a level — write ## in place of it  [heading-skip]',
      '3 mistakes, 1 warning in 2 of 4 files, 1.3 s',
    ]);
  });

  it('is told in Spanish, counts and all', () => {
    const [first = '', ...more] = formatReport('text', told(temporaryFolder(BAD)), speaker('es')).split('\n');
    expect(first).toContain('no nombra nada de authors/ — ¿quiso decir “ana-pech”? Si no, cree authors/ana-peck.yaml');
    expect(more.at(-1)).toBe('3 errores, 1 aviso en 2 de 4 archivos, 1.3 s');
    expect(summary(told(temporaryFolder(AROUND)), speaker('es'))).toBe('Nada que corregir en 2 archivos, 1.3 s');
  });

  it('is told to programs as JSON', () => {
    const report = JSON.parse(formatReport('json', told(temporaryFolder(BAD)), ENGLISH)) as unknown;
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

  it('is told to GitHub as annotations, with what its own signs mean written otherwise', () => {
    const contentRoot = join(process.cwd(), 'a,b:c');
    const problem = {
      severity: 'error' as const,
      file: 'articles/en/x.md',
      line: 3,
      field: 'title',
      value: '"100%"',
      reason: 'one\ntwo',
      remedy: 'mend it',
      rule: 'too-long',
    };
    const look = { problems: [problem], files: 1, seconds: 1, contentRoot };
    expect(
      formatReport('github', { ...look, newsroom: told(temporaryFolder(AROUND)).newsroom }, ENGLISH).split('\n')[0],
    ).toBe(
      '::error file=a%2Cb%3Ac/articles/en/x.md,line=3,col=1,title=too-long::title ("100%25")  one%0Atwo — mend it',
    );
  });
});

describe('the table of rules in the README', () => {
  it('is that of today’s rules: npm run lint:content -- --write-readme', () => {
    const readme = readFileSync(README, 'utf8');
    expect(withRulesTable(readme)).toBe(readme);
    expect(readme).toContain(rulesTable(ALL_RULES));
  });

  it('needs its place', () => {
    expect(() => withRulesTable('# A paper')).toThrow('README.md has no place for the rules');
  });
});

describe('a rule', () => {
  it('is explained in either language, and a misspelt one is suggested', () => {
    expect(explainRule('dead-link', 'es')).toMatch(/^dead-link \(error\)\nUn enlace que no lleva/);
    expect(() => explainRule('dead-lnk', 'en')).toThrow('there is no such rule; did you mean “dead-link”?');
  });
});

describe('mending a newsroom', () => {
  it('changes front matter at its place and nothing else, says what, and has nothing left to do', () => {
    const body = 'Trailing  \nspaces and 2026-11-20T09:00 stay.\n\n\n';
    const before = `\uFEFF---\r\ntitle: "A" \r\ndescription: B\r\npubDate: 2026-11-20T09:00\r\nauthors: [Ana-Pech]\r\ncategories: [environment]\r\n---\r\n${body}`;
    const folder = temporaryFolder({ ...AROUND, 'articles/en/a.md': before });
    const mends = mendNewsroom(folder, told(folder));
    expect(readFileSync(join(folder, 'articles/en/a.md'), 'utf8')).toBe(
      before.replace('"A" ', '"A"').replace('T09:00\r', 'T09:00-05:00\r').replace('Ana-Pech', 'ana-pech'),
    );
    expect(tellMends(mends, ENGLISH).split('\n')).toEqual([
      'articles/en/a.md:2:11  mended  trailing spaces',
      'articles/en/a.md:4:10  mended  pubDate  2026-11-20T09:00 → 2026-11-20T09:00-05:00',
      'articles/en/a.md:5:11  mended  authors[0]  Ana-Pech → ana-pech',
      'Mended 3 changes in 1 file.',
    ]);
    expect(tellMends(mends, speaker('es'))).toMatch(
      /corregido {2}espacios al final de la línea[^]*Se hicieron 3 correcciones en 1 archivo\./,
    );
    expect(told(folder).problems).toEqual([]);
    expect(mendNewsroom(folder, told(folder)).mended).toEqual([]);
    expect(tellMends({ mended: [], refused: [] }, speaker('es'))).toBe('No quedaba nada seguro por corregir.');
  });

  it('writes nothing to a file whose bytes are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(STORY), Buffer.from([0xf3])]);
    const folder = temporaryFolder({ ...AROUND, 'articles/en/.keep': '' });
    writeFileSync(join(folder, 'articles/en/a.md'), bytes);
    mendNewsroom(folder, told(folder));
    expect(readFileSync(join(folder, 'articles/en/a.md')).equals(bytes)).toBe(true);
  });

  it('says of a file that it was left as it was', () => {
    const refused = [{ file: 'articles/en/a.md', why: 'it would say something else' }];
    expect(tellMends({ mended: [], refused }, ENGLISH)).toMatch(
      /^articles\/en\/a\.md {2}left as it was {2}it would say something else$/m,
    );
    expect(tellMends({ mended: [], refused }, speaker('es'))).toContain('se dejó como estaba  diría otra cosa');
  });
});

describe('the command', { timeout: 4 * PATIENCE.timeout }, () => {
  it('finds every defect of a spoilt newsroom and nothing else, in Spanish without a word of English, and whether it reads them or knows them', () => {
    const stories = Array.from({ length: 400 }, (_, index) => `articles/en/2026/story-${index}.md`);
    const folder = temporaryFolder({ ...AROUND, ...Object.fromEntries(stories.map((file) => [file, STORY])) });
    const { expected } = spoilNewsroom(folder, ALL_DEFECTS.length, 'command');
    for (const _ of ['first', 'again']) {
      const options = ['--content', folder, '--format', 'json', '--now', '2026-11-24T12:00', '--lang', 'es'];
      const { stdout, stderr, status } = runScript('lint-content', options);
      expect(stderr).toBe('');
      expect(status).toBe(1);
      const { problems } = JSON.parse(stdout) as { problems: ContentProblem[] };
      const { wrong, missed } = compare(expected, problems);
      expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
      expect(problems.filter(({ reason }) => /\b(?:the|is|has|and|not|cannot)\b/.test(reason))).toEqual([]);
    }
  });

  it('ends with 0 where there are warnings alone, mends with --fix, and with 2 where it is called wrongly', () => {
    const folder = temporaryFolder({ ...AROUND, 'articles/en/a.md': `${STORY}\n#### Deep\n` });
    const options = ['--content', folder, '--now', '2026-11-24T12:00', '--fix', '--format', 'text'];
    const { stdout, stderr, status } = runScript('lint-content', options);
    expect(stdout).toMatch(
      /^articles\/en\/a\.md:10:1 {2}warning .*\[heading-skip\]\n0 mistakes, 1 warning in 1 of 3 files/,
    );
    expect(stderr).toContain('articles/en/a.md:4:10  mended  pubDate  2026-11-20T09:00 → 2026-11-20T09:00-05:00');
    expect(status).toBe(0);
    for (const wrong of [
      ['--lang', 'fr'],
      ['--format', 'xml'],
      ['--explain', 'nothing'],
      ['--content', 'nowhere'],
    ])
      expect([wrong, runScript('lint-content', wrong).status]).toEqual([wrong, 2]);
  });
});
