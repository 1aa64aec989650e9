import { bucketOf, encodeGrams, gramSpread, isSameScale, type GramSpread } from './gram-format.ts';
import { listGrams } from './grams.ts';
import type { IndexWords } from './index-words.ts';

/** The texts of an index's articles, as numbers of words. */
export interface IndexTexts {
  /** The {@link wordNumbers} of the words as they follow each other, with a 0 after each text. */
  texts: Uint16Array;
  /** Where each article's texts begin, and where the last one's end. */
  textStarts: Uint32Array;
}

/**
 * Makes the files of grams.
 * @param isKnown whether a file of the last index is there: if it would be made the same again, it is not made
 * @returns each file, or the name of that of the last index
 */
export function gramFiles(words: IndexWords, isKnown: (name: string) => boolean): (Uint8Array | string)[] {
  const { texts, textStarts } = words;
  const spread = gramSpread(texts.length);
  const { files } = spread;
  const size = { buckets: spread.buckets / files, articles: words.articles.length };
  const names = reusableFiles(words, spread).map((name) => (name !== undefined && isKnown(name) ? name : undefined));
  const isMade = Uint8Array.from(names, (name) => (name === undefined ? 1 : 0));
  const read = new Uint32Array(2 * longest(textStarts));
  /** Where the rows of each file begin. */
  const starts = new Uint32Array(files + 1);
  for (let article = 0; article + 1 < textStarts.length; article += 1) {
    const many = listGrams(texts, textStarts[article] ?? 0, textStarts[article + 1] ?? 0, read);
    for (let at = 0; at < many; at += 1) {
      const file = Math.floor(bucketOf(read[at] ?? 0, spread) / size.buckets);
      if (isMade[file]) starts[file + 1] = (starts[file + 1] ?? 0) + 1;
    }
  }
  for (let file = 0; file < files; file += 1) starts[file + 1] = (starts[file + 1] ?? 0) + (starts[file] ?? 0);
  const heads = starts.slice();
  const [buckets, articles] = [new Uint16Array(starts[files] ?? 0), new Uint32Array(starts[files] ?? 0)];
  for (let article = 0; article + 1 < textStarts.length; article += 1) {
    const many = listGrams(texts, textStarts[article] ?? 0, textStarts[article + 1] ?? 0, read);
    for (let at = 0; at < many; at += 1) {
      const bucket = bucketOf(read[at] ?? 0, spread);
      const file = Math.floor(bucket / size.buckets);
      if (!isMade[file]) continue;
      const row = heads[file] ?? 0;
      heads[file] = row + 1;
      buckets[row] = bucket % size.buckets;
      articles[row] = article;
    }
  }
  return names.map((name, file) => {
    const [start, end] = [starts[file], starts[file + 1]];
    return (
      name ?? encodeGrams({ buckets: buckets.subarray(start, end), articles: articles.subarray(start, end) }, size)
    );
  });
}

/** How many words the longest texts of an article have. */
function longest(textStarts: Uint32Array): number {
  return textStarts.reduce((most, start, at) => Math.max(most, start - (textStarts[at - 1] ?? 0)), 0);
}

/** The names of the last index's files whose grams have the same articles. */
function reusableFiles({ since, ...now }: IndexWords, spread: GramSpread): (string | undefined)[] {
  const names: (string | undefined)[] = [...(since?.grams ?? [])];
  const { files, buckets } = spread;
  const isAlike =
    since &&
    names.length === files &&
    gramSpread(since.texts.texts.length).buckets === buckets &&
    isSameScale(now.articles.length, since.articles);
  if (!isAlike) return Array.from({ length: files }, () => undefined);
  let left = files;
  const articles = Math.max(now.articles.length, since.articles);
  for (let article = 0; article < articles && left > 0; article += 1) {
    if (isSameText(now, since.texts, article)) continue;
    const [own, last] = [gramsOf(now, article), gramsOf(since.texts, article)];
    for (const number of [...own, ...last]) {
      if (own.has(number) && last.has(number)) continue;
      const file = Math.floor((bucketOf(number, spread) / buckets) * files);
      if (names[file] !== undefined) left -= 1;
      names[file] = undefined;
    }
  }
  return names;
}

function gramsOf({ texts, textStarts }: IndexTexts, article: number): Set<number> {
  const [start = 0, end = 0] = [textStarts[article], textStarts[article + 1]];
  const grams = new Uint32Array(2 * Math.max(0, end - start));
  return new Set(grams.subarray(0, listGrams(texts, start, end, grams)));
}

function isSameText(a: IndexTexts, b: IndexTexts, article: number): boolean {
  const [start = 0, end = 0] = [a.textStarts[article], a.textStarts[article + 1]];
  const [otherStart = 0, otherEnd = 0] = [b.textStarts[article], b.textStarts[article + 1]];
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = 0; start + at < end; at += 1) if (a.texts[start + at] !== b.texts[otherStart + at]) return false;
  return true;
}
