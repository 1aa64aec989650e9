import { table } from '../table.ts';
import { QUERY_KINDS } from './draw-queries.ts';
import type { EngineResult, SearchResults } from './measure-search.ts';
import type { QueryCost } from './search-engine.ts';

/** The results as Markdown: how well each engine finds, and what it costs a reader. */
export function reportSearch({ locale, articles, stories, seed, engines }: SearchResults): string {
  const head = `${articles.toLocaleString('en')} articles (${locale}), ${stories} stories drawn with seed “${seed}”`;
  const rankings = table([
    [head, ...engines.flatMap(({ title }) => [`${title}: first`, 'of ten', 'MRR'])],
    ...QUERY_KINDS.map((kind) => {
      const queries = engines[0]?.rankings.get(kind)?.queries ?? 0;
      return [`${kind} (${queries})`, ...engines.flatMap(({ rankings: all }) => shares(all.get(kind)))];
    }),
    ['mean of the kinds', ...engines.flatMap(({ rankings: all }) => ['', '', meanMrr(all).toFixed(2)])],
  ]);
  const costs = table([
    ['On a phone', 'requests', 'the most', 'kB', 'the most', 'milliseconds', 'the most'],
    ...engines.flatMap(({ title, costs: all }) => [
      [`${title}: first answer`, ...costTexts(all.map(({ first }) => first))],
      [`${title}: later query`, ...costTexts(all.map(({ later }) => later))],
    ]),
  ]);
  return `${rankings}\n\n${costs}\n\nMedians, and the most of all queries that were measured. kB: files as they are on the disk.`;
}

type Rankings = EngineResult['rankings'];

function shares(ranking: ReturnType<Rankings['get']>): string[] {
  return ranking
    ? [ranking.successAt1, ranking.successAt10, ranking.mrr].map((share) => share.toFixed(2))
    : ['', '', ''];
}

function meanMrr(rankings: Rankings): number {
  const all = [...rankings.values()];
  return all.reduce((sum, { mrr }) => sum + mrr, 0) / Math.max(1, all.length);
}

function costTexts(costs: readonly QueryCost[]): string[] {
  return (['requests', 'bytes', 'milliseconds'] as const).flatMap((name) => {
    const values = costs.map((cost) => cost[name] / (name === 'bytes' ? 1000 : 1)).toSorted((a, b) => a - b);
    return [values[Math.floor(values.length / 2)] ?? 0, values.at(-1) ?? 0].map((value) => String(Math.round(value)));
  });
}
