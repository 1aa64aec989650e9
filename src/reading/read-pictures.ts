import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import sharp from 'sharp';
import { changedText } from '#src/newsroom/assemble.ts';
import type { Article, Event, Newsroom, PictureFile, PictureSource } from '#src/newsroom/newsroom.ts';
import type { ContentProblem, PictureFault } from '#src/rules/rule.ts';
import { checkPicture, refusedPicture } from '#src/rules/run-rules.ts';
import { showValue } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';
import { contentPath, type ContentSource } from './content-path.ts';
import { framesIn } from './frames-in.ts';
import { digestOfPicture } from './picture-digest.ts';
import { hasItsEnd } from './picture-end.ts';
import { picturePathIn } from './picture-path.ts';
import { placedIn } from './place-problem.ts';

/** A text that may show pictures. */
type Illustrated = Article | Event;

/** A newsroom whose articles' pictures are files with a size, and what is wrong with pictures. */
export interface PictureReading {
  newsroom: Newsroom;
  problems: ContentProblem[];
}

/**
 * Reads the size and the digest of every picture that an article shows.
 * @param known what earlier calls read of pictures' files, by path; what is read is added
 * @returns the newsroom with each picture's path replaced; an article with a file that cannot be shown keeps the path, and
 *   is reported as a problem
 */
export async function readPictures(
  source: ContentSource,
  newsroom: Newsroom,
  known: KnownPictures = new Map(),
): Promise<PictureReading> {
  const problems: ContentProblem[] = [];
  const pictureAt = (file: string) => {
    const reading = known.get(file) ?? readPicture(source, file, (found) => problems.push(...found));
    known.set(file, reading);
    return reading;
  };
  const read = async (text: Illustrated, written: PictureSource, path: readonly string[]): Promise<PictureSource> => {
    // A wrong path, or one without a file, was reported when the text was read.
    if (typeof written !== 'string' || !PICTURE_PATH_PATTERN.test(written)) return written;
    const picture = await pictureAt(picturePathIn(text.file, written));
    if (!('fault' in picture)) return picture;
    if (picture.fault === 'missing') return written;
    const place = path.length > 1 ? { path } : { field: path.join('.'), shownPath: written };
    const found = { file: text.file, value: showValue(written), ...place };
    problems.push(placedIn(source.contentRoot, refusedPicture(found, picture.fault, picture.detail)));
    return written;
  };
  const withPictures = async <Text extends Illustrated>(texts: readonly Text[]): Promise<Text[]> => {
    const all: Text[] = [];
    for (const text of texts) {
      const { picture, bodyPictures } = text;
      if (!picture && bodyPictures.length === 0) {
        all.push(text);
        continue;
      }
      const shown: Illustrated['bodyPictures'][number][] = [];
      for (const { path, image } of bodyPictures) shown.push({ path, image: await read(text, image, ['body']) });
      const lead = picture && { ...picture, src: await read(text, picture.src, ['picture', 'src']) };
      const pictures: Partial<Illustrated> = { ...(lead && { picture: lead }), bodyPictures: shown };
      all.push(changedText(text, pictures, pictures as Partial<Text>));
    }
    return all;
  };
  const articles = await withPictures(newsroom.articles);
  const events = await withPictures(newsroom.events);
  return { newsroom: { ...newsroom, articles, events }, problems };
}

/** What is known of pictures' files, by their path within the content root. */
export type KnownPictures = Map<string, Promise<PictureFile | Refusal>>;

/** Why a file is not shown. */
interface Refusal {
  fault: PictureFault | 'missing';
  /** The format that it has, or the operating system’s code. */
  detail?: string;
}

/** Formats that hold only pixels. An SVG, whatever its file’s name, may contain scripts and addresses. */
const SHOWN_FORMATS = new Set(['jpeg', 'png', 'webp', 'avif']);

/** Reads a picture's size and digest. @param onProblems receives what is wrong with it, though it can be shown */
export async function readPicture(
  source: ContentSource,
  file: string,
  onProblems: (found: readonly ContentProblem[]) => void = () => undefined,
): Promise<PictureFile | Refusal> {
  try {
    const path = contentPath(source, file);
    const folder = path.slice(0, -file.length);
    // A link in a newsroom must not publish a file of the machine that builds.
    if (!(await realpath(path)).startsWith((await realpath(folder)) + sep)) return { fault: 'elsewhere' };
    const data = await readFile(path);
    const { autoOrient, format: container, compression, pages } = await sharp(data).metadata();
    const format = container === 'heif' && compression === 'av1' ? 'avif' : container;
    if (!SHOWN_FORMATS.has(format)) return { fault: 'format', detail: format };
    if (!hasItsEnd(data, format)) return { fault: 'unreadable' };
    const frames = Math.max(pages ?? 1, framesIn(data, format));
    onProblems(checkPicture({ file, size: data.length, format, frames, ...autoOrient }));
    return { file, digest: digestOfPicture(data), ...autoOrient };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') return { fault: 'denied', detail: code };
    return { fault: code === 'ENOENT' ? 'missing' : 'unreadable' };
  }
}
