/** Measures how long publishing takes, beside other generators: `node scripts/lab/bench.ts --help`. */
import { writeFileSync } from 'node:fs';
import { command, readOptions } from './bench/options.ts';
import { runBenchmark } from './bench/run-benchmark.ts';
import { failuresOf } from './bench/results.ts';
import { markdownReport } from './bench/markdown-report.ts';
import { terminalReport } from './bench/terminal-report.ts';
import { openWorkFolder } from './bench/work-folder.ts';
import { runCommand } from '../shared/command-line.ts';
import { TerminalProgress } from '../shared/terminal-progress.ts';

await runCommand(command, async (values) => {
  const options = readOptions(values);
  const progress = new TerminalProgress();
  const work = openWorkFolder(options.work);
  try {
    const results = await runBenchmark(options, work.path, progress, (soFar) => {
      if (options.json) writeFileSync(options.json, `${JSON.stringify(soFar, null, 2)}\n`);
    });
    progress.end();
    console.log(terminalReport(results));
    console.log(`\nFor a README:\n\n${markdownReport(results)}`);
    return failuresOf(results).length === 0 ? 0 : 1;
  } finally {
    progress.end();
    work.close();
  }
});
