/** Reads the command line of `node scripts/pictures.ts`. */
import { parseArgs } from 'node:util';
import { markNames, pictureNames } from './names.ts';
import type { MarkName, PictureName } from './names.ts';

export type Name = PictureName | MarkName;
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'draw';
      readonly names: readonly Name[];
      readonly out: string;
      readonly publicOut: string;
    };

const everyName: readonly Name[] = [...pictureNames, ...markNames];

export const usage = `Draws the paper's illustrations and marks from code. Same names, same bytes.

Usage: node scripts/pictures.ts [options]

  --out <folder>     where pictures go   (default src/content/pictures)
  --public <folder>  where marks go      (default public)
  --only <names>     draw only these, separated by commas
  --help             print this

Pictures: ${pictureNames.join(', ')}
Marks:    ${markNames.join(', ')}
`;

/** How many single-letter changes turn one word into another. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** The known name a reader most likely meant. */
function nearest(text: string): Name {
  const ranked = everyName.map((name) => ({ name, away: editDistance(text, name) }));
  return ranked.reduce((best, each) => (each.away < best.away ? each : best)).name;
}

/** The message for a name no picture has. */
export function unknownName(text: string): string {
  return `No picture is called “${text}”. Did you mean “${nearest(text)}”? Run with --help for all the names.`;
}

function readNames(list: string | undefined): { names: readonly Name[]; unknown?: string } {
  if (list === undefined) return { names: everyName };
  const wanted = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = wanted.find((text) => !everyName.some((name) => name === text));
  const names = everyName.filter((name) => wanted.includes(name));
  return unknown === undefined ? { names } : { names, unknown };
}

/** Turns the words after the command into what to do. */
export function readRequest(words: readonly string[]): Request {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        out: { type: 'string' },
        public: { type: 'string' },
        only: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'help' };
    const { names, unknown } = readNames(values.only);
    if (unknown !== undefined) return { kind: 'refused', reason: unknownName(unknown) };
    if (names.length === 0)
      return {
        kind: 'refused',
        reason: '--only names no picture. Run with --help for all the names.',
      };
    return {
      kind: 'draw',
      names,
      out: values.out ?? 'src/content/pictures',
      publicOut: values.public ?? 'public',
    };
  } catch (error) {
    return {
      kind: 'refused',
      reason: `${error instanceof Error ? error.message : String(error)}\nRun with --help for usage.`,
    };
  }
}
