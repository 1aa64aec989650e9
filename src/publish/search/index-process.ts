/** The process that makes the search index of a large newsroom, started by {@link file://./start-search-index.ts}. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildSettings } from '#src/build-settings.ts';
import type { RequestedIndex } from './index-request.ts';
import { ChangedMeanwhile, makeSearchIndex } from './make-search-index.ts';
import type { IndexAnswer } from './start-search-index.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [folder] = positionals;
if (!folder) throw new Error('index-process.ts is started by the build, with a folder');

// The request follows when the build has found the newsroom good.
const requested = JSON.parse(await firstLine(process.stdin)) as RequestedIndex[];
process.stdout.write(JSON.stringify(answerTo(requested, folder)));

function answerTo(all: readonly RequestedIndex[], at: string): IndexAnswer {
  try {
    return makeSearchIndex(all, at, buildSettings(process.env));
  } catch (error) {
    // That someone writes to the newsroom meanwhile is no fault of the program.
    if (error instanceof ChangedMeanwhile) return { refusal: error.message };
    throw error;
  }
}

/** The first line, and not the whole input: the build is busy, and may close the pipe much later. */
async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw new Error('The build ended before it requested anything.');
}
