import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';

/** In the live preview, search answers from the last build's index. */
export function searchInPreview(): AstroIntegration {
  let indexFolder = '';
  return {
    name: 'search-in-preview',
    hooks: {
      'astro:config:done': ({ config }) => {
        indexFolder = fileURLToPath(new URL('pagefind/', config.outDir));
      },
      'astro:server:setup': ({ server, logger }) => {
        if (!existsSync(indexFolder))
          logger.warn('There is no search index yet: run “npm run build” once to try the search here.');
        server.middlewares.use('/pagefind', sirv(indexFolder, { dev: true }));
      },
    },
  };
}
