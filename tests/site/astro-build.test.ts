import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { astroBuild } from './astro-build.ts';
import { PROJECT, SITES, siteFolder } from './build-sites.ts';
import { readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';

describe('plain astro build', () => {
  it('writes the same site as npm run build, byte for byte', () => {
    const { out, status, output } = astroBuild(SITES.sample);
    expect(status, output).toBe(0);
    expect(differences(readSite(out), readSite(siteFolder('sample')))).toEqual([]);
  });

  it('ends at a mistake, with its file, line and column', () => {
    const content = join(temporaryFolder(), 'content');
    cpSync(join(PROJECT, SITES.one), content, { recursive: true });
    const file = join(content, 'articles/en/2026/the-first-story.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'titel:'));
    const { status, output } = astroBuild(content);
    expect(output).toContain('articles/en/2026/the-first-story.md:2:1  error  titel');
    expect(output).toContain('2 mistakes to fix; nothing was built');
    expect(status).toBe(1);
  });
});
