/** Draws the paper's illustrations and marks: `node scripts/pictures.ts --help`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRequest, usage } from './pictures/arguments.ts';
import type { Name, Request } from './pictures/arguments.ts';
import { composePicture, isPictureName } from './pictures/catalogue.ts';
import { marks } from './pictures/marks.ts';
import { toWebp } from './pictures/render.ts';

interface Drawn {
  readonly path: string;
  readonly bytes: Buffer;
}
type Folders = Pick<Extract<Request, { kind: 'draw' }>, 'out' | 'publicOut'>;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

/** Draws one picture or mark, without writing it. */
async function draw(name: Name, { out, publicOut }: Folders): Promise<Drawn> {
  if (isPictureName(name)) {
    return { path: join(out, `${name}.webp`), bytes: await toWebp(composePicture(name), name) };
  }
  const mark = marks[name];
  return { path: join(publicOut, mark.file), bytes: await mark.render() };
}

/** Draws and writes what was asked for, a line each, and returns the exit code. */
async function run(words: readonly string[]): Promise<number> {
  const request = readRequest(words);
  if (request.kind === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (request.kind === 'refused') {
    process.stderr.write(`${request.reason}\n`);
    return 2;
  }
  await Promise.all([request.out, request.publicOut].map((folder) => mkdir(folder, { recursive: true })));
  let total = 0;
  for (const name of request.names) {
    const { path, bytes } = await draw(name, request);
    await writeFile(path, bytes);
    total += bytes.length;
    process.stdout.write(`${path}  ${kilobytes(bytes.length)}\n`);
  }
  process.stdout.write(`Drew ${request.names.length} files, ${kilobytes(total)} in all.\n`);
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
