import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { makeEditions } from '#src/newsroom/edition.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { parseSite } from '#src/site.ts';
import { Aside } from './aside.ts';
import { thisMachine } from './machine.ts';
import { carryOut } from './measure.ts';
import { measurePeers, preparePeers, type ReadyPeer } from './measure-peers.ts';
import { measureScenarios } from './measure-scenarios.ts';
import type { BenchOptions } from './options.ts';
import { OwnSite } from './own-site.ts';
import { PEERS } from './peers/peers.ts';
import type { PeerNewsroom } from './peers/peer.ts';
import { copyProject } from '../project-copy.ts';
import type { BenchResults, PeerResult, ScenarioResult, SizeResult } from './results.ts';

const PROJECT = realpathSync(resolve(import.meta.dirname, '..', '..', '..'));

/** Told what is being done; a person may wait for an hour. */
export interface StageListener {
  stage(label: string): void;
}

/**
 * Measures everything that was asked for.
 * @param work a folder to make newsrooms, copies and sites in
 * @param keep is given what has been measured after each size: the next may take an hour
 * @throws Error where no newsroom can be made or the first build fails; later failures are part of the results
 */
export async function runBenchmark(
  options: BenchOptions,
  work: string,
  progress: StageListener,
  keep: (results: BenchResults) => void,
): Promise<BenchResults> {
  const [loadAtStart = 0] = loadavg();
  const project = join(work, 'project');
  progress.stage('Copying the project');
  copyProject(PROJECT, project);
  const canStartOver = await OwnSite.canStartOver(project);
  const aside = new Aside(join(work, 'aside'));
  aside.empty();
  const machine = thisMachine();
  const sizes: SizeResult[] = [];
  const resultsSoFar = (): BenchResults => ({
    date: new Date().toISOString(),
    machine,
    loadAtStart,
    runs: options.runs,
    stories: options.from === undefined ? 'invented' : `from ${basename(options.from)}`,
    comparedWith: comparedTitle(options, sizes),
    canStartOver,
    sizes,
  });
  for (const size of options.sizes) {
    sizes.push(await measureSize(options, size, { work, project, canStartOver, aside }, progress));
    keep(resultsSoFar());
  }
  aside.empty();
  return resultsSoFar();
}

/** The generator that ratios are taken to, with its version; undefined where none could be measured. */
function comparedTitle({ scenarios, peers }: BenchOptions, sizes: readonly SizeResult[]): string | undefined {
  const [compared] = PEERS;
  if (!compared || scenarios.length === 0 || !peers.includes(compared.name)) return undefined;
  const measured = sizes.flatMap(
    (size) => size.peers.find(({ name, runs }) => name === compared.name && runs.length > 0) ?? [],
  );
  return measured[0]?.title;
}

async function measureSize(
  options: BenchOptions,
  size: number,
  { work, project, canStartOver, aside }: { work: string; project: string; canStartOver: boolean; aside: Aside },
  progress: StageListener,
): Promise<SizeResult> {
  const label = `${size.toLocaleString('en')} stories`;
  const folder = join(work, `size-${size}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const contentRoot = join(folder, 'newsroom');
  progress.stage(`${label}: making the newsroom`);
  const from = options.from === undefined ? [] : ['--from', options.from];
  await carryOut('Making the newsroom', {
    file: process.execPath,
    options: [join(project, 'scripts', 'newsroom.ts'), '--count', String(size), '--out', contentRoot, ...from],
    cwd: project,
  });

  const site = new OwnSite({ project, contentRoot, out: join(folder, 'site'), canStartOver, aside });
  const content = newsroomAt(contentRoot, site.now);
  const stage = (text: string) => progress.stage(`${label}: ${text}`);
  const world = { project: PROJECT, folder, cache: work, content, hugo: options.hugo, onStage: stage };
  const { ready, missing } = await preparePeers(options.peers, world, aside);
  // The one that scenarios are compared with is built in each of their rounds.
  const compared = options.scenarios.length > 0 ? ready.find(({ peer }) => peer === PEERS[0]) : undefined;
  const others = await measurePeers(
    ready.filter((peer) => peer !== compared),
    options.runs,
    stage,
  );
  const scenarios = options.scenarios.length === 0 ? undefined : await measureScenarios(options, site, compared, stage);
  const results = scenarios?.results ?? [];
  return {
    size,
    published: Object.values(content.editions).reduce((sum, { articles }) => sum + articles.length, 0),
    firstBuild: scenarios?.firstBuild,
    peers: [...(compared ? [peerInRounds(compared, results)] : []), ...others, ...missing],
    scenarios: results,
  };
}

/** What was measured of a generator in the rounds of the first scenario. */
function peerInRounds({ peer, site }: ReadyPeer, [first]: readonly ScenarioResult[]): PeerResult {
  const runs = (first?.rounds ?? []).flatMap((round) =>
    round.peer ? [{ isWarmUp: round.isWarmUp, build: round.peer }] : [],
  );
  // As many as ours had, to which scenarios have added some.
  const given = first?.rounds.at(-1)?.ours.stories;
  return {
    name: peer.name,
    title: site.title,
    runs,
    ...(given !== undefined && { given }),
    ...(first?.failure !== undefined && { failure: first.failure }),
  };
}

/** The newsroom as every generator shall publish it: without what is withheld. */
function newsroomAt(contentRoot: string, now: Date): PeerNewsroom {
  const { newsroom } = readNewsroom(contentRoot);
  return { contentRoot, newsroom, editions: makeEditions(newsroom, parseSite(), now) };
}
