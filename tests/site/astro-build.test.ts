import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '#src/build-settings.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { NOW, OUTPUT, PROJECT, SITES, siteFolder } from './build-sites.ts';
import { readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';

/** Runs plain `astro build`, as any Astro developer would. */
function astroBuild(content: string) {
  // Astro moves files from the project to the site, and so wants both on one disk.
  const out = join(OUTPUT, 'astro-build');
  rmSync(out, { recursive: true, force: true });
  const environment = { [SETTING_NAMES.contentRoot]: content, [SETTING_NAMES.now]: NOW };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--outDir', out],
    { cwd: PROJECT, encoding: 'utf8', env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ...environment } },
  );
  return { out, status, output: `${stdout}${stderr}` };
}

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
