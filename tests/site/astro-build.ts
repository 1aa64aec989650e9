import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { SETTING_NAMES } from '#src/build-settings.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { NOW, OUTPUT, PROJECT } from './build-sites.ts';

/** Runs plain `astro build` in a test, as any Astro developer would. @param site its address, if not the configured one */
export function astroBuild(content: string, site?: string) {
  // Astro moves files from the project to the site, and so wants both on one disk.
  mkdirSync(OUTPUT, { recursive: true });
  const out = mkdtempSync(join(OUTPUT, 'astro-build-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const environment = {
    [SETTING_NAMES.contentRoot]: content,
    [SETTING_NAMES.now]: NOW,
    ...(site !== undefined && { [SETTING_NAMES.origin]: site }),
  };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--outDir', out],
    { cwd: PROJECT, encoding: 'utf8', env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ...environment } },
  );
  return { out, status, output: `${stdout}${stderr}` };
}
