import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../plain-environment.ts';
import { filesBelow } from './built-site.ts';
import { NOW, oneAtATime, PROJECT, siteFolder } from './build-sites.ts';

/** A build that hangs is killed after this long; one that fails ends by itself long before. */
const PATIENCE_MS = 90_000;

describe('a build that fails while it makes the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failed-build-'));
  const out = join(folder, 'site');
  const content = join(folder, 'content');
  let result: ReturnType<typeof build>;

  beforeAll(() => {
    cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), content, { recursive: true });
    // It has a picture's name and place, but is none: only making the pages brings that to light.
    writeFileSync(join(content, 'articles/en/2026/rain.webp'), 'this is not a picture');
    cpSync(siteFolder('one'), out, { recursive: true });
    result = oneAtATime(() => build(content, out));
  }, 200_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends by itself, with exit code 1', () => {
    expect(result.signal).toBeNull();
    expect(result.status).toBe(1);
  });

  it('names the picture', () => {
    expect(result.stderr).toContain('rain.webp');
  });

  it('leaves the last site as it was, and nothing beside it', () => {
    const last = siteFolder('one');
    expect(filesBelow(out)).toEqual(filesBelow(last));
    for (const file of filesBelow(last)) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(last, file))), file).toBe(true);
    }
    expect(existsSync(out)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
  });
});

function build(content: string, out: string) {
  return spawnSync(process.execPath, ['scripts/build.ts', '--content', content, '--out', out, '--now', NOW], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: plainEnvironment(),
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
}
