import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { makeEditions } from '#src/newsroom/edition.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { parseSite } from '#src/site.ts';
import { copyProject } from '../project-copy.ts';
import { thisMachine } from './machine.ts';
import { dropPageCache, measure } from './measure.ts';
import { measurePeers, preparePeers, type PeerSite } from './measure-peers.ts';
import { measureScenarios } from './measure-scenarios.ts';
import type { BenchOptions } from './options.ts';
import { OwnSite } from './own-site.ts';
import { PEERS } from './peers/peers.ts';
import type { BenchResults, PeerResult, ScenarioResult, SizeResult } from './results.ts';
import type { WorkFolder } from './work-folder.ts';

const PROJECT = realpathSync(resolve(import.meta.dirname, '..', '..', '..'));

/**
 * Measures everything that was asked for.
 * @param onStage called with what is being done: a person may wait for an hour
 * @param keep is given what has been measured after each size: the next may take an hour
 * @throws Error if no newsroom can be made or the first build fails; later failures are part of the results
 */
export async function runBenchmark(
  options: BenchOptions,
  work: WorkFolder,
  onStage: (label: string) => void,
  keep: (results: BenchResults) => void,
): Promise<BenchResults> {
  const [loadAtStart = 0] = loadavg();
  const sizes: SizeResult[] = [];
  const resultsSoFar = (): BenchResults => ({
    date: new Date().toISOString(),
    machine: thisMachine(),
    loadAtStart,
    runs: options.runs,
    source: options.from === undefined ? 'invented' : `from ${basename(options.from)}`,
    isCold: options.isCold,
    comparedWith: comparedTitle(options, sizes),
    sizes,
  });
  for (const size of options.sizes) {
    const label = `${size.toLocaleString('en')} articles`;
    sizes.push(await measureSize(options, size, work, (text) => onStage(`${label}: ${text}`)));
    keep(resultsSoFar());
  }
  return resultsSoFar();
}

/** The generator that ratios are taken to, with its version; undefined if none could be measured. */
function comparedTitle({ scenarios }: BenchOptions, sizes: readonly SizeResult[]): string | undefined {
  if (scenarios.length === 0) return undefined;
  const results = sizes.flatMap(({ peers }) => peers.filter(({ name }) => name === PEERS[0]?.name));
  return results.find(({ runs }) => runs.length > 0)?.title;
}

async function measureSize(
  { from, scenarios, runs, peers, hugo, isCold }: BenchOptions,
  size: number,
  work: WorkFolder,
  onStage: (label: string) => void,
): Promise<SizeResult> {
  const folder = join(work.path, `size-${size}`);
  rmSync(folder, { recursive: true, force: true });
  const own = join(folder, 'own');
  const contentRoot = join(own, 'newsroom');
  mkdirSync(own, { recursive: true });
  onStage('making the newsroom');
  copyProject(PROJECT, join(own, 'project'));
  const script = join(PROJECT, 'scripts', 'lab', 'newsroom.ts');
  const options = [script, '--count', String(size), '--out', contentRoot, ...(from ? ['--from', from] : [])];
  const { exitCode, output } = await measure({ file: process.execPath, options, cwd: PROJECT });
  if (exitCode !== 0) throw new Error(`The newsroom could not be made:\n${output.trim()}`);

  const beforeRun = () => void (isCold && dropPageCache());
  const site = new OwnSite(own, work, beforeRun);
  // Every generator publishes the same: without what is withheld.
  const { newsroom } = readNewsroom(contentRoot);
  const content = { newsroom, editions: makeEditions(newsroom, parseSite(), site.context.now) };
  const published = Object.values(content.editions).reduce((sum, { articles }) => sum + articles.length, 0);
  const setup = { project: PROJECT, cache: work.path, hugo, content, contentRoot, work, beforeRun, onStage };
  const { ready, missing } = await preparePeers(peers, folder, setup);
  // The one that scenarios are compared with is built in each of their rounds.
  const compared = scenarios.length > 0 ? ready.find(({ peer }) => peer === PEERS[0]) : undefined;
  const alone = ready.filter((peer) => peer !== compared);
  const others = await measurePeers(alone, runs, published);
  const results = scenarios.length > 0 ? await measureScenarios(scenarios, runs, site, compared, onStage) : [];
  const inRounds = compared ? [peerInRounds(compared, results)] : [];
  return { size, published, peers: [...inRounds, ...others, ...missing], scenarios: results };
}

/** What was measured of a generator in the rounds of the first scenario. */
function peerInRounds({ peer, title }: PeerSite, [first]: readonly ScenarioResult[]): PeerResult {
  const { rounds = [], failure } = first ?? {};
  const runs = rounds.flatMap(({ isWarmUp, peer: build }) => (build ? [{ isWarmUp, build }] : []));
  // As many as ours had, to which scenarios have added some.
  const given = rounds.at(-1)?.ours.articles ?? 0;
  return { name: peer.name, title, runs, given, ...(failure !== undefined && { failure }) };
}
