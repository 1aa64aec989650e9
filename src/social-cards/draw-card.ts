import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Renderer, type Node } from '@takumi-rs/core';
import sharp from 'sharp';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { cropPicture } from '#src/pictures/make-picture.ts';
import type { Focus } from '#src/schemas/focus.ts';
import { CARD_PICTURES, cardNode, FONT, headlineBox, headlineNode, PICTURE_BOX } from './card-layout.ts';
import { CARD_SIZE, type SocialCard } from './social-card.ts';

/** Letters stay clean without chroma subsampling. The first quality that is small enough counts. */
const JPEG = { chromaSubsampling: '4:4:4' } as const;
const QUALITIES = [82, 70, 58, 44, 30];
/** In bytes: messengers load previews of more slowly, or not at all. */
const LARGEST = 100_000;

/** The only fonts that cards are drawn with, whatever the machine has. */
const FONT_FILES = ['latin', 'latin-ext'].flatMap((letters) =>
  [400, 700].map((weight) => ({
    weight,
    file: `@fontsource/faustina/files/faustina-${letters}-${weight}-normal.woff2`,
  })),
);

const { resolve } = createRequire(import.meta.url);

let shared: Promise<Renderer> | undefined;

async function makeRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const { weight, file } of FONT_FILES) {
    const data = readFileSync(resolve(file));
    await renderer.registerFont({ name: FONT, data, weight, style: 'normal' });
  }
  return renderer;
}

/**
 * Draws a card: the same bytes on every machine.
 * @param original the file of its picture, if it has one
 */
export async function drawCard(card: SocialCard, original?: Buffer): Promise<Buffer> {
  const renderer = await (shared ??= makeRenderer());
  const options = { ...CARD_SIZE, lang: LANGUAGE_TAGS[card.locale] };
  const node = cardNode(card, await fittingHeadline(renderer, card));
  const draw = (format: 'png' | 'raw') => renderer.render(node, { ...options, images: CARD_PICTURES, format });
  return original ? withPicture(await draw('raw'), original, card.picture?.focus) : draw('png');
}

/** @param drawn the card's pixels, RGBA */
async function withPicture(drawn: Buffer, original: Buffer, focus: Focus | undefined): Promise<Buffer> {
  const cropped = await cropPicture(original, { ...PICTURE_BOX, focus });
  const { data: input, info } = await cropped.flatten().raw().toBuffer({ resolveWithObject: true });
  const { data, info: whole } = await sharp(drawn, { raw: { ...CARD_SIZE, channels: 4 } })
    .removeAlpha()
    .composite([{ input, raw: info, left: CARD_SIZE.width - PICTURE_BOX.width, top: 0 }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  let made = data;
  for (const quality of QUALITIES) {
    made = await sharp(data, { raw: whole })
      .jpeg({ ...JPEG, quality })
      .toBuffer();
    if (made.length <= LARGEST) break;
  }
  return made;
}

/** The headline in the largest size in which it fits without breaking a word; if there is none, cut in the smallest. */
async function fittingHeadline(renderer: Renderer, card: SocialCard): Promise<Node> {
  const box = headlineBox(card);
  for (const size of box.sizes) {
    const node = headlineNode(box, size);
    const { height, runs } = await renderer.measure(node, CARD_SIZE);
    if (height <= box.height && runs.every(({ width }) => width <= box.width)) return node;
  }
  return headlineNode(box, box.sizes.at(-1) ?? 0, true);
}
