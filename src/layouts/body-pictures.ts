import { getImage } from 'astro:assets';
import type { BodyPicture } from '#src/markdown/picture-figures.ts';
import type { Article } from '#src/newsroom/newsroom.ts';

const WIDTHS = [480, 800, 1200];

/** Makes a body's pictures ready to show, by the path written in the body. */
export async function bodyPictures(pictures: Article['bodyPictures']): Promise<Map<string, BodyPicture>> {
  const ready = new Map<string, BodyPicture>();
  for (const { path, image } of pictures) {
    if (typeof image === 'string')
      throw new Error(`${path}: the picture has not been read by the site's image pipeline`);
    const width = Math.min(image.width, WIDTHS.at(-1) ?? image.width);
    const widths = WIDTHS.filter((candidate) => candidate <= image.width);
    const made = await getImage({ src: image, width, widths, quality: 60 });
    const height = Math.round((width * image.height) / image.width);
    ready.set(path, { src: made.src, srcset: made.srcSet.attribute || undefined, width, height });
  }
  return ready;
}
