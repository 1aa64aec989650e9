import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import { changedArticle } from '#src/newsroom/assemble.ts';
import type { Article, Newsroom, PictureFile, PictureSource } from '#src/newsroom/newsroom.ts';
import { showValue, type Problem } from '#src/schemas/problem.ts';
import { picturePathIn } from './picture-path.ts';
import { located } from './read-newsroom.ts';

/** A newsroom whose stories' pictures are files with a size, and what is wrong with pictures. */
export interface PictureReading {
  newsroom: Newsroom;
  problems: Problem[];
}

/**
 * Reads the size and the digest of every picture that a story shows.
 * @param contentRoot the folder in which the paths of pictures are
 * @returns the newsroom with each picture's path replaced; a story with a file that is no picture, or none that may be shown,
 *   keeps it as written, and is told of as a problem
 */
export async function readPictures(contentRoot: string, newsroom: Newsroom): Promise<PictureReading> {
  const known = new Map<string, Promise<PictureFile | Refusal>>();
  const pictureAt = (file: string) => {
    const reading = known.get(file) ?? readPicture(contentRoot, file);
    known.set(file, reading);
    return reading;
  };
  const problems: Problem[] = [];
  const read = async (article: Article, source: PictureSource, path: readonly string[]): Promise<PictureSource> => {
    if (typeof source !== 'string') return source;
    const picture = await pictureAt(picturePathIn(article.file, source));
    if (!('reason' in picture)) return picture;
    const problem = {
      severity: 'error' as const,
      file: article.file,
      field: path.join('.'),
      value: showValue(source),
      ...picture,
    };
    problems.push(path.length > 1 ? located(contentRoot, { ...problem, path }) : problem);
    return source;
  };
  const articles: Article[] = [];
  for (const article of newsroom.articles) {
    const { picture, bodyPictures } = article;
    if (!picture && bodyPictures.length === 0) {
      articles.push(article);
      continue;
    }
    const shown: Article['bodyPictures'][number][] = [];
    for (const { path, image } of bodyPictures) shown.push({ path, image: await read(article, image, ['body']) });
    const lead = picture && { ...picture, src: await read(article, picture.src, ['picture', 'src']) };
    const pictures = { ...(lead && { picture: lead }), bodyPictures: shown };
    articles.push(changedArticle(article, pictures, pictures));
  }
  return { newsroom: { ...newsroom, articles }, problems };
}

/** Why a file is not shown, and what to do. */
type Refusal = Pick<Problem, 'reason' | 'remedy'>;

/** Formats of pixels and nothing else. An SVG may hold scripts and addresses, whatever its file’s name says. */
const SHOWN_FORMATS = new Set(['jpeg', 'png', 'webp', 'avif']);

async function readPicture(contentRoot: string, file: string): Promise<PictureFile | Refusal> {
  try {
    const path = join(contentRoot, file);
    // A file of the machine that builds must not be published because a link in a newsroom leads to it.
    if (!(await realpath(path)).startsWith((await realpath(contentRoot)) + sep)) {
      return { reason: 'leads out of the newsroom by a symbolic link', remedy: 'put the picture itself in its place' };
    }
    const data = await readFile(path);
    const { autoOrient, format: container, compression } = await sharp(data).metadata();
    const format = container === 'heif' && compression === 'av1' ? 'avif' : container;
    if (SHOWN_FORMATS.has(format)) return { file, digest: digestOfPicture(data), ...autoOrient };
    return {
      reason: `is a ${format} file by its content, whatever its name says`,
      remedy: 'open it in a picture editor and export it as jpg, png, webp or avif',
    };
  } catch {
    return {
      reason: 'names a file that cannot be read as a picture',
      remedy: 'save it again as jpg, png, webp or avif',
    };
  }
}

/** {@link PictureFile.digest} of a file's bytes. */
export function digestOfPicture(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}
