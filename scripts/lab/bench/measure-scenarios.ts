import { setTimeout as pause } from 'node:timers/promises';
import type { PeerSite } from './measure-peers.ts';
import { readArticle } from './published-articles.ts';
import type { OwnSite } from './own-site.ts';
import { runsOf, type BuildRun, type Round, type ScenarioResult } from './results.ts';
import type { Scenario } from './scenarios.ts';

/** A file's times prove that it is unchanged only when it was not written in the last two seconds. */
const SETTLED_MS = 2_500;

/**
 * Measures scenarios on one site. In each round the other generator, if any, is built whole from the same articles, and ours
 * once for each scenario of a group: what else the machine does slows all.
 * @param site nothing has been built of it yet
 * @throws Error if the first build fails; later failures are part of the results
 */
export async function measureScenarios(
  scenarios: readonly Scenario[],
  runs: number,
  site: OwnSite,
  peer: PeerSite | undefined,
  onStage: (label: string) => void,
): Promise<ScenarioResult[]> {
  onStage('first build');
  await site.build();
  const measured = new Map(scenarios.map((scenario) => [scenario, { rounds: [] as Round[], failure: '' }]));
  for (const group of Map.groupBy(measured, ([scenario]) => scenario.group).values()) {
    // Articles are added first: then every build of a round has as many as the other generator's, which is the last.
    const inTurn = group.toSorted(([a], [b]) => Number(b.addsArticle ?? false) - Number(a.addsArticle ?? false));
    for (const { run, isWarmUp, label } of runsOf(runs)) {
      const going = inTurn.filter(([, { failure }]) => failure === '');
      if (going.length === 0) break;
      const built = new Map<(typeof going)[number], BuildRun>();
      for (const entry of going) {
        const [scenario, result] = entry;
        onStage(`${scenario.name}, ${label}`);
        try {
          built.set(entry, await buildAfter(scenario, run, site, peer));
        } catch (error) {
          result.failure = messageOf(error);
        }
      }
      try {
        const theirs = await peer?.build(label);
        for (const [[, { rounds }], ours] of built) rounds.push({ isWarmUp, peer: theirs, ours });
      } catch (error) {
        for (const [, result] of going) result.failure ||= messageOf(error);
      }
    }
  }
  return [...measured].map(([{ name, title }, { rounds, failure }]) => {
    return { name, title, rounds, ...(failure && { failure }) };
  });
}

async function buildAfter(scenario: Scenario, run: number, site: OwnSite, peer?: PeerSite): Promise<BuildRun> {
  if (scenario.copies) site.copy(scenario.copies);
  const { contentRoot } = site.context;
  for (const file of scenario.change(site.context, run)) peer?.write(readArticle(contentRoot, file), contentRoot);
  if (scenario.isBuiltBefore) await site.build();
  else await pause(SETTLED_MS);
  return site.build({ isClean: scenario.isClean ?? false });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
