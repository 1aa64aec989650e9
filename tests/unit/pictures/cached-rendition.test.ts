import { mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePicture } from '#src/pictures/make-picture.ts';
import { renditionBytes, renditionLengths } from '#src/pictures/cached-rendition.ts';
import { removeUnusedPictures } from '#src/pictures/picture-cache.ts';
import { digestOfPicture } from '#src/reading/picture-digest.ts';
import { pictureUrl } from '#src/picture-urls.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const SIZE = { width: 20, height: 10, format: 'jpeg' } as const;
const original = 'pictures/reef.png';
const picture = (background: string) =>
  sharp({ create: { width: 80, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

/** A newsroom with a picture, and a cache. */
async function newsroom(background = 'red') {
  const folder = temporaryFolder();
  const source = { contentRoot: join(folder, 'content'), cacheFolder: join(folder, 'cache') };
  const data = await picture(background);
  const file = join(source.contentRoot, original);
  mkdirSync(join(source.contentRoot, 'pictures'), { recursive: true });
  writeFileSync(file, data);
  const rendition = { address: pictureUrl({ file: original, digest: digestOfPicture(data) }, SIZE), original };
  const cached = () =>
    readdirSync(join(source.cacheFolder, 'pictures')).map((name) => join(source.cacheFolder, 'pictures', name));
  return { source, rendition, file, cached, made: await makePicture(data, SIZE) };
}

describe('a rendition', () => {
  it('is made once, and then taken from the cache without its original', async () => {
    const { source, rendition, file, cached, made } = await newsroom();
    expect(await renditionBytes(rendition, source)).toEqual(made);
    writeFileSync(file, 'gone');
    expect(await renditionBytes(rendition, source)).toEqual(made);
    expect(cached()).toHaveLength(1);
  });

  it('is made again by a clean build, and once', async () => {
    const { source, rendition, file, cached, made } = await newsroom();
    await renditionBytes(rendition, source);
    for (const name of cached()) utimesSync(name, new Date(), new Date('2026-01-01'));
    const clean = { ...source, cachedSince: Date.parse('2026-01-02') };
    expect(await renditionBytes(rendition, clean)).toEqual(made);
    writeFileSync(file, 'gone');
    expect(await renditionBytes(rendition, clean)).toEqual(made);
  });

  it('is made again if its cached file is damaged', async () => {
    const { source, rendition, cached, made } = await newsroom();
    await renditionBytes(rendition, source);
    for (const name of cached()) truncateSync(name, readFileSync(name).length - 1);
    expect(await renditionBytes(rendition, source)).toEqual(made);
  });

  it('is not made of another picture than the one in its address, or of what is none', async () => {
    const { source, rendition, file } = await newsroom();
    writeFileSync(file, await picture('blue'));
    await expect(renditionBytes(rendition, source)).rejects.toThrow(`${original} was changed while the site was built`);
    const text = Buffer.from('no picture');
    writeFileSync(file, text);
    const address = pictureUrl({ file: original, digest: digestOfPicture(text) }, SIZE);
    await expect(renditionBytes({ address, original }, source)).rejects.toThrow(
      `${original} cannot be made into a picture for readers; save it again`,
    );
  });

  it('has the length of its bytes, known before any build has published it', async () => {
    const { source, rendition, made } = await newsroom();
    const other = await newsroom('blue');
    expect(await renditionLengths([], source)).toEqual([]);
    expect(await renditionLengths([rendition, rendition], source)).toEqual([made.length, made.length]);
    expect(await renditionLengths([other.rendition], other.source)).toEqual([other.made.length]);
  });

  it('stays in the cache while it is used', async () => {
    const { source, rendition, cached } = await newsroom();
    await renditionBytes(rendition, source);
    const old = new Date('2020-01-01');
    for (const name of cached()) utimesSync(name, old, old);
    await renditionBytes(rendition, source);
    removeUnusedPictures(source);
    expect(cached()).toHaveLength(1);
    for (const name of cached()) utimesSync(name, old, old);
    removeUnusedPictures(source);
    expect(cached()).toEqual([]);
  });
});
