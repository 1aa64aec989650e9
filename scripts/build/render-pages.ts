import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import type { Progress } from '../shared/progress.ts';
import { worldAsEnvironment, type BuildWorld } from './settings.ts';

/**
 * Has Astro make every page.
 * @returns how many pages were made
 */
export async function renderPages(world: BuildWorld, out: string, progress: Progress): Promise<number> {
  Object.assign(process.env, worldAsEnvironment(world), { ASTRO_TELEMETRY_DISABLED: '1' });
  const counter = { pages: 0 };
  progress.stage('Preparing the pages');
  await build({
    outDir: out,
    // Astro's store is kept by project, not by content root: each root gets its own, or one would show the other's.
    cacheDir: resolve('node_modules/.astro', createHash('sha256').update(world.contentRoot).digest('hex').slice(0, 12)),
    logLevel: 'warn',
    integrations: [countPages(counter, progress)],
  });
  progress.end();
  return counter.pages;
}

/** Counts pages as they are made, by standing before Astro's own prerenderer. */
function countPages(counter: { pages: number }, progress: Progress): AstroIntegration {
  return {
    name: 'count-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((inner) => {
          let total: number | undefined;
          return {
            ...inner,
            async getStaticPaths() {
              const paths = await inner.getStaticPaths();
              total = paths.length;
              progress.stage('Rendering pages');
              return paths;
            },
            async render(request, options) {
              counter.pages += 1;
              progress.update(counter.pages, total);
              return inner.render(request, options);
            },
          };
        });
      },
    },
  };
}
