import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../../scripts/lab/bench/options.ts';
import { SCENARIOS } from '../../../../scripts/lab/bench/scenarios.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { PATIENCE, runScript } from '../../run-script.ts';

describe('the options of the benchmark', () => {
  it('are all scenarios at 2,000 invented articles, five runs each, without peers', () => {
    expect(readOptions({})).toEqual({
      sizes: [2000],
      runs: 5,
      from: undefined,
      scenarios: SCENARIOS,
      peers: [],
      hugo: 'hugo',
      isCold: false,
      json: undefined,
      work: undefined,
      search: undefined,
    });
  });

  it('are read in the order in which they are carried out', () => {
    const options = readOptions({ sizes: '2000, 500,2000', runs: '3', scenarios: 'clean,edit', peers: true });
    expect(options.sizes).toEqual([500, 2000]);
    expect(options.scenarios.map(({ name }) => name)).toEqual(['clean', 'edit']);
    expect(options.peers).toEqual(['hugo', 'eleventy', 'astro']);
  });

  it('name peers, and may leave out all scenarios then', () => {
    expect(readOptions({ scenarios: 'none', peers: true, engines: 'astro' })).toMatchObject({
      scenarios: [],
      peers: ['astro'],
    });
  });

  it.each([
    [{ sizes: '5' }, '--sizes 5: expected a whole number from 10 to 1000000'],
    [{ sizes: '100,many' }, '--sizes many: expected a whole number'],
    [{ runs: '0' }, '--runs 0: expected a whole number from 1 to 100'],
    [{ from: 'no-such-file' }, '--from no-such-file: there is no such file'],
    [{ scenarios: 'nothin' }, '--scenarios nothin: did you mean “nothing”?'],
    [{ scenarios: 'x' }, '--scenarios x: expected some of edit, old-edit, new, retag, nothing, '],
    [{ scenarios: 'none' }, '--scenarios none: there is nothing to measure; add --peers'],
    [{ hugo: '/opt/hugo' }, '--hugo needs --peers as well'],
    [{ engines: 'hugo' }, '--engines needs --peers as well'],
    [{ peers: true, engines: 'jekyll' }, '--engines jekyll: expected some of hugo, eleventy, astro'],
    [{ json: '/no/such/folder/results.json' }, '--json /no/such/folder/results.json: there is no such folder'],
  ])('%j are refused with a sentence that says why', (values, sentence) => {
    const reading = () => readOptions(values);
    expect(reading).toThrow(UsageError);
    expect(reading).toThrow(sentence);
  });
});

it('the command ends with 2 and one sentence when it is called wrongly', PATIENCE, () => {
  const { status, stdout, stderr } = runScript('lab/bench', ['--scenarios', 'edti']);
  expect(stderr).toMatch(/^--scenarios edti: .*\n$/);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});
