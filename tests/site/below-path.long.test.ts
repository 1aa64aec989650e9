import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { astroBuild } from './astro-build.ts';
import { BELOW, BELOW_NEWSROOM, BELOW_SITE } from './below-path-site.ts';
import { built } from './build-sites.ts';
import { readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';

it('plain astro build writes the same site below a path, byte for byte', () => {
  const { out, status, output } = astroBuild(BELOW_NEWSROOM, BELOW);
  expect(status, output).toBe(0);
  expect(differences(readSite(out), readSite(BELOW_SITE))).toEqual([]);
});

it('a site that moves below a path and back is as one that was always there', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'site');
  const root = 'https://paper.example/';
  let turns = 0;
  for (const [origin, always] of [
    [root, join(folder, 'root')],
    [BELOW, BELOW_SITE],
    [root, join(folder, 'root')],
  ] as const) {
    await built({ contentRoot: BELOW_NEWSROOM, out, origin });
    if (always !== BELOW_SITE) await built({ contentRoot: BELOW_NEWSROOM, out: always, origin, isClean: true });
    // Read anew: it was another site before.
    const now = join(folder, `now-${(turns += 1)}`);
    cpSync(out, now, { recursive: true });
    expect(differences(readSite(now), readSite(always))).toEqual([]);
  }
});
