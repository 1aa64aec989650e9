import { shortDigest } from '#src/keys/digest.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { cardAt } from '#src/page-data/social-pictures.ts';
import { AT_ONCE, readOriginal, renditionBytes, unusable, type PictureSource } from '#src/pictures/cached-rendition.ts';
import { cachedPicture, pictureKey, removeUnusedPictures } from '#src/pictures/picture-cache.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { cardUrl } from '#src/social-cards/social-card.ts';
import { parsePictureUrl, parseSocialCardUrl, type CardAddress } from '#src/picture-urls.ts';
import type { Progress } from '../progress.ts';
import type { GroupUpdate } from '../reuse/group-update.ts';
import type { SiteUpdate } from '../reuse/site-update.ts';

/** The newsroom whose pictures and cards are made, its files, and their cache. */
export interface PictureSources extends PictureSource {
  newsroom: Newsroom;
  /** The same, as editions. */
  editions: Readonly<Record<Locale, Edition>>;
}

/**
 * Writes the pictures that the pages of a site show, in the sizes they show, and the cards they name for other sites: from the
 * last site, from the cache, or made from the originals. No other picture reaches readers: neither originals, nor those of
 * withheld articles.
 */
export async function writePictures(sources: PictureSources, update: SiteUpdate, progress: Progress): Promise<void> {
  const missing = new Map<string, { group: GroupUpdate; key: string }>();
  for (const [name, shown] of Map.groupBy([...update.pictures()].sort(), groupOf)) {
    const groupKey = shortDigest(shown.map(pictureKey).join('\n'));
    if (update.reuseGroup(name, groupKey)) continue;
    const group = update.open(name, groupKey);
    for (const address of shown) {
      const key = pictureKey(address);
      if (group.reuse(pathOf(address), key)) missing.set(address, { group, key });
    }
  }
  if (missing.size === 0) return;
  progress.stage('Making pictures');
  let done = 0;
  await makePictures([...missing.keys()], sources, async (address, bytes) => {
    const { group, key } = missing.get(address) ?? {};
    group?.write(pathOf(address), key ?? '', bytes);
    await update.room();
    done += 1;
    progress.update(done, missing.size);
  });
  progress.end();
}

/** Cards in groups by their digest: there may be one for each of many articles, and an edit changes one. */
function groupOf(address: string): string {
  const card = parseSocialCardUrl(address);
  return card ? `social cards ${card.digest.charAt(0)}` : 'pictures';
}

/**
 * Makes the pictures and cards at some addresses, or takes them from the cache.
 * @param addresses as pages name them
 * @param onPicture receives each picture
 * @throws Error if nothing has such a picture, or if its file was changed meanwhile
 */
export async function makePictures(
  addresses: readonly string[],
  sources: PictureSources,
  onPicture: (address: string, bytes: Buffer) => Promise<void> | void,
): Promise<void> {
  const originals = originalsByDigest(sources.newsroom);
  const queue = addresses.values();
  const work = async () => {
    for (const address of queue) await onPicture(address, await pictureAt(address, sources, originals));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  removeUnusedPictures(sources);
}

/**
 * The bytes of one picture or card, from the cache if it was made before.
 * @throws Error as {@link makePictures} does
 */
export async function pictureAt(
  address: string,
  sources: PictureSources,
  originals = originalsByDigest(sources.newsroom),
): Promise<Buffer> {
  const card = parseSocialCardUrl(address);
  if (card) return cardBytes(address, card, originals, sources);
  const original = originals.get(parsePictureUrl(address)?.digest ?? '');
  if (original === undefined) throw new Error(`A page shows ${address}, but no article or event has such a picture.`);
  return renditionBytes({ address, original }, sources);
}

function cardBytes(
  address: string,
  wanted: CardAddress,
  originals: Originals,
  sources: PictureSources,
): Promise<Buffer> {
  return cachedPicture(address, sources, async () => {
    const card = cardAt(sources.editions[wanted.locale], wanted);
    if (!card || cardUrl(card) !== address)
      throw new Error(`A page names the card ${address}, but what it is about has another.`);
    const digest = card.picture?.digest ?? '';
    const original = originals.get(digest);
    const data = original === undefined ? undefined : await readOriginal(sources, original, digest);
    const { drawCard } = await import('#src/social-cards/draw-card.ts');
    return await drawCard(card, data).catch((cause: unknown) => unusable(original ?? address, cause));
  });
}

function pathOf(address: string): string {
  return address.slice(1);
}

type Originals = ReadonlyMap<string, string>;

/** The file of every picture that an article or an event shows, by the digest in the picture's address. */
export function originalsByDigest({ articles, events }: Pick<Newsroom, 'articles' | 'events'>): Originals {
  const originals = new Map<string, string>();
  for (const { picture, bodyPictures } of [...articles, ...events]) {
    for (const source of [picture?.src, ...bodyPictures.map(({ image }) => image)]) {
      if (source && typeof source !== 'string') originals.set(source.digest, source.file);
    }
  }
  return originals;
}
