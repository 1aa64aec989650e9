import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { makePicture } from '#src/pictures/make-picture.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import { parsePictureUrl } from '#src/urls.ts';

/** In the live preview, pictures are made in the moment they are looked at; a build makes them beforehand. */
export function picturesInPreview(contentRoot: string): AstroIntegration {
  const files = new Map<string, string>();
  const fileOf = async (digest: string) => {
    if (!files.has(digest)) {
      // A picture has come or was swapped: which file it is, only its contents tell.
      for (const name of listFiles(contentRoot).filter((path) => PICTURE_PATH_PATTERN.test(`./${path}`))) {
        const data = await readFile(join(contentRoot, name));
        files.set(createHash('sha256').update(data).digest('hex').slice(0, 16), join(contentRoot, name));
      }
    }
    return files.get(digest);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const wanted = parsePictureUrl(new URL(request.url ?? '/', 'http://preview').pathname);
    const file = wanted && (await fileOf(wanted.digest));
    if (!wanted || !file) return next();
    const picture = await makePicture(file, wanted);
    response.setHeader('Content-Type', `image/${wanted.format}`);
    response.end(picture);
  };
  return {
    name: 'pictures-in-preview',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => void answer(request, response, next).catch(next));
      },
    },
  };
}
