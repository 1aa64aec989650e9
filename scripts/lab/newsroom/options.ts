import { existsSync, statSync } from 'node:fs';
import { instantOption, numberOption, textOption } from '../../shared/command-line.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { checkFolder } from './content-folder.ts';

export const command = {
  call: 'npm run newsroom --',
  summary:
    'Writes a whole newsroom for trials: from a file of articles, one JSON object a line (plain or gzip), or invented ones.\n' +
    'Fewer articles than the file holds are taken evenly over it; more are repeated with dates and slugs of their own.',
  options: {
    from: { value: '<file>', help: 'the articles; without it, they are invented' },
    count: { value: '<n>', help: 'articles to write (default: all of the file, or 300 invented)' },
    years: { value: '<n>', help: 'years before --now over which their dates are spread (default: 10)' },
    out: { value: '<dir>', help: 'the content root to write; needed' },
    now: { value: '<instant>', help: 'no article is later (default: 2026-11-01T00:00:00-05:00)' },
    seed: { value: '<n>', help: 'another number invents other articles (default: 1)' },
    force: { help: 'write to a folder that is not empty; an earlier newsroom made there is removed first' },
  },
} as const;

/** What the command is asked for. */
export interface NewsroomOptions {
  from: string | undefined;
  /** undefined: as many as the file holds. */
  count: number | undefined;
  years: number;
  out: string;
  now: Date;
  seed: string;
}

/** A fixed instant: the same call makes the same newsroom on any day. */
const DEFAULT_NOW = '2026-11-01T00:00:00-05:00';

const MOST_ARTICLES = 1_000_000;
const MOST_YEARS = 100;
const GREATEST_SEED = 2 ** 31 - 1;

/**
 * Reads and checks the options, the input file and the output folder included.
 * @throws UsageError if the command cannot be carried out as it was called
 */
export function readOptions(values: Partial<Record<keyof typeof command.options, string | boolean>>): NewsroomOptions {
  const text = (name: keyof typeof command.options) => textOption(values, name);
  const whole = (name: 'count' | 'years' | 'seed', most: number, least = 1) => {
    const given = text(name);
    return given === undefined ? undefined : numberOption(name, given, least, most);
  };
  const out = text('out');
  if (!out) {
    throw new UsageError('--out is missing: name the folder to write the newsroom to, such as --out /tmp/newsroom');
  }
  const from = text('from');
  if (from !== undefined && !isFile(from)) throw new UsageError(`--from ${from}: there is no such file`);
  const now = instantOption('now', text('now') ?? DEFAULT_NOW);
  const options = {
    from,
    count: whole('count', MOST_ARTICLES),
    years: whole('years', MOST_YEARS) ?? 10,
    out,
    now,
    seed: String(whole('seed', GREATEST_SEED, 0) ?? 1),
  };
  checkFolder(out, values.force === true);
  return options;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
