import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PROBLEMS_PATH, type ShownProblem } from '#src/integrations/preview-problems.ts';
import { copyProject } from '../../scripts/lab/project-copy.ts';
import { PATIENCE_MS } from '../patience.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { NOW, PROJECT, siteFolder, SITES } from './build-sites.ts';

const ARTICLE = 'articles/en/2026/rain.md';
const ADDRESS = '/articles/rain/';

/** Long enough for a machine that is busy with something else; nothing waits for it if all is well. */
const PATIENCE = { timeout: PATIENCE_MS, interval: 100 };

/** How often a file is saved again: less often than a busy machine takes to show it. */
const SAVE_AGAIN_MS = 3_000;

/** The live preview of a copy of a newsroom, as `npm run dev -- --drafts` starts it. */
async function preview() {
  const folder = temporaryFolder();
  const [content, project] = [join(folder, 'content'), join(folder, 'project')];
  // A copy of the project, because Astro's commands keep modules and settings in folders of the checkout: another stage of the tests
  // that starts Astro would take them from under the preview.
  copyProject(PROJECT, project);
  cpSync(join(PROJECT, SITES.three), content, { recursive: true });
  const call = ['scripts/dev.ts', '--content', content, '--now', NOW, '--port', '0', '--drafts'];
  const child = spawn(process.execPath, call, { cwd: project, env: plainEnvironment() });
  const ended = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  /** Waits until a check passes. If it never does, what the preview printed is a part of the error. */
  const until = async <T>(check: () => T | Promise<T>): Promise<T> => {
    try {
      return await vi.waitFor(check, PATIENCE);
    } catch (error) {
      throw new Error(`The preview printed:\n${output.slice(-4_000)}`, { cause: error });
    }
  };
  const origin = await until(() => {
    const [, found] = /Local\s+(http:\/\/localhost:\d+)/.exec(output) ?? [];
    if (!found) throw new Error('the preview has not started');
    return found;
  });
  const get = async (path: string) => (await fetch(`${origin}${path}`)).text();
  return {
    content,
    output: () => output,
    get,
    bytes: async (path: string) => Buffer.from(await (await fetch(`${origin}${path}`)).arrayBuffer()),
    until,
    /** Whether a page has a text; of a page that surprises, only this is printed, not all of it. */
    has: async (path: string, text: string) => (await get(path)).includes(text),
    problems: async () => JSON.parse(await get(PROBLEMS_PATH)) as ShownProblem[],
    /**
     * Saves a changed file, and again until a check passes: what is saved while the preview is still starting to watch the
     * folder may not be noticed, and an editor would save again.
     */
    saveUntil: async (file: string, change: (text: string) => string, check: () => Promise<void>) => {
      const text = change(readFileSync(join(content, file), 'utf8'));
      let savedAt = -Infinity;
      await until(async () => {
        if (performance.now() - savedAt > SAVE_AGAIN_MS) {
          writeFileSync(join(content, file), text);
          savedAt = performance.now();
        }
        await check();
      });
    },
  };
}

describe('the live preview', { timeout: 3 * PATIENCE_MS }, () => {
  it('shows a saved file, a draft if it is asked to, and a mistake in the terminal and on the page until it is fixed', async () => {
    const { content, get, bytes, has, until, problems, output, saveUntil } = await preview();
    const errors = async () => (await problems()).filter(({ severity }) => severity === 'error');
    await until(async () => expect(await has(ADDRESS, '<article')).toBe(true));
    expect(await errors()).toEqual([]);

    // A picture and cards for other sites are made when they are asked for, as the build makes them.
    for (const [page, name] of [
      [ADDRESS, 'rain.'],
      ['/articles/the-longest-headline/', 'card.en.article.'],
      ['/', 'card.en.paper.'],
    ] as const) {
      const [, path = ''] = /property="og:image" content="[^"]*(\/_pictures\/[^"]+)"/.exec(await get(page)) ?? [];
      expect(path).toContain(name);
      expect((await bytes(path)).equals(readFileSync(join(siteFolder('three'), path))), path).toBe(true);
    }

    // Files without drafts are those of the build, to the byte.
    for (const path of ['es/atom.xml', 'sections/culture/feed.json', 'robots.txt', '_headers'])
      expect(await get(`/${path}`), path).toBe(readFileSync(join(siteFolder('three'), path), 'utf8'));
    expect(await has('/rss.xml', '<title>Not yet</title>')).toBe(true);

    const headline = (text: string) => text.replace(/^title:.*$/m, 'title: "A saved headline"');
    await saveUntil(ARTICLE, headline, async () => expect(await has(ADDRESS, 'A saved headline')).toBe(true));
    const draft = (text: string) => text.replace(/^title:.*$/m, 'title: "A draft"\ndraft: true');
    await saveUntil(ARTICLE, draft, async () => expect(await has(ADDRESS, 'A draft')).toBe(true));
    const saved = (text: string) => text.replace(/^title:.*\ndraft: true$/m, 'title: "A saved headline"');
    await saveUntil(ARTICLE, saved, async () => expect(await has(ADDRESS, 'A saved headline')).toBe(true));

    const good = readFileSync(join(content, ARTICLE), 'utf8');
    // What only the whole newsroom can tell. Its words are shown without the link, as a publish shows them.
    const line = readFileSync(join(content, ARTICLE), 'utf8').split('\n').length + 1;
    const deadLink = (text: string) => `${text}\nSee [what is not there](/articles/nowhere/).\n`;
    await saveUntil(ARTICLE, deadLink, async () => {
      const [problem] = await errors();
      expect(problem?.text).toContain(`${ARTICLE}:${line}:`);
      expect(problem?.text).toContain('/articles/nowhere/');
      expect(await has(ADDRESS, 'See what is not there.')).toBe(true);
    });
    expect(output()).toContain(`${ARTICLE}:${line}:`);
    expect(output()).toMatch(/1 mistake\. Shown here:\s+articles\/en\/2026\/rain\.md: the text, and 1 link as words/);

    const badDate = (text: string) => text.replace(/^pubDate: .*$/m, 'pubDate: soon');
    await saveUntil(ARTICLE, badDate, async () => expect(await has('/', 'A saved headline')).toBe(false));
    // Every page has the script that shows them.
    const [, script = ''] = /src="([^"]*astro:scripts\/page\.js)"/.exec(await get('/')) ?? [];
    expect(await get(script)).toContain('preview-problems.client.ts');

    await saveUntil(
      ARTICLE,
      () => good,
      async () => {
        expect(await problems()).toEqual([]);
        expect(await has('/', 'A saved headline')).toBe(true);
      },
    );

    rmSync(join(content, ARTICLE));
    await until(async () => expect(await has('/', 'A saved headline')).toBe(false));
  });
});
