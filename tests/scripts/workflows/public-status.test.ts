import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicStatus } from '#src/status/public-status.ts';
import { parseStatus, verdictOf, type PublishStatus } from '#src/status/publish-status.ts';
import { statusReport } from '#src/status/status-report.ts';
import { savedState } from '#src/status/saved-state.ts';
import { callScript } from '../call-script.ts';
import { deployment } from '../deploy/deployment.ts';
import { loopbackSite } from './loopback-site.ts';

const at = new Date('2026-11-29T10:41:00Z');
const SECRET = 'canary';
const both = { en: SECRET, es: SECRET };

/** A publish that left something out, with what nobody may know before it appears in every text. */
const STATUS: PublishStatus = {
  format: 1,
  site: { name: 'The Paper', url: 'https://user.github.io/paper/' },
  running: { since: at, process: SECRET },
  live: {
    release: '20261129T104100Z-0123abcd',
    since: at,
    readAt: at,
    checkedAt: at,
    commit: { id: 'abc1234def', author: SECRET, subject: SECRET },
    articles: 12,
  },
  leftOut: [{ file: `articles/en/2026/${SECRET}.md`, sees: both, mistakes: [{ line: 3, text: both }] }],
  next: {
    at: new Date('2026-11-30T05:00:00Z'),
    changes: [{ at, title: { en: SECRET, es: SECRET }, file: SECRET, change: 'appears' }],
  },
  history: [
    { began: at, at, outcome: 'failed', reason: SECRET },
    {
      began: at,
      at,
      outcome: 'partly',
      release: '20261129T104100Z-0123abcd',
      commit: { id: 'abc1234def', author: SECRET, subject: SECRET },
      faulty: [{ file: SECRET, mistake: both }],
    },
  ],
};

describe('a status that everybody may read', () => {
  const status = publicStatus(STATUS);

  it('has instants, counts and the commit, and names nothing', () => {
    const text = JSON.stringify(status);
    expect(text).not.toContain(SECRET);
    expect(parseStatus(text)).toEqual(status);
    expect(status).toMatchObject({ hidden: 1, live: { since: at, commit: { id: 'abc1234def' }, articles: 12 } });
    expect(verdictOf(status, at)).toBe('partly');
    // Whether a story is due is not said either.
    expect(statusReport('en', status, 'partly').at(-1)).toBe('The site is made again at 30 Nov 2026.');
  });

  it('tells who saved a story that it is live, or that a mistake may have kept it back', () => {
    const savedAt = new Date('2026-11-29T10:40:00Z');
    expect(savedState('en', status, 'articles/en/2026/reef.md', savedAt)).toMatchObject({
      isSettled: true,
      isLive: false,
      text: expect.stringContaining('without some files that have mistakes (1)') as string,
    });
    const right = publicStatus({ ...STATUS, leftOut: [] });
    expect(savedState('es', right, 'articles/en/2026/reef.md', savedAt).isLive).toBe(true);
  });
});

describe('npm run status', () => {
  it('writes it as a page and a file for a host, and reads it from there', async () => {
    const { folder, target, build, deploy } = deployment();
    const out = join(folder, 'upload', 'admin', 'status');
    const write = () => callScript('status', ['--to', `dir:${target}`, '--public', out]);
    expect(await write()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nothing has been published') as string,
    });
    build({ stories: { reef: {} } });
    await deploy();
    expect(await write()).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Readers have everything.');
    expect(readFileSync(join(out, 'es/index.html'), 'utf8')).toContain('Los lectores lo tienen todo.');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('feed.xml');
    expect(existsSync(join(out, 'feed.xml'))).toBe(false);
    const text = readFileSync(join(out, 'status.json'), 'utf8');
    const host = await loopbackSite({ '/paper/admin/status/status.json': text });
    const asked = await callScript('status', ['--to', `${host.origin}/paper`]);
    expect(asked).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Readers have everything\./) as string });
    expect(await callScript('status', ['--to', `${host.origin}/other/`])).toMatchObject({
      status: 1,
      stdout: 'Nothing has been published yet.\n',
    });
  });

  it('says if a host does not answer', async () => {
    expect(await callScript('status', ['--to', 'http://127.0.0.1:1/'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('the host does not answer') as string,
    });
  });
});
