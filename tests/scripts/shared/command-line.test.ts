import { describe, expect, it } from 'vitest';
import { instantOption, numberOption } from '../../../scripts/shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { callScript } from '../call-script.ts';
import { runLines } from '../run-script.ts';

describe('an option that is a whole number', () => {
  it('is read within its range', () => {
    expect(numberOption('port', '0', 0, 65_535)).toBe(0);
    expect(numberOption('port', '65535', 0, 65_535)).toBe(65_535);
  });

  it.each(['abc', '', ' ', '-1', '65536', '43.21', '0x1f', '1e3'])('is refused if it is not one: “%s”', (text) => {
    expect(() => numberOption('port', text, 0, 65_535)).toThrow(UsageError);
    expect(() => numberOption('port', text, 0, 65_535)).toThrow(
      `--port ${text}: expected a whole number from 0 to 65535`,
    );
  });
});

describe('an option that is an instant', () => {
  it('is in the newsroom’s time zone if it names none', () => {
    expect(instantOption('now', '2026-11-24T08:00')).toEqual(new Date('2026-11-24T13:00:00Z'));
    expect(instantOption('now', '2026-11-24T08:00Z')).toEqual(new Date('2026-11-24T08:00:00Z'));
  });

  it.each(['tomorrow', '2026-02-30', ''])('is refused if it is not one: “%s”', (text) => {
    expect(() => instantOption('now', text)).toThrow(UsageError);
    expect(() => instantOption('now', text)).toThrow(
      `--now ${text}: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00`,
    );
  });
});

describe('a command that is called wrongly', () => {
  const NOW = 'expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00';
  const PORT = 'expected a whole number from 0 to 65535';

  it.each([
    ['build', ['--content', 'no/such/folder'], /no\/such\/folder holds no newsroom: there is no such folder/],
    ['build', ['--content', 'tests/fixtures'], /there is none of the folders articles, authors/],
    ['build', ['--now', 'tomorrow'], `--now tomorrow: ${NOW}`],
    ['build', ['--site', 'https://a.example/?b'], /^--site .*without a query, a fragment/],
    ['build', ['--site', 'example'], /^--site example: expected the site’s address/],
    ['build', ['--contents', 'x'], /^Unknown option '--contents'.*--help/],
    ['build', ['--out'], /--out/],
    ['build', ['everything'], /everything/],
    ['dev', ['--content', 'no/such/folder'], /no\/such\/folder holds no newsroom: there is no such folder/],
    ['dev', ['--content', 'tests/fixtures'], /there is none of the folders articles, authors/],
    ['dev', ['--now', 'tomorrow'], `--now tomorrow: ${NOW}`],
    ['dev', ['--port', 'abc'], `--port abc: ${PORT}`],
    ['start', ['--port=abc'], `--port abc: ${PORT}`],
    ['start', ['--port=65536'], `--port 65536: ${PORT}`],
    ['start', ['--port='], `--port : ${PORT}`],
    ['lab/newsroom', ['--out', 'nowhere', '--now', 'tomorrow'], `--now tomorrow: ${NOW}`],
    ['deploy', [], '--to is missing: where to publish, such as --to dir:/srv/news'],
    ['deploy', ['--to', 'ssh:host'], '--to ssh:host: expected dir:<path>, such as dir:/srv/news'],
    ['deploy', ['--to', 'dir:x', '--check', '--rollback'], '--check and --rollback: choose one'],
    ['import-calendar', ['town.ics', '--lang', 'fr'], '--lang fr: expected en or es'],
    ['lint-content', ['--lang', 'fr'], /--lang fr: expected en or es/],
    ['lint-content', ['--format', 'xml'], /--format xml/],
    ['lint-content', ['--explain', 'nothing'], /nothing/],
    ['lint-content', ['--content', 'nowhere'], /nowhere holds no newsroom/],
  ])('ends with exit code 2 and one sentence: %s %j', async (name, options, sentence) => {
    const { status, stdout, stderr } = await callScript(name, options);
    if (typeof sentence === 'string') expect(stderr).toBe(`${sentence}\n`);
    else expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('the help of a command', () => {
  it.each([
    ['build', ['--content <dir>', '--out <dir>', '--site <url>', '--now <instant>', '--help']],
    ['dev', ['--now <instant>', 'a later one shows what is due until then']],
    ['new', ['npm run new -- <article|event|notice|', '> "<title, name or text>" [options]', '--until <instant>']],
    ['import-calendar', ['npm run import:calendar -- <file.ics|folder> [options]', '--place <slug>', '--dry-run']],
  ])('of %s shows all that it takes, and ends with exit code 0', async (name, words) => {
    const { status, stdout, stderr } = await callScript(name, ['--help']);
    for (const word of words) expect(stdout).toContain(word);
    expect(await callScript(name, ['-h'])).toEqual({ status, stdout, stderr });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('the end of a command', () => {
  it('comes when all its output has arrived, however much that is', () => {
    const { status, stdout, stderr } = runLines(
      { runCommand: 'scripts/shared/command-line.ts' },
      `await runCommand({ call: 'x', summary: '', options: {} }, () => {
        console.log('o'.repeat(400_000));
        console.error('e'.repeat(400_000));
        return 1;
      });`,
    );
    expect([status, stdout.length, stderr.length]).toEqual([1, 400_001, 400_001]);
  });
});

describe('a mistake in the publisher’s choices', () => {
  it('ends a command with its sentence, exit code 1 and no stack', () => {
    const { status, stderr } = runLines(
      {
        runCommand: 'scripts/shared/command-line.ts',
        parseSite: 'src/site.ts',
        siteConfig: 'src/site.config.ts',
      },
      `await runCommand({ call: 'npm run build --', summary: '', options: {} }, () => {
        parseSite('https://preview.example/', { ...siteConfig, foundingYear: 24 });
      });`,
    );
    expect(stderr).toBe(
      'src/site.config.ts  error  foundingYear (24)  expected a whole number from 1900 to 2100 — correct the value\n',
    );
    expect(status).toBe(1);
  });
});
