import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PROBLEMS_PATH, type ShownProblem } from '#src/integrations/preview-problems.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { NOW, PROJECT, SITES } from './build-sites.ts';

const ARTICLE = 'articles/en/2026/rain.md';
const ADDRESS = '/articles/rain/';

/** Long enough for a machine that is busy with something else; nothing waits for it if all is well. */
const PATIENCE = { timeout: 240_000, interval: 100 };

/** The live preview of a copy of a newsroom, as `npm run dev` starts it. */
async function preview(options: readonly string[] = []) {
  const content = join(temporaryFolder(), 'content');
  cpSync(join(PROJECT, SITES.three), content, { recursive: true });
  const call = ['scripts/dev.ts', '--content', content, '--now', NOW, '--port', '0', ...options];
  const child = spawn(process.execPath, call, { cwd: PROJECT, env: plainEnvironment() });
  const ended = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const origin = await vi.waitFor(() => {
    const [, found] = /Local\s+(http:\/\/localhost:\d+)/.exec(output) ?? [];
    if (!found) throw new Error(`the preview has not started:\n${output}`);
    return found;
  }, PATIENCE);
  const get = async (path: string) => (await fetch(`${origin}${path}`)).text();
  return {
    content,
    output: () => output,
    get,
    problems: async () => JSON.parse(await get(PROBLEMS_PATH)) as ShownProblem[],
    edit: (file: string, change: (text: string) => string) => {
      writeFileSync(join(content, file), change(readFileSync(join(content, file), 'utf8')));
    },
  };
}

describe('the live preview', { timeout: 600_000 }, () => {
  it('shows a saved file, and a mistake in the terminal and on the page until it is fixed', async () => {
    const { content, edit, get, problems, output } = await preview();
    expect(await get(ADDRESS)).toContain('<article');
    expect((await problems()).filter(({ severity }) => severity === 'error')).toEqual([]);

    edit(ARTICLE, (text) => text.replace(/^title:.*$/m, 'title: "A saved headline"'));
    await vi.waitFor(async () => expect(await get(ADDRESS)).toContain('A saved headline'), PATIENCE);

    // What only the whole newsroom can tell: the build would stop at it, and so the preview reports it.
    edit(ARTICLE, (text) => `${text}\nSee [what is not there](/articles/nowhere/).\n`);
    const line = readFileSync(join(content, ARTICLE), 'utf8').trimEnd().split('\n').length;
    await vi.waitFor(async () => {
      const [problem] = (await problems()).filter(({ severity }) => severity === 'error');
      expect(problem?.text).toContain(`${ARTICLE}:${line}:`);
      expect(problem?.text).toContain('/articles/nowhere/');
    }, PATIENCE);
    expect(output()).toContain(`${ARTICLE}:${line}:`);
    expect(output()).toContain('1 mistake: a build would stop');
    await vi.waitFor(async () => expect(await get('/')).not.toContain('A saved headline'), PATIENCE);
    // Every page has the script that shows them.
    const [, script = ''] = /src="([^"]*astro:scripts\/page\.js)"/.exec(await get('/')) ?? [];
    expect(await get(script)).toContain('preview-problems.client.ts');

    edit(ARTICLE, (text) => text.replace(/\nSee .*\n$/, ''));
    await vi.waitFor(async () => expect(await problems()).toEqual([]), PATIENCE);
    await vi.waitFor(async () => expect(await get('/')).toContain('A saved headline'), PATIENCE);

    rmSync(join(content, ARTICLE));
    await vi.waitFor(async () => expect(await get('/')).not.toContain('A saved headline'), PATIENCE);
  });

  it('shows drafts if it is asked to', async () => {
    const { edit, get } = await preview(['--drafts']);
    edit(ARTICLE, (text) => text.replace(/^title:.*$/m, 'title: "A draft"\ndraft: true'));
    await vi.waitFor(async () => expect(await get(ADDRESS)).toContain('A draft'), PATIENCE);
  });
});
