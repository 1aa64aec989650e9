import { setTimeout as pause } from 'node:timers/promises';
import { buildPeer, runText, type ReadyPeer } from './measure-peers.ts';
import { readStory } from './published-stories.ts';
import type { BenchOptions } from './options.ts';
import type { OwnSite } from './own-site.ts';
import type { BuildRun, Round, ScenarioResult } from './results.ts';
import { isWarmUp, roundsFor } from './rounds.ts';
import type { Scenario } from './scenario.ts';

/** Nobody builds in the same moment in which the last build ended; files' times are no proof until it has passed. */
const SETTLED_MS = 2_500;

/**
 * Measures scenarios on one site. In each round the other generator, if any, is built whole from the same stories, and ours
 * once for each scenario: what else the machine does slows all. Scenarios after which everything has been made anew have
 * rounds of their own, since they would slow those that come after them.
 * @param site nothing has been built of it yet
 * @throws BuildFailure where the first build fails
 */
export async function measureScenarios(
  { scenarios, runs }: Pick<BenchOptions, 'scenarios' | 'runs'>,
  site: OwnSite,
  peer: ReadyPeer | undefined,
  onStage: (label: string) => void,
): Promise<{ firstBuild: BuildRun; results: ScenarioResult[] }> {
  onStage('first build');
  const firstBuild = await site.build();
  const light = scenarios.filter(({ remakesAll }) => !remakesAll);
  const heavy = scenarios.filter(({ remakesAll }) => remakesAll);
  const results: ScenarioResult[] = [];
  for (const together of [light, ...heavy.map((scenario) => [scenario])])
    results.push(...(await measureTogether(together, runs, site, peer, onStage)));
  return { firstBuild, results };
}

/** A scenario on its way. */
interface Measuring {
  scenario: Scenario;
  rounds: Round[];
  failure: string | undefined;
}

async function measureTogether(
  scenarios: readonly Scenario[],
  runs: number,
  site: OwnSite,
  peer: ReadyPeer | undefined,
  onStage: (label: string) => void,
): Promise<ScenarioResult[]> {
  const all = scenarios.map((scenario): Measuring => ({ scenario, rounds: [], failure: undefined }));
  // Stories are added first: then every build of a round has as many as the other generator's, which is the last.
  const inTurn = all.toSorted((a, b) => Number(b.scenario.addsStory ?? false) - Number(a.scenario.addsStory ?? false));
  for (const run of roundsFor(runs)) {
    const going = inTurn.filter(({ failure }) => failure === undefined);
    if (going.length === 0) break;
    const where = runText(run, runs);
    const built: { measuring: Measuring; ours: BuildRun }[] = [];
    for (const measuring of going) {
      const { scenario } = measuring;
      onStage(`${scenario.name}, ${where}`);
      try {
        const { stories } = scenario.change(site.world, run);
        for (const file of stories) peer?.site.write(readStory(site.world.contentRoot, file));
        await pause(SETTLED_MS);
        built.push({ measuring, ours: await site.build({ startsOver: scenario.startsOver ?? false }) });
      } catch (error) {
        measuring.failure = messageOf(error);
      }
    }
    try {
      const theirs = peer && (await buildPeer(peer, (step) => onStage(`${step}, ${where}`)));
      for (const { measuring, ours } of built)
        measuring.rounds.push({ run, isWarmUp: isWarmUp(run, runs), peer: theirs, ours });
    } catch (error) {
      for (const measuring of going) measuring.failure ??= messageOf(error);
    }
  }
  return all.map(({ scenario: { name, title, leaves }, rounds, failure }) => {
    return { name, title, leaves, rounds, ...(failure !== undefined && { failure }) };
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
