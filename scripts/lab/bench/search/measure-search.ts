import { chromium } from 'playwright-core';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { installBrowser } from '../../../shared/find-browser.ts';
import { serveSite } from '../../../shared/static-server.ts';
import { COSTED_KINDS, drawQueries, isStory, QUERY_KINDS, type DrawnQuery, type QueryKind } from './draw-queries.ts';
import { miniSearch } from './mini-search.ts';
import { openBuiltIndex, ownSearch, readEdition } from './own-search.ts';
import { JUDGED_RESULTS, type QueryCost, type SearchedEdition, type SearchEngine } from './search-engine.ts';
import { stockPagefind } from './stock-pagefind.ts';

/** How well an engine found the stories of one kind of query. */
export interface Ranking {
  queries: number;
  /** Shares of the queries whose story is the first result, and one of the first ten. */
  successAt1: number;
  successAt10: number;
  /** The mean of 1 ÷ the story's rank among ten, 0 if it is not there. */
  mrr: number;
}

/** What is known of an engine. */
export interface EngineResult {
  title: string;
  rankings: ReadonlyMap<QueryKind, Ranking>;
  costs: readonly { first: QueryCost; later: QueryCost }[];
}

export interface SearchResults {
  locale: Locale;
  articles: number;
  stories: number;
  seed: string;
  engines: readonly EngineResult[];
}

export interface SearchBenchOptions {
  /** The folder of a built site. */
  site: string;
  /** How many stories are drawn. */
  stories: number;
  seed: string;
}

/** How many pairs of queries are measured for what they cost, of each kind. */
const COSTED = 8;

/**
 * Looks for known stories of a built site with its own search and with others over the same articles.
 * @param work a folder for the others' indexes
 * @param onStage called with what is being done
 */
export async function measureSearch(
  { site, stories, seed }: SearchBenchOptions,
  work: string,
  onStage: (label: string) => void,
): Promise<SearchResults> {
  onStage('Reading the articles');
  const locale = await largestEdition(site);
  const edition = await readEdition(site, locale);
  const queries = drawQueries(edition.articles, { count: stories, seed, language: locale });
  const browser = await chromium.launch({ executablePath: installBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const served = await serveSite(site, 0);
  try {
    const engines: EngineResult[] = [];
    const makers = [
      () => ownSearch(site, served.origin, locale, browser),
      () => stockPagefind(edition, work, browser),
      () => Promise.resolve(miniSearch(edition)),
    ];
    for (const make of makers) {
      onStage('Making an index');
      const engine = await make();
      engines.push(await measureEngine(engine, edition, queries, onStage));
      await engine.close();
    }
    return { locale, articles: edition.articles.length, stories, seed, engines };
  } finally {
    await browser.close();
    await served.close();
  }
}

async function largestEdition(site: string): Promise<Locale> {
  const sizes = await Promise.all(
    LOCALES.map(async (locale) => ({ locale, articles: (await openBuiltIndex(site, locale)).entry.articles })),
  );
  return sizes.toSorted((a, b) => b.articles - a.articles)[0]?.locale ?? LOCALES[0];
}

async function measureEngine(
  engine: SearchEngine,
  { articles }: SearchedEdition,
  queries: readonly DrawnQuery[],
  onStage: (label: string) => void,
): Promise<EngineResult> {
  const byUrl = new Map(articles.map((article) => [article.url, article]));
  const rankings = new Map<QueryKind, Ranking>();
  for (const kind of QUERY_KINDS) {
    onStage(`${engine.title}: ${kind}`);
    const ranks: number[] = [];
    for (const query of queries.filter((candidate) => candidate.kind === kind)) {
      const found = (await engine.search(query.text)).slice(0, JUDGED_RESULTS);
      ranks.push(found.findIndex((url) => isStory(byUrl.get(url) ?? { url, title: '', text: '' }, query)) + 1);
    }
    rankings.set(kind, rankingOf(ranks));
  }
  onStage(`${engine.title}: what it costs`);
  const costs = [];
  for (const kind of COSTED_KINDS) {
    const some = queries.filter((candidate) => candidate.kind === kind).slice(0, COSTED * 2);
    for (let at = 0; at + 1 < some.length; at += 2) {
      costs.push(await engine.cost(some[at]?.text ?? '', some[at + 1]?.text ?? ''));
    }
  }
  return { title: engine.title, rankings, costs };
}

/** @param ranks from 1; 0 if the story was not found */
export function rankingOf(ranks: readonly number[]): Ranking {
  const share = (isGood: (rank: number) => boolean) => ranks.filter(isGood).length / Math.max(1, ranks.length);
  return {
    queries: ranks.length,
    successAt1: share((rank) => rank === 1),
    successAt10: share((rank) => rank > 0),
    mrr: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / Math.max(1, ranks.length),
  };
}
