import { shortDigest } from '#src/keys/digest.ts';
import { placesOf, type Edition } from './edition.ts';
import type { Article } from './newsroom.ts';
import { newestFirst } from './order.ts';

/** In each list that an article is in, only its nearest neighbours by date are scored: work stays flat as the archive grows. */
const NEIGHBOURS_EACH_SIDE = 12;

/** An article a quarter of a year older or newer scores half: a subject stays in the news for about that long. */
const HALF_LIFE_DAYS = 90;

/** What sharing one thing is worth before rarity: a tag says most about the subject, a category least. */
const FACET_WORTH = { tag: 3, place: 2, category: 1 } as const;

const DAY_MS = 86_400_000;

/**
 * Articles worth reading after this one: those that share tags, places and categories with it, the rarer the better, and
 * are near it in time. Nearness counts from the article's own date, not from today, and rarity moves in powers of two, so
 * a new article changes few old pages. Never the article itself; translations are in another edition.
 * @param most how many at most
 * @returns best first; fewer than `most` if too few share anything
 */
export function relatedArticles(edition: Edition, article: Article, most: number): readonly Article[] {
  const scorer = scorerOf(edition);
  const at = scorer.numbers.get(article);
  if (at === undefined) return [];
  for (const tag of article.tags) scorer.addScores(at, edition.byTag.get(tag), FACET_WORTH.tag);
  for (const place of placesOf(article)) scorer.addScores(at, edition.byPlace.get(place), FACET_WORTH.place);
  for (const category of article.categories)
    scorer.addScores(at, edition.byCategory.get(category), FACET_WORTH.category);
  return scorer.takeBest(at, most);
}

/**
 * For each article a fingerprint of the articles near it in the lists it is in, and of the lists' lengths. While it is the
 * same, the article's related articles and its neighbours in every list are the same, unchanged. Comparing it takes a tenth
 * of the time that scoring takes; it changes more often than they do.
 * @returns in the order of the edition's articles
 */
export function neighbourFingerprints(edition: Edition): readonly string[] {
  const scorer = scorerOf(edition);
  const fingerprints = edition.articles.map(() => '');
  for (const lists of [edition.byTag, edition.byPlace, edition.byCategory])
    for (const articles of lists.values()) scorer.addFingerprints(articles, fingerprints);
  return fingerprints;
}

const scorers = new WeakMap<Edition, Scorer>();

function scorerOf(edition: Edition): Scorer {
  let scorer = scorers.get(edition);
  if (!scorer) scorers.set(edition, (scorer = new Scorer(edition.articles)));
  return scorer;
}

/** Articles of a list that share a digest, counted from the oldest: a new article changes only the last shard. */
const SHARD_SIZE = 16;

/** A list of articles by their numbers, ascending. */
interface NumberedList {
  numbers: Int32Array;
  /** The index of the article after the last one looked up: the next one, if they are looked up in order. */
  next: number;
}

/**
 * Adds up what an edition's articles share with one of them. For a large archive that is ten million additions at each
 * build, so articles are numbered by their place in the edition, newest first, and lists are lists of numbers.
 */
class Scorer {
  readonly numbers: ReadonlyMap<Article, number>;
  readonly #articles: readonly Article[];
  /** When each was published, in milliseconds. */
  readonly #times: Float64Array;
  readonly #scores: Float64Array;
  /** The numbers of the articles with a score, in the order in which they were found. */
  readonly #scored: number[] = [];
  readonly #lists = new Map<readonly Article[], NumberedList>();

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
    this.numbers = new Map(articles.map((article, index) => [article, index]));
    this.#times = Float64Array.from(articles, ({ pubDate }) => pubDate.getTime());
    this.#scores = new Float64Array(articles.length);
  }

  /**
   * Scores the neighbours of an article in one of its lists.
   * @param article its number
   * @param articles the list, newest first
   */
  addScores(article: number, articles: readonly Article[] | undefined, worth: number): void {
    if (!articles || articles.length < 2) return;
    const list = this.#numbered(articles);
    const { numbers } = list;
    const rarity = worth / (1 + magnitude(articles));
    const at = indexIn(list, article);
    const scores = this.#scores;
    const last = Math.min(numbers.length - 1, at + NEIGHBOURS_EACH_SIDE);
    for (let index = Math.max(0, at - NEIGHBOURS_EACH_SIDE); index <= last; index += 1) {
      if (index === at) continue;
      const other = numbers[index] ?? 0;
      const score = scores[other] ?? 0;
      if (score === 0) this.#scored.push(other);
      scores[other] = score + rarity;
    }
  }

  /** The articles with the best scores, best first; resets all scores. @param article the number of the article itself */
  takeBest(article: number, most: number): Article[] {
    const time = this.#times[article] ?? 0;
    // Insertion into a short sorted list: of a hundred candidates only about four are wanted.
    const best: { number: number; score: number }[] = [];
    for (const number of this.#scored) {
      const shared = this.#scores[number] ?? 0;
      this.#scores[number] = 0;
      const worst = best.length < most ? undefined : best.at(-1);
      // Distance in time only lowers a score, so most candidates are out before their date is looked at.
      if (worst && shared < worst.score) continue;
      const days = Math.abs(time - (this.#times[number] ?? 0)) / DAY_MS;
      const score = shared * 2 ** (-days / HALF_LIFE_DAYS);
      let at = best.length;
      while (at > 0 && isBetter(number, score, best[at - 1])) at -= 1;
      if (at >= most) continue;
      best.splice(at, 0, { number, score });
      if (best.length > most) best.pop();
    }
    this.#scored.length = 0;
    return best.flatMap(({ number }) => this.#articles[number] ?? []);
  }

  /**
   * Extends the fingerprint of each article of a list by everything that {@link addScores} would read there.
   * @param fingerprints by the articles' numbers
   */
  addFingerprints(articles: readonly Article[], fingerprints: string[]): void {
    const { numbers } = this.#numbered(articles);
    const digests = shardDigests(articles);
    const length = ` ${magnitude(articles)} `;
    let shards = { first: -1, last: -1, text: '' };
    for (let age = 0; age < articles.length; age += 1) {
      const first = Math.floor(Math.max(0, age - NEIGHBOURS_EACH_SIDE) / SHARD_SIZE);
      const last = Math.floor(Math.min(articles.length - 1, age + NEIGHBOURS_EACH_SIDE) / SHARD_SIZE);
      if (first !== shards.first || last !== shards.last)
        shards = { first, last, text: length + digests.slice(first, last + 1).join('') };
      const number = numbers[articles.length - 1 - age] ?? 0;
      fingerprints[number] += shards.text;
    }
  }

  #numbered(articles: readonly Article[]): NumberedList {
    let list = this.#lists.get(articles);
    if (!list) {
      const numbers = new Int32Array(articles.length);
      for (let at = 0; at < articles.length; at += 1) {
        const article = articles[at];
        numbers[at] = article ? (this.numbers.get(article) ?? -1) : -1;
      }
      list = { numbers, next: 0 };
      this.#lists.set(articles, list);
    }
    return list;
  }
}

/** In powers of two, so that a list that grows by one seldom changes its rarity. */
function magnitude({ length }: readonly Article[]): number {
  return Math.floor(Math.log2(length));
}

/** The index of an article in a list that contains it. @param article its number */
function indexIn(list: NumberedList, article: number): number {
  const { numbers } = list;
  let at = list.next;
  if (numbers[at] !== article) {
    let end = numbers.length;
    at = 0;
    while (at < end) {
      const middle = (at + end) >> 1;
      if ((numbers[middle] ?? 0) < article) at = middle + 1;
      else end = middle;
    }
  }
  list.next = at + 1;
  return at;
}

/** A digest of each shard of a list, the oldest first. */
function shardDigests(articles: readonly Article[]): string[] {
  const digests: string[] = [];
  for (let end = articles.length; end > 0; end -= SHARD_SIZE) {
    let text = '';
    for (let at = Math.max(0, end - SHARD_SIZE); at < end; at += 1) text += `${articles[at]?.digest} `;
    digests.push(shortDigest(text));
  }
  return digests;
}

/** Of two with the same score the newer article is better; it has the lower number. */
function isBetter(number: number, score: number, rival: { number: number; score: number } | undefined): boolean {
  if (!rival) return false;
  return score === rival.score ? number < rival.number : score > rival.score;
}

/** The index of an article in a list that is sorted newest first and contains it. */
export function positionOf(articles: readonly Article[], article: Article): number {
  let low = 0;
  let high = articles.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = articles[middle];
    if (candidate && newestFirst(candidate, article) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
