import { describe, expect, it } from 'vitest';
import { instantOption, numberOption } from '../../../scripts/shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { PATIENCE, runLines, runScript } from '../run-script.ts';

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

  it.each([
    ['build', []],
    ['dev', []],
    ['lab/newsroom', ['--out', 'nowhere']],
  ])('is refused by %s in one sentence, with exit code 2', PATIENCE, (name, options) => {
    const { status, stderr } = runScript(name, [...options, '--now', 'tomorrow']);
    expect(stderr).toBe('--now tomorrow: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00\n');
    expect(status).toBe(2);
  });
});

describe('the end of a command', PATIENCE, () => {
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

describe('a mistake in the publisher’s choices', PATIENCE, () => {
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
