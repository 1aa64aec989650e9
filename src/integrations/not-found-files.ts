import { renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCALES } from '#src/schemas/locale.ts';
import { localeParam } from '#src/urls.ts';

/**
 * Hosts that look for the nearest `404.html` (Cloudflare Pages, our own preview) find one for each edition: Astro writes
 * the root's under that name, and the others as `404/index.html`.
 */
export function notFoundFiles(): AstroIntegration {
  return {
    name: 'not-found-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const locale of LOCALES.map(localeParam)) {
          if (locale === undefined) continue;
          const folder = fileURLToPath(new URL(`${locale}/404/`, dir));
          renameSync(`${folder}index.html`, fileURLToPath(new URL(`${locale}/404.html`, dir)));
          rmSync(folder, { recursive: true });
        }
      },
    },
  };
}
