import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '#src/publish/usage-error.ts';
import { readOptions } from '../../../../scripts/lab/newsroom/options.ts';
import { PATIENCE, runScript } from '../../run-script.ts';
import { fileOf, madeNewsroom, plainArticles, temporaryFolder, wireFile } from './run-newsroom.ts';

describe('the command', PATIENCE, () => {
  it('writes a newsroom and says what it did on standard output, and nothing on standard error', () => {
    const out = join(temporaryFolder(), 'content');
    const options = ['--from', wireFile(plainArticles(4)), '--years', '2', '--out', out];
    const { status, stdout, stderr } = runScript('lab/newsroom', options);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Wrote 4 articles (en 4), dated 2024-11-01 to 2026-05-02, 1 tags and 1 places to ${out}.`);
    const folders = readdirSync(out).filter((name) => !name.startsWith('.'));
    expect(folders).toEqual(['articles', 'authors', 'categories', 'pages', 'places', 'tags']);
  });

  it('ends with 1 and the line’s number when an article cannot be read', () => {
    const file = fileOf('{"title":"good"}\n{"title":');
    const { status, stderr } = runScript('lab/newsroom', ['--from', file, '--out', join(temporaryFolder(), 'content')]);
    expect(stderr).toContain(`${file}:2:1  error  is not JSON: `);
    expect(status).toBe(1);
  });
});

it.each([
  [{}, '--out is missing: name the folder to write the newsroom to, such as --out /tmp/newsroom'],
  [{ out: 'x', count: '0' }, '--count 0: expected a whole number from 1 to 1000000'],
  [{ out: 'x', years: '1.5' }, '--years 1.5: expected a whole number from 1 to 100'],
  [{ out: 'x', seed: '-1' }, '--seed -1: expected a whole number from 0 to 2147483647'],
  [{ out: 'x', now: 'tomorrow' }, '--now tomorrow: expected an instant such as 2026-11-24T08:00 or'],
  [{ out: 'x', from: 'no-such-file' }, '--from no-such-file: there is no such file'],
  [{ out: import.meta.filename }, `--out ${import.meta.filename}: this is a file; name a folder`],
  [{ out: import.meta.dirname }, `--out ${import.meta.dirname}: the folder is not empty; name another or add --force`],
])('the options %j are refused with a sentence that says why', (options, sentence) => {
  const reading = () => readOptions(options);
  expect(reading).toThrow(UsageError);
  expect(reading).toThrow(sentence);
});

describe('a file that cannot be used', () => {
  const attempt = async (file: string) => {
    const out = join(temporaryFolder(), 'content');
    const message = await madeNewsroom(out, { from: file }).catch((error: unknown) => (error as Error).message);
    expect(existsSync(out)).toBe(false);
    return message;
  };

  it('is refused whole with the number of every bad line', async () => {
    const lines = ['{"title":"good"}', '{"title":', '', '[]', '{"topics":"grain"}', '{"date":"yesterday"}'];
    const file = fileOf(lines.join('\n'));
    expect((await attempt(file)).split('\n')).toEqual([
      expect.stringMatching(/:2:1 {2}error {2}is not JSON: .* — fix the line or remove it$/),
      `${file}:4:1  error  ([])  is not a JSON object — write one article a line`,
      `${file}:5:1  error  topics ("grain")  expected a list of texts — correct the value`,
      `${file}:6:1  error  date ("yesterday")  is not a date — write it as 1987-02-26T15:01:01Z`,
    ]);
  });

  it('shows twenty bad lines and counts the others', async () => {
    const message = await attempt(fileOf('x\n'.repeat(25)));
    expect(message.match(/is not JSON/g)).toHaveLength(20);
    expect(message).toContain('has 5 more bad lines — fix those above and run the command again');
  });

  it('is refused when it holds nothing', async () => {
    const file = fileOf('\n\n');
    expect(await attempt(file)).toBe(`${file}  error  holds no articles — give a file with one JSON object a line`);
  });

  it('is refused when it is half a packed file', async () => {
    const file = fileOf(JSON.stringify(plainArticles(200)), { isGzip: true });
    writeFileSync(file, readFileSync(file).subarray(0, 300));
    expect(await attempt(file)).toBe(
      `${file}  error  cannot be unpacked: unexpected end of file — fetch or make the file again`,
    );
  });
});
