import { describe, expect, it } from 'vitest';
import { PATIENCE, runScript } from '../run-script.ts';

describe('the live preview, called wrongly, ends with exit code 2 and one sentence', PATIENCE, () => {
  it.each([
    [
      'a folder that is not there',
      ['--content', 'no/such/folder'],
      /no\/such\/folder holds no newsroom: there is no such/,
    ],
    ['a folder that is no newsroom', ['--content', 'tests/fixtures'], /there is none of the folders articles, authors/],
    ['an instant that is none', ['--now', 'tomorrow'], /^--now tomorrow: expected an instant such as 2026-11-24T08:00/],
    ['a port that is none', ['--port', 'abc'], /^--port abc: expected a whole number/],
  ])('for %s', (_, options, sentence) => {
    const { status, stdout, stderr } = runScript('dev', options);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('shows in its help how a story that is not due yet is seen', () => {
    expect(runScript('dev', ['--help']).stdout).toMatch(/--now <instant> .*a later one shows what is due until then/);
  });
});
