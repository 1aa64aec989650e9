import colours from 'picocolors';
import { numberOption, runCommand, textOption } from '../shared/command-line.ts';
import { TerminalProgress } from '../shared/terminal-progress.ts';
import { HistoryError, runHistory } from './soak/run-history.ts';

const command = {
  call: 'npm run soak --',
  summary:
    'Changes a newsroom at random, builds it after each change, and compares the site with a clean build, byte for byte.',
  options: {
    steps: { value: '<n>', help: 'how many changes (default: 1000)' },
    seed: { value: '<text>', help: 'another history; the same seed makes the same changes (default: 1)' },
  },
} as const;

await runCommand(command, async (values) => {
  const steps = numberOption('steps', textOption(values, 'steps') ?? '1000', 1, 1_000_000);
  const seed = textOption(values, 'seed') ?? '1';
  const progress = new TerminalProgress();
  progress.stage('Changing and building');
  const startedAt = performance.now();
  const counts = new Map<string, number>();
  try {
    await runHistory({
      seed,
      steps,
      project: process.cwd(),
      onStep: (step, what) => {
        counts.set(what, (counts.get(what) ?? 0) + 1);
        progress.update(step, steps);
      },
    });
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    progress.end();
    console.error(colours.red(error.message));
    return 1;
  }
  progress.end();
  for (const [what, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(5)}  ${what}`);
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
  console.log(`${steps} steps, seed ${seed}: every site equal to a clean build (${minutes} min)`);
  return 0;
});
