import { buildPeer, runText, type ReadyPeer } from './measure-peers.ts';
import { readStory } from './published-stories.ts';
import type { BenchOptions } from './options.ts';
import type { OwnSite } from './own-site.ts';
import type { BuildRun, Round, ScenarioResult } from './results.ts';
import { isWarmUp, roundsFor } from './rounds.ts';
import type { Scenario } from './scenario.ts';

/**
 * Measures scenarios one after the other on one site. In each round the other generator, if any, is built whole from the
 * same stories and then ours: what else the machine does slows both.
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
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) results.push(await measureScenario(scenario, runs, site, peer, onStage));
  return { firstBuild, results };
}

async function measureScenario(
  scenario: Scenario,
  runs: number,
  site: OwnSite,
  peer: ReadyPeer | undefined,
  onStage: (label: string) => void,
): Promise<ScenarioResult> {
  const { name, title, leaves } = scenario;
  const rounds: Round[] = [];
  try {
    for (const run of roundsFor(runs)) {
      const where = `${name}, ${runText(run, runs)}`;
      const { stories } = scenario.change(site.world, run);
      for (const file of stories) peer?.site.write(readStory(site.world.contentRoot, file));
      const theirs = peer && (await buildPeer(peer, (step) => onStage(`${where}: ${step}`)));
      onStage(`${where}: ours`);
      const ours = await site.build({ startsOver: scenario.startsOver ?? false });
      rounds.push({ run, isWarmUp: isWarmUp(run, runs), peer: theirs, ours });
    }
    return { name, title, leaves, rounds };
  } catch (error) {
    return { name, title, leaves, rounds, failure: error instanceof Error ? error.message : String(error) };
  }
}
