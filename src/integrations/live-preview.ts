import { subscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { buildSettings } from '#src/build-settings.ts';
import { makeEditions, type DatedEditions } from '#src/newsroom/edition.ts';
import { pictureAt } from '#src/publish/render/make-pictures.ts';
import { LOADED_CHANNEL, type LoadedNewsroom } from '#src/reading/load-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { parseSite } from '#src/site.ts';
import { parsePictureUrl, parseSocialCardUrl } from '#src/picture-urls.ts';
import { SEARCH_FOLDER } from '#src/urls.ts';
import { PROBLEMS_EVENT, PROBLEMS_PATH, type ShownProblem } from './preview-problems.ts';

/**
 * What `astro dev` needs besides Astro: pictures and cards for other sites, made when they are looked at; search, from the last
 * build's index; and on every page what is wrong with the newsroom, as a build would report it.
 */
export function livePreview(): AstroIntegration {
  let loaded: LoadedNewsroom | undefined;
  const problems = (): ShownProblem[] =>
    (loaded?.problems ?? []).map((problem) => ({ severity: problem.severity, text: formatProblem(problem) }));

  // Cards alone need editions, and a large archive takes a while to become some.
  let editions: DatedEditions['editions'] | undefined;

  const answerPicture = async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const address = new URL(request.url ?? '/', 'http://preview').pathname;
    const wanted = parsePictureUrl(address) ?? parseSocialCardUrl(address);
    if (!wanted || !loaded) return next();
    const { newsroom } = loaded;
    const { contentRoot, cacheFolder, now = new Date(), origin } = buildSettings(process.env);
    const picture = await pictureAt(address, {
      ...{ newsroom, contentRoot, cacheFolder },
      get editions() {
        return (editions ??= makeEditions(newsroom, parseSite(origin), now));
      },
    });
    response.setHeader('Content-Type', `image/${wanted.format}`);
    response.end(picture);
  };

  let indexFolder = '';
  return {
    name: 'live-preview',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        // Feeds and host files come from routes whose names have no extension: Astro would look for “/rss.xml/” alone.
        updateConfig({ trailingSlash: 'ignore' });
        const script = fileURLToPath(new URL('preview-problems.client.ts', import.meta.url));
        injectScript('page', `import ${JSON.stringify(script)};`);
      },
      'astro:config:done': ({ config }) => {
        indexFolder = fileURLToPath(new URL(`${SEARCH_FOLDER}/`, config.outDir));
      },
      'astro:server:setup': ({ server, logger }) => {
        subscribe(LOADED_CHANNEL, (message) => {
          loaded = message as LoadedNewsroom;
          editions = undefined;
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
