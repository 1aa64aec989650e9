import { shortDigest } from '#src/keys/digest.ts';
import { placesOf, type Edition } from './edition.ts';
import type { Article } from './newsroom.ts';
import { newestFirst } from './order.ts';

/** In each list a story is in, only its nearest neighbours by date are weighed: work stays flat as the archive grows. */
const NEIGHBOURS_EACH_SIDE = 12;

/** A story a quarter older or newer counts half: the archive's memory of a subject is about that long. */
const HALF_LIFE_DAYS = 90;

/** What sharing one thing is worth before rarity: a tag says most about the subject, a section least. */
const FACET_WORTH = { tag: 3, place: 2, category: 1 } as const;

const DAY_MS = 86_400_000;

/**
 * Stories worth reading after this one: those that share tags, places and sections with it, the rarer the better, and
 * lie near it in time. Nearness counts from the story's own date, never from today, and rarity moves in powers of two,
 * so that a new story changes few old pages. Never the story itself; translations are in another edition.
 * @param most how many at most
 * @returns best first; fewer than `most` where too little is shared
 */
export function relatedArticles(edition: Edition, article: Article, most: number): readonly Article[] {
  const scale = scaleOf(edition);
  const at = scale.numbers.get(article);
  if (at === undefined) return [];
  for (const tag of article.tags) scale.weigh(at, edition.byTag.get(tag), FACET_WORTH.tag);
  for (const place of placesOf(article)) scale.weigh(at, edition.byPlace.get(place), FACET_WORTH.place);
  for (const category of article.categories) scale.weigh(at, edition.byCategory.get(category), FACET_WORTH.category);
  return scale.takeBest(at, most);
}

/**
 * Tells what stands near each story in the lists it is in, and how long these are. While that is the same, the story is
 * related to the same stories, each of them as it was, and so are its neighbours in every list: to know that nothing
 * changed takes a tenth of the time that weighing takes. It changes more often than they do.
 * @returns in the order of the edition's stories
 */
export function surroundings(edition: Edition): readonly string[] {
  const scale = scaleOf(edition);
  const told = edition.articles.map(() => '');
  for (const lists of [edition.byTag, edition.byPlace, edition.byCategory])
    for (const articles of lists.values()) scale.tellSurroundings(articles, told);
  return told;
}

const scales = new WeakMap<Edition, Scale>();

function scaleOf(edition: Edition): Scale {
  let scale = scales.get(edition);
  if (!scale) scales.set(edition, (scale = new Scale(edition.articles)));
  return scale;
}

/** How many stories of a list are told apart together, counted from the oldest: a new one changes the last such stretch. */
const STRETCH = 16;

/** A list of stories by their numbers, ascending. */
interface NumberedList {
  numbers: Int32Array;
  /** Where the story stands that will be asked for next, if they are asked for in order. */
  next: number;
}

/**
 * Adds up what an edition's stories share with one of them. For an archive that is ten million additions at each build:
 * stories are numbered by their place in it, newest first, and lists are lists of numbers.
 */
class Scale {
  readonly numbers: ReadonlyMap<Article, number>;
  readonly #articles: readonly Article[];
  /** When each was published, in milliseconds. */
  readonly #times: Float64Array;
  readonly #scores: Float64Array;
  /** The stories that share anything, in the order in which they were met. */
  readonly #met: number[] = [];
  readonly #lists = new Map<readonly Article[], NumberedList>();

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
    this.numbers = new Map(articles.map((article, index) => [article, index]));
    this.#times = Float64Array.from(articles, ({ pubDate }) => pubDate.getTime());
    this.#scores = new Float64Array(articles.length);
  }

  /**
   * Weighs what stands beside a story in one of its lists.
   * @param article the story's number
   * @param articles the list, newest first
   */
  weigh(article: number, articles: readonly Article[] | undefined, worth: number): void {
    if (!articles || articles.length < 2) return;
    const list = this.#numbered(articles);
    const { numbers } = list;
    const rarity = worth / (1 + magnitude(articles));
    const at = placeIn(list, article);
    const scores = this.#scores;
    const last = Math.min(numbers.length - 1, at + NEIGHBOURS_EACH_SIDE);
    for (let index = Math.max(0, at - NEIGHBOURS_EACH_SIDE); index <= last; index += 1) {
      if (index === at) continue;
      const other = numbers[index] ?? 0;
      const score = scores[other] ?? 0;
      if (score === 0) this.#met.push(other);
      scores[other] = score + rarity;
    }
  }

  /** The stories with the best scores, best first; after that nothing is on the scale. @param article the story's number */
  takeBest(article: number, most: number): Article[] {
    const time = this.#times[article] ?? 0;
    // A list of a few is kept sorted: of a hundred candidates four are wanted.
    const kept: { number: number; score: number }[] = [];
    for (const number of this.#met) {
      const shared = this.#scores[number] ?? 0;
      this.#scores[number] = 0;
      const worst = kept.length < most ? undefined : kept.at(-1);
      // Nearness never adds: most candidates need not be asked for their date.
      if (worst && shared < worst.score) continue;
      const days = Math.abs(time - (this.#times[number] ?? 0)) / DAY_MS;
      const score = shared * 2 ** (-days / HALF_LIFE_DAYS);
      let at = kept.length;
      while (at > 0 && isBetter(number, score, kept[at - 1])) at -= 1;
      if (at >= most) continue;
      kept.splice(at, 0, { number, score });
      if (kept.length > most) kept.pop();
    }
    this.#met.length = 0;
    return kept.flatMap(({ number }) => this.#articles[number] ?? []);
  }

  /** Adds, to what is told of each story of a list, all that {@link weigh} would look at. @param told by story's number */
  tellSurroundings(articles: readonly Article[], told: string[]): void {
    const { numbers } = this.#numbered(articles);
    const digests = stretchDigests(articles);
    const length = ` ${magnitude(articles)} `;
    let known = { first: -1, last: -1, text: '' };
    for (let age = 0; age < articles.length; age += 1) {
      const first = Math.floor(Math.max(0, age - NEIGHBOURS_EACH_SIDE) / STRETCH);
      const last = Math.floor(Math.min(articles.length - 1, age + NEIGHBOURS_EACH_SIDE) / STRETCH);
      if (first !== known.first || last !== known.last)
        known = { first, last, text: length + digests.slice(first, last + 1).join('') };
      const number = numbers[articles.length - 1 - age] ?? 0;
      told[number] += known.text;
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

/** Powers of two: a list that grows by one seldom becomes less rare. */
function magnitude({ length }: readonly Article[]): number {
  return Math.floor(Math.log2(length));
}

/** Where a story stands in a list that holds it. @param article its number */
function placeIn(list: NumberedList, article: number): number {
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

/** A digest of each stretch of a list, from the oldest on. */
function stretchDigests(articles: readonly Article[]): string[] {
  const digests: string[] = [];
  for (let end = articles.length; end > 0; end -= STRETCH) {
    let told = '';
    for (let at = Math.max(0, end - STRETCH); at < end; at += 1) told += `${articles[at]?.digest} `;
    digests.push(shortDigest(told));
  }
  return digests;
}

/** Of two that score the same the newer one, which has the lower number. */
function isBetter(number: number, score: number, rival: { number: number; score: number } | undefined): boolean {
  if (!rival) return false;
  return score === rival.score ? number < rival.number : score > rival.score;
}

/** Where a story stands in a list that is sorted newest first and holds it. */
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
