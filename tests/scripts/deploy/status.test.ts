import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStatus } from '#src/status/publish-status.ts';
import { callScript } from '../call-script.ts';
import { deployment } from './deployment.ts';

/** A target, and what its status says. */
function publishing() {
  const world = deployment();
  const status = () => parseStatus(readFileSync(join(world.target, 'status/status.json'), 'utf8'));
  const outcomes = () => status().history.map(({ outcome }) => outcome);
  const ask = (...options: string[]) => callScript('status', ['--to', `dir:${world.target}`, ...options]);
  return { ...world, status, outcomes, ask };
}

describe('the status of a target', () => {
  it('says what is live, and is silent about runs that change nothing', async () => {
    const { build, deploy, served, status, outcomes, ask } = publishing();
    expect(await ask()).toMatchObject({ stdout: 'Nothing has been published yet.\n', status: 1 });
    build({ stories: { reef: {} } });
    await deploy();
    expect(status().live?.release).toBe(served());
    expect(status().running).toBeUndefined();
    await deploy();
    expect(outcomes()).toEqual(['published']);
    expect(await ask()).toMatchObject({ status: 0 });
    expect((await ask('--lang', 'es')).stdout).toMatch(/^Los lectores lo tienen todo\. El sitio está en línea desde /);
    expect(JSON.parse((await ask('--json')).stdout)).toMatchObject({ verdict: 'right', live: { release: served() } });
  });

  it('says why a publish was refused, once, until one succeeds', async () => {
    const { build, deploy, served, status, outcomes, ask } = publishing();
    build({ stories: { reef: {} } });
    await deploy();
    const id = served();
    build({ stories: { reef: {} }, files: { 'a.html': '<a href="/nowhere/">' } });
    await deploy();
    await deploy();
    expect(outcomes()).toEqual(['refused', 'published']);
    expect(status().live?.release).toBe(id);
    const { stdout, status: code } = await ask();
    expect(stdout).toMatch(
      /^The publish of .* was refused\. Readers have the site as it was\.\n {2}Its checks found mistakes: see its log\.\n/,
    );
    expect(code).toBe(1);
    build({ stories: { reef: {} } });
    await deploy();
    expect((await ask()).status).toBe(0);
  });

  it('says when someone went back', async () => {
    const { build, deploy, rollBack, releases, served, status, outcomes, target } = publishing();
    build({ stories: { reef: {} } });
    await deploy();
    build({ stories: { reef: {}, rain: {} } });
    await deploy();
    await rollBack('--force');
    expect(outcomes()).toEqual(['rolled-back', 'published', 'published']);
    expect(releases()).toContain(status().live?.release);
    expect(readFileSync(join(target, 'status/es/index.html'), 'utf8')).toContain(`Volvió a ${served()}`);
  });

  it('begins anew if it is damaged, and holds no publish back if it cannot be written', async () => {
    const { build, deploy, target, outcomes, served } = publishing();
    build({ stories: { reef: {} } });
    await deploy();
    writeFileSync(join(target, 'status/status.json'), '{');
    build({ stories: { reef: {}, rain: {} } });
    await deploy();
    expect(outcomes()).toEqual(['published']);
    rmSync(join(target, 'status'), { recursive: true });
    writeFileSync(join(target, 'status'), '');
    const before = served();
    build({ stories: { tide: {} } });
    const { stderr, status } = await deploy();
    expect(stderr).toContain(' cannot be written, so that editors do not see what was published: ');
    expect(status).toBe(0);
    expect(served()).not.toBe(before);
  });

  it('is asked of a folder that is there', async () => {
    const { stderr, status } = await callScript('status', ['--to', 'dir:/srv/nowhere']);
    expect(stderr).toBe('--to dir:/srv/nowhere: there is no such folder.\n');
    expect(status).toBe(2);
  });
});
