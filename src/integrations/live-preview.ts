import { subscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { buildSettings } from '#src/build-settings.ts';
import { makePicture } from '#src/pictures/make-picture.ts';
import { originalsByDigest } from '#src/publish/render/make-pictures.ts';
import { LOADED_CHANNEL, type LoadedNewsroom } from '#src/reading/load-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { parsePictureUrl } from '#src/picture-urls.ts';
import { SEARCH_FOLDER } from '#src/urls.ts';
import { PROBLEMS_EVENT, PROBLEMS_PATH, type ShownProblem } from './preview-problems.ts';

/**
 * What `astro dev` needs besides Astro: pictures, made when they are looked at; search, from the last build's index; and
 * on every page what is wrong with the newsroom, as a build would report it.
 */
export function livePreview(): AstroIntegration {
  let loaded: LoadedNewsroom | undefined;
  const problems = (): ShownProblem[] =>
    (loaded?.problems ?? []).map((problem) => ({ severity: problem.severity, text: formatProblem(problem) }));

  const answerPicture = async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const wanted = parsePictureUrl(new URL(request.url ?? '/', 'http://preview').pathname);
    const file = wanted && loaded && originalsByDigest(loaded.newsroom).get(wanted.digest);
    if (!wanted || !file) return next();
    const picture = await makePicture(join(buildSettings(process.env).contentRoot, file), wanted);
    response.setHeader('Content-Type', `image/${wanted.format}`);
    response.end(picture);
  };

  let indexFolder = '';
  return {
    name: 'live-preview',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command !== 'dev') return;
        const script = fileURLToPath(new URL('preview-problems.client.ts', import.meta.url));
        injectScript('page', `import ${JSON.stringify(script)};`);
      },
      'astro:config:done': ({ config }) => {
        indexFolder = fileURLToPath(new URL(`${SEARCH_FOLDER}/`, config.outDir));
      },
      'astro:server:setup': ({ server, logger }) => {
        subscribe(LOADED_CHANNEL, (message) => {
          loaded = message as LoadedNewsroom;
          server.ws.send({ type: 'custom', event: PROBLEMS_EVENT, data: problems() });
        });
        server.middlewares.use(PROBLEMS_PATH, (_request, response) => {
          response.setHeader('Content-Type', 'application/json');
          response.end(JSON.stringify(problems()));
        });
        server.middlewares.use((request, response, next) => void answerPicture(request, response, next).catch(next));
        if (!existsSync(indexFolder))
          logger.warn('There is no search index yet: run “npm run build” once to try the search here.');
        server.middlewares.use(`/${SEARCH_FOLDER}`, sirv(indexFolder, { dev: true }));
      },
    },
  };
}
