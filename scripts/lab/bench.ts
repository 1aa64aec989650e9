/** Measures how long publishing takes, beside other generators: `node scripts/lab/bench.ts --help`. */
import { writeFileSync } from 'node:fs';
import { command, readOptions } from './bench/options.ts';
import { report } from './bench/report.ts';
import { failuresOf } from './bench/results.ts';
import { runBenchmark } from './bench/run-benchmark.ts';
import { measureSearch } from './bench/search/measure-search.ts';
import { reportSearch } from './bench/search/report-search.ts';
import { WorkFolder } from './bench/work-folder.ts';
import { runCommand } from '../shared/command-line.ts';
import { TerminalProgress } from '../shared/terminal-progress.ts';

await runCommand(command, async (values) => {
  const options = readOptions(values);
  const progress = new TerminalProgress();
  const work = new WorkFolder(options.work);
  // Gigabytes may be left if someone gives up half-way. The processes being measured hear the same signal.
  process.once('SIGINT', () => {
    work.close();
    process.exit(130);
  });
  try {
    const onStage = (label: string) => progress.stage(label);
    if (options.search) {
      const found = await measureSearch(options.search, work.path, onStage);
      progress.end();
      console.log(reportSearch(found));
      return 0;
    }
    const results = await runBenchmark(options, work, onStage, (soFar) => {
      if (options.json) writeFileSync(options.json, `${JSON.stringify(soFar, null, 2)}\n`);
    });
    progress.end();
    console.log(report(results));
    const failures = failuresOf(results);
    for (const failure of failures) console.error(failure);
    return failures.length === 0 ? 0 : 1;
  } finally {
    progress.end();
    work.close();
  }
});
