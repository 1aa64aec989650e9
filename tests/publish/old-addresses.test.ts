import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nginxRedirects } from '#src/hosting/nginx-redirects.ts';
import type { HostRules } from '#src/hosting/host-rules.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { AROUND, STORY, temporaryFolder } from '../temporary-folder.ts';
import { serveWithNginx } from './nginx.ts';
import { withoutProgress } from '../scripts/without-progress.ts';

const PROJECT = join(import.meta.dirname, '../..');
const REASON = 'The report could not be confirmed.';

const article = (fields: string) => STORY.replace('---\n', `---\n${fields}\n`);

/** What a server answers, its redirects not followed. */
async function ask(origin: string, path: string) {
  const response = await fetch(new URL(path, origin), { redirect: 'manual' });
  return { status: response.status, to: response.headers.get('location'), html: await response.text() };
}

describe('a site behind nginx', () => {
  it('answers old addresses with one 301, those of withdrawn articles with 410 and the notice, and others as before', async () => {
    const folder = temporaryFolder(
      Object.fromEntries(
        Object.entries({
          ...AROUND,
          'articles/en/2026/reef.md': article(
            'aliases: [/2024/05/reef/, /Old/Reef.HTML, /articles/Reef/, /año/arrecife]',
          ),
          'articles/en/2026/rain.md': article('draft: true\naliases: [/2024/05/rain/]'),
          'articles/en/2026/tide.md': article('aliases: [/articles/rain/]'),
          'articles/en/2026/pier.md': article(
            `withdrawn: { date: 2026-11-22, reason: "${REASON}" }\naliases: [/pier/]`,
          ),
        }).map(([path, text]) => [`content/${path}`, text]),
      ),
    );
    const site = join(folder, 'site');
    const options = ['--content', join(folder, 'content'), '--out', site, '--now', '2026-11-24T08:00'];
    const built = spawnSync(process.execPath, ['scripts/build.ts', ...options], {
      cwd: PROJECT,
      encoding: 'utf8',
      env: plainEnvironment(),
    });
    expect(withoutProgress(built.stderr)).toBe('');
    expect(built.stdout).toContain('Old addresses: 6 redirect, 2 are gone\n');
    const origin = await serveWithNginx(site, true);

    for (const [from, to] of [
      ['/2024/05/reef/', '/articles/reef/'],
      ['/2024/05/reef', '/articles/reef/'],
      ['/Old/Reef.HTML', '/articles/reef/'],
      ['/articles/Reef/', '/articles/reef/'],
      ['/a%C3%B1o/arrecife/', '/articles/reef/'],
      ['/2024/05/rain/', '/articles/tide/'],
      ['/articles/rain', '/articles/tide/'],
      ['/2024/05/reef/?from=a&b=c', '/articles/reef/?from=a&b=c'],
    ] as const) {
      expect(await ask(origin, from), from).toMatchObject({ status: 301, to });
      expect((await ask(origin, to)).status, to).toBe(200);
    }
    for (const gone of ['/articles/pier/', '/articles/pier', '/pier/', '/pier']) {
      const { status, html } = await ask(origin, gone);
      expect(status, gone).toBe(410);
      expect(html, gone).toContain(REASON);
    }
    const missing = await ask(origin, '/articles/never/');
    expect(missing.status).toBe(404);
    expect(missing.html).toContain('This page is not here');
    expect((await ask(origin, '/')).status).toBe(200);
    expect((await ask(origin, '/corrections/')).status).toBe(200);
  });

  it('knows ten thousand old addresses, the longest of 300 characters', async () => {
    const site = temporaryFolder();
    const long = (at: number) => `/${String(at).padStart(298, 'a')}/`;
    const rules: HostRules = {
      below: '',
      redirects: Array.from({ length: 10_000 }, (_, at) => ({
        from: at % 1_000 === 0 ? long(at) : `/2019/05/story-${at}/`,
        to: `/articles/story-${at}/`,
        locale: 'en',
      })),
      gone: [],
    };
    mkdirSync(join(site, 'hosting'));
    writeFileSync(join(site, 'hosting/nginx-redirects.conf'), nginxRedirects(rules));
    const origin = await serveWithNginx(site, true);
    expect(await ask(origin, '/2019/05/story-9999')).toMatchObject({ status: 301, to: '/articles/story-9999/' });
    expect(await ask(origin, long(9_000))).toMatchObject({ status: 301, to: '/articles/story-9000/' });
    expect((await ask(origin, '/2019/05/story-10000')).status).toBe(404);
  });
});
