import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Aside } from './aside.ts';
import { countOutput } from './count-output.ts';
import { measure, type Call } from './measure.ts';
import { packageProgram } from './package-program.ts';
import { PeerMissing, type Peer, type PeerName, type PeerSite, type PeerWorld } from './peers/peer.ts';
import { PEERS } from './peers/peers.ts';
import type { BuildRun, PeerResult } from './results.ts';
import { isWarmUp, roundsFor } from './rounds.ts';

/** A generator whose site is ready to be built. */
export interface ReadyPeer {
  peer: Peer;
  site: PeerSite;
  project: string;
  aside: Aside;
}

/**
 * Prepares generators, each in a folder of its own.
 * @param world with the folder below which theirs are made
 * @param aside where each puts the site of the run before
 * @returns those that are ready, and those that cannot be had, with the reason
 */
export async function preparePeers(names: readonly PeerName[], world: PeerWorld, aside: Aside) {
  const ready: ReadyPeer[] = [];
  const missing: PeerResult[] = [];
  for (const peer of PEERS.filter(({ name }) => names.includes(name))) {
    const folder = join(world.folder, peer.name);
    mkdirSync(folder, { recursive: true });
    world.onStage(`preparing ${peer.title}`);
    try {
      ready.push({ peer, site: await peer.prepare({ ...world, folder }), project: world.project, aside });
    } catch (error) {
      if (!(error instanceof PeerMissing)) throw error;
      missing.push({ name: peer.name, title: peer.title, runs: [], failure: error.message });
    }
  }
  return { ready, missing };
}

/** Builds every generator's site whole, in turns. One that fails is left out of the turns that follow. */
export async function measurePeers(
  peers: readonly ReadyPeer[],
  runs: number,
  onStage: (label: string) => void,
): Promise<PeerResult[]> {
  const results = peers.map(({ peer, site }) => ({
    name: peer.name,
    title: site.title,
    runs: [] as { isWarmUp: boolean; build: BuildRun }[],
    failure: undefined as string | undefined,
  }));
  for (const run of roundsFor(runs)) {
    for (const [index, peer] of peers.entries()) {
      const result = results[index];
      if (!result || result.failure !== undefined) continue;
      try {
        const build = await buildPeer(peer, (step) => onStage(`${step}, ${runText(run, runs)}`));
        result.runs.push({ isWarmUp: isWarmUp(run, runs), build });
      } catch (error) {
        result.failure = error instanceof Error ? error.message : String(error);
      }
    }
  }
  return results.map(({ failure, ...result }) => ({ ...result, ...(failure !== undefined && { failure }) }));
}

/**
 * Builds a generator's site into an empty folder, and then its search index.
 * @throws Error where either fails
 */
export async function buildPeer(
  { peer, site, project, aside }: ReadyPeer,
  onStage: (label: string) => void,
): Promise<BuildRun> {
  aside.put(site.out);
  const steps = [];
  for (const [name, call] of [
    [peer.name, site.build],
    ['pagefind', pagefindCall(project, site.out)],
  ] as const) {
    onStage(name === 'pagefind' ? `Pagefind over ${peer.title}’s site` : site.title);
    const { exitCode, output, ...cost } = await measure(call);
    if (exitCode !== 0) throw new Error(`${name} failed (exit code ${exitCode ?? 'none'}):\n${output.trim()}`);
    steps.push({ name, ...cost });
  }
  return { steps, ...countOutput(site.out) };
}

/** “run 2 of 5”, “warm-up” */
export function runText(run: number, runs: number): string {
  if (isWarmUp(run, runs)) return 'warm-up';
  return `run ${runs > 1 ? run : run + 1} of ${runs}`;
}

/** The project's own Pagefind, by its command line, as its manual says. */
function pagefindCall(project: string, site: string): Call {
  const { path } = packageProgram(project, 'pagefind', 'pagefind');
  return { file: process.execPath, options: [path, '--site', site, '--quiet'], cwd: project };
}
