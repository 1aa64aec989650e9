/**
 * The files of grams: which articles have which two or three words one after the other. Grams are kept by their numbers alone:
 * those with the same first bits share a bucket, and each bucket has the articles of its grams.
 *
 * A file holds the number of articles of each of its buckets, and then the gaps between the articles' numbers, all in bits: counts
 * as gamma codes (Elias, “Universal codeword sets”, 1975), gaps as Rice codes (Rice and Plaunt, “Adaptive variable-length
 * coding”, 1971). Gzip cannot make them smaller.
 */

/** How the grams of an index are spread: both are powers of two, so that they seldom change. */
export interface GramSpread {
  files: number;
  /** Of all files. */
  buckets: number;
}

/** About how many words of text the grams of one file come from; and how many files are too many for the list of them. */
const WORDS_A_FILE = 4_096;
const MOST_FILES = 4_096;

/** How many words of text there are for each bucket, and how many buckets there are at least: so that grams seldom share one. */
const WORDS_A_BUCKET = 8;
const LEAST_BUCKETS = 65_536;

/** @param words of all texts */
export function gramSpread(words: number): GramSpread {
  return {
    files: Math.min(powerOfTwo(words / WORDS_A_FILE), MOST_FILES),
    buckets: Math.max(powerOfTwo(words / WORDS_A_BUCKET), LEAST_BUCKETS),
  };
}

/** The least power of two that is not less, counted so that every browser finds the same. */
function powerOfTwo(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}

/** The bucket of a gram, counted through all files. */
export function bucketOf(number: number, { buckets }: GramSpread): number {
  return Math.floor(number * (buckets / 2 ** 32));
}

/** What gaps are measured against: not the number of articles, so that one more changes no bucket but its own. */
const scaleOf = powerOfTwo;

/** Whether the same grams make the same file in two indexes of so many articles. */
export function isSameScale(articles: number, others: number): boolean {
  return scaleOf(articles) === scaleOf(others);
}

/** How many low bits of a gap are written as they are: those of about two thirds of the average. Whole numbers, alike everywhere. */
function lowBits(count: number, scale: number): number {
  let bits = 0;
  while (count > 0 && count * 2 ** (bits + 1) * 3 <= scale * 2) bits += 1;
  return bits;
}

/** What is known of a file of grams besides its bytes: how many buckets it has, and the index articles. */
export interface GramFileSize {
  buckets: number;
  articles: number;
}

/** The articles of a file's grams, in their order, each with the bucket of its gram; the same more than once if it has several. */
export interface GramRows {
  buckets: Uint16Array;
  articles: Uint32Array;
}

export function encodeGrams(rows: GramRows, size: GramFileSize): Uint8Array {
  const { starts, ends, sorted } = byBucket(rows, size.buckets);
  const scale = scaleOf(size.articles);
  const countOf = (bucket: number) => (ends[bucket] ?? 0) - (starts[bucket] ?? 0);
  let most = 64;
  for (let bucket = 0; bucket < size.buckets; bucket += 1) {
    const low = lowBits(countOf(bucket), scale);
    most += 1 + (countOf(bucket) > 0 ? 40 + countOf(bucket) * (low + 1) + scale / 2 ** low : 0);
  }
  const { put, finished } = bitWriter(Math.ceil(most / 8));
  for (let bucket = 0; bucket < size.buckets; bucket += 1) {
    const bits = 31 - Math.clz32(countOf(bucket) + 1);
    put(bits, countOf(bucket) + 1 - 2 ** bits, bits);
  }
  for (let bucket = 0; bucket < size.buckets; bucket += 1) {
    const low = lowBits(countOf(bucket), scale);
    let last = -1;
    for (let row = starts[bucket] ?? 0; row < (ends[bucket] ?? 0); row += 1) {
      const article = sorted[row] ?? 0;
      const gap = article - last - 1;
      last = article;
      put(gap >>> low, gap & (2 ** low - 1), low);
    }
  }
  return finished();
}

/** Sorts articles by their buckets; each once in a bucket. @returns where each bucket begins and ends */
function byBucket({ buckets, articles }: GramRows, count: number) {
  const starts = new Uint32Array(count + 1);
  for (const bucket of buckets) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < count; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const ends = starts.slice(0, count);
  const sorted = new Uint32Array(articles.length);
  for (let row = 0; row < buckets.length; row += 1) {
    const bucket = buckets[row] ?? 0;
    const [at = 0, article = 0] = [ends[bucket], articles[row]];
    if (at > (starts[bucket] ?? 0) && sorted[at - 1] === article) continue;
    sorted[at] = article;
    ends[bucket] = at + 1;
  }
  return { starts, ends, sorted };
}

/** How many bits are added at once at most, with up to 7 before them. */
const BITS_AT_ONCE = 16;

function bitWriter(mostBytes: number) {
  const bytes = new Uint8Array(mostBytes);
  let [at, open, filled] = [0, 0, 0];
  const add = (value: number, bits: number) => {
    open |= value << filled;
    for (filled += bits; filled >= 8; filled -= 8) {
      bytes[at++] = open & 255;
      open >>>= 8;
    }
  };
  return {
    /** Adds so many ones, a zero, and the low bits of a number, the lowest first. */
    put: (ones: number, value: number, bits: number) => {
      for (; ones >= BITS_AT_ONCE; ones -= BITS_AT_ONCE) add(2 ** BITS_AT_ONCE - 1, BITS_AT_ONCE);
      add(2 ** ones - 1, ones + 1);
      for (; bits > BITS_AT_ONCE; bits -= BITS_AT_ONCE) {
        add(value & (2 ** BITS_AT_ONCE - 1), BITS_AT_ONCE);
        value >>>= BITS_AT_ONCE;
      }
      add(value, bits);
    },
    finished: () => {
      if (filled > 0) bytes[at++] = open;
      return bytes.subarray(0, at);
    },
  };
}

/** @returns the articles of each bucket, ascending */
export function decodeGrams(bytes: Uint8Array, { buckets, articles }: GramFileSize): Uint32Array[] {
  const scale = scaleOf(articles);
  let place = 0;
  const bit = () => {
    const value = ((bytes[place >> 3] ?? 0) >> (place & 7)) & 1;
    place += 1;
    return value;
  };
  const ones = () => {
    let many = 0;
    while (bit() === 1) many += 1;
    return many;
  };
  const number = (bits: number) => {
    let value = 0;
    for (let shift = 0; shift < bits; shift += 1) value |= bit() << shift;
    return value;
  };
  const counts = Array.from({ length: buckets }, () => {
    const bits = ones();
    return 2 ** bits + number(bits) - 1;
  });
  return counts.map((count) => {
    const low = lowBits(count, scale);
    let last = -1;
    return Uint32Array.from({ length: count }, () => (last += ones() * 2 ** low + number(low) + 1));
  });
}
