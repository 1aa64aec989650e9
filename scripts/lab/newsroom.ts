/** Writes a whole newsroom for trials: `node scripts/lab/newsroom.ts --help`. */
import { makeNewsroom } from './newsroom/make-newsroom.ts';
import { command, readOptions } from './newsroom/options.ts';
import { runCommand } from '../shared/command-line.ts';
import { TerminalProgress } from '../shared/terminal-progress.ts';

await runCommand(command, async (values) => {
  const progress = new TerminalProgress();
  try {
    const summary = await makeNewsroom(readOptions(values), progress);
    progress.end();
    console.log(summary);
    return 0;
  } finally {
    progress.end();
  }
});
