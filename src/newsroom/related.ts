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
  const scores = new Map<Article, number>();
  const weigh = (articles: readonly Article[] | undefined, worth: number) => {
    if (!articles || articles.length < 2) return;
    const rarity = worth / (1 + Math.floor(Math.log2(articles.length)));
    const at = positionOf(articles, article);
    const last = Math.min(articles.length - 1, at + NEIGHBOURS_EACH_SIDE);
    for (let index = Math.max(0, at - NEIGHBOURS_EACH_SIDE); index <= last; index += 1) {
      const other = articles[index];
      if (other && index !== at) scores.set(other, (scores.get(other) ?? 0) + rarity);
    }
  };
  for (const tag of article.tags) weigh(edition.byTag.get(tag), FACET_WORTH.tag);
  for (const place of placesOf(article)) weigh(edition.byPlace.get(place), FACET_WORTH.place);
  for (const category of article.categories) weigh(edition.byCategory.get(category), FACET_WORTH.category);
  return best(article, scores, most);
}

/** The stories with the best scores, best first. A list of a few is kept sorted: of a hundred candidates four are wanted. */
function best(article: Article, scores: ReadonlyMap<Article, number>, most: number): Article[] {
  const kept: { other: Article; score: number }[] = [];
  for (const [other, shared] of scores) {
    const score = shared * nearness(article, other);
    let at = kept.length;
    while (at > 0 && isBetter(other, score, kept[at - 1])) at -= 1;
    if (at >= most) continue;
    kept.splice(at, 0, { other, score });
    if (kept.length > most) kept.pop();
  }
  return kept.map(({ other }) => other);
}

function isBetter(other: Article, score: number, rival: { other: Article; score: number } | undefined): boolean {
  if (!rival) return false;
  return score === rival.score ? newestFirst(other, rival.other) < 0 : score > rival.score;
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

function nearness(a: Article, b: Article): number {
  const days = Math.abs(a.pubDate.getTime() - b.pubDate.getTime()) / DAY_MS;
  return 2 ** (-days / HALF_LIFE_DAYS);
}
