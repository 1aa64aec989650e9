/** Writes a whole newsroom for trials: `node scripts/newsroom.ts --help`. */
import { makeNewsroom } from './newsroom/make-newsroom.ts';
import { command, readOptions } from './newsroom/options.ts';
import { runCommand } from './shared/command-line.ts';
import { Progress } from './shared/progress.ts';

await runCommand(command, async (values) => {
  const progress = new Progress();
  try {
    const summary = await makeNewsroom(readOptions(values), progress);
    progress.end();
    console.log(summary);
    return 0;
  } finally {
    progress.end();
  }
});
