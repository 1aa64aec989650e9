import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { changedArticle } from '#src/newsroom/assemble.ts';
import type { Article, Newsroom, PictureFile, PictureSource } from '#src/newsroom/newsroom.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { checkPicture, unreadablePicture } from '#src/rules/run-rules.ts';
import { showValue } from '#src/schemas/problem.ts';
import { picturePathIn } from './picture-path.ts';
import { placedIn } from './place-problem.ts';

/** A newsroom whose stories' pictures are files with a size, and what is wrong with pictures. */
export interface PictureReading {
  newsroom: Newsroom;
  problems: ContentProblem[];
}

/**
 * Reads the size and the digest of every picture that a story shows.
 * @param contentRoot the folder in which the paths of pictures are
 * @returns the newsroom with each picture's path replaced; a story with a file that is no picture keeps it as written, and
 *   is told of as a problem
 */
export async function readPictures(contentRoot: string, newsroom: Newsroom): Promise<PictureReading> {
  const known = new Map<string, Promise<PictureFile | undefined>>();
  const problems: ContentProblem[] = [];
  const pictureAt = (file: string) => {
    const reading = known.get(file) ?? readPicture(contentRoot, file, (found) => problems.push(...found));
    known.set(file, reading);
    return reading;
  };
  const read = async (article: Article, source: PictureSource, path: readonly string[]): Promise<PictureSource> => {
    if (typeof source !== 'string') return source;
    const picture = await pictureAt(picturePathIn(article.file, source));
    if (picture) return picture;
    const place = path.length > 1 ? { path } : { field: path.join('.') };
    const problem = unreadablePicture({ file: article.file, value: showValue(source), ...place });
    problems.push(placedIn(contentRoot, problem));
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

async function readPicture(
  contentRoot: string,
  file: string,
  onProblems: (found: readonly ContentProblem[]) => void,
): Promise<PictureFile | undefined> {
  try {
    const data = await readFile(join(contentRoot, file));
    const { autoOrient, format } = await sharp(data).metadata();
    onProblems(checkPicture({ file, size: data.length, format, ...autoOrient }));
    return { file, digest: digestOfPicture(data), ...autoOrient };
  } catch {
    return undefined;
  }
}

/** {@link PictureFile.digest} of a file's bytes. */
export function digestOfPicture(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}
