import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import type { Progress } from '../shared/progress.ts';
import { worldAsEnvironment, type BuildWorld } from './settings.ts';

/** The route whose pages are the stories. */
const STORY_ROUTE = 'src/pages/[...locale]/[articles]/[slug].astro';

/** How much was rendered. */
export interface RenderedPages {
  /** All pages, feeds and maps among them. */
  pages: number;
  /** Stories among them. */
  stories: number;
}

/** Has Astro make every page. */
export async function renderPages(world: BuildWorld, out: string, progress: Progress): Promise<RenderedPages> {
  Object.assign(process.env, worldAsEnvironment(world), { ASTRO_TELEMETRY_DISABLED: '1' });
  const counter: RenderedPages = { pages: 0, stories: 0 };
  progress.stage('Preparing the pages');
  await build({
    outDir: out,
    // Astro's store is kept by project, not by content root: each root gets its own, or one would show the other's.
    cacheDir: resolve('node_modules/.astro', createHash('sha256').update(world.contentRoot).digest('hex').slice(0, 12)),
    logLevel: 'warn',
    integrations: [countPages(counter, progress)],
  });
  progress.end();
  return counter;
}

/** Counts pages as they are made, by standing before Astro's own prerenderer. */
function countPages(counter: RenderedPages, progress: Progress): AstroIntegration {
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
              if (options.routeData.component === STORY_ROUTE) counter.stories += 1;
              progress.update(counter.pages, total);
              return inner.render(request, options);
            },
          };
        });
      },
    },
  };
}
