import { parseArgs } from 'node:util';
import colours from 'picocolors';
import { UsageError } from '#src/publish/usage-error.ts';
import { ContentError, formatProblem } from '#src/schemas/problem.ts';
import { isLocale, type Locale } from '#src/schemas/locale.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';

/** An option of a command, as `--help` shows it. */
export interface OptionHelp {
  type: 'string' | 'boolean';
  /** What stands for the value in the help: `<dir>`. */
  value?: string;
  /** Whether the option may stand without its value, which is then the empty text. */
  isValueOptional?: boolean;
  help: string;
}

/** A command: what it is for, and what it takes. */
export interface Command<Name extends string> {
  /** As it is called: `npm run build --`. */
  call: string;
  summary: string;
  options: Record<Name, OptionHelp>;
  /** What stands before the options, as the help shows it: `<kind> "<title>"`; a command without takes only options. */
  words?: string;
}

type Values<Name extends string> = Partial<Record<Name, string | boolean>>;

/**
 * Runs a command: reads its options, answers `--help`, and turns whatever is thrown into a message and an exit code:
 * 0 done, 1 content or work failed, 2 called wrongly.
 * @param main gets the options, and the words before them; what it returns is the exit code, and the process ends with it. Where it returns nothing,
 *   the command goes on (a server) until it ends by itself.
 */
export async function runCommand<Name extends string>(
  command: Command<Name>,
  main: (values: Values<Name>, words: readonly string[]) => Promise<number | void> | number | void,
): Promise<void> {
  try {
    const { values, positionals } = readOptions(command);
    if (values['help']) {
      process.stdout.write(helpText(command));
      return;
    }
    const code = await main(values as Values<Name>, positionals);
    // Ended here and not by running out of work: a tool that failed half-way may leave a worker that never ends.
    if (typeof code === 'number') await endWith(code);
  } catch (error) {
    await endWith(report(error, command.call));
  }
}

/** Ends the process when all it has said is on its way: to another process it goes in pieces, and the last would be lost. */
async function endWith(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => stream.write('', () => resolve()));
  process.exit(code);
}

/** A string option's value, where it was given. */
export function textOption<Name extends string>(values: Values<Name>, name: Name): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * A whole number from an option.
 * @throws UsageError where the text is no number in the range
 */
export function numberOption(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  // `Number` makes 0 of nothing at all and 31 of “0x1f”.
  if (/^-?\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} ${text}: expected a whole number from ${least} to ${most}`);
}

/**
 * A moment from an option.
 * @throws UsageError where the text is no instant
 */
export function instantOption(name: string, text: string): Date {
  const instant = parseInstant(text);
  if (instant) return instant;
  throw new UsageError(`--${name} ${text}: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00`);
}

/**
 * A language of the newsroom from an option.
 * @throws UsageError where the paper is in no such language
 */
export function localeOption(name: string, text: string): Locale {
  if (isLocale(text)) return text;
  throw new UsageError(`--${name} ${text}: expected en or es`);
}

function readOptions<Name extends string>(command: Command<Name>) {
  const options = Object.fromEntries(
    Object.entries<OptionHelp>(command.options).map(([name, { type }]) => [name, { type }]),
  );
  const optional = Object.entries<OptionHelp>(command.options).flatMap(([name, { isValueOptional }]) =>
    isValueOptional ? [`--${name}`] : [],
  );
  // `parseArgs` knows no option that may go without its value, but takes `--name=` for the empty one.
  const args = process.argv
    .slice(2)
    .map((arg, index, all) => (optional.includes(arg) && (all[index + 1]?.startsWith('-') ?? true) ? `${arg}=` : arg));
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: command.words !== undefined,
    });
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. ')[0]}. Run “${command.call} --help” to see what there is.`,
    );
  }
}

function helpText({ call, summary, options, words }: Command<string>): string {
  const flagOf = (name: string, { value, isValueOptional }: OptionHelp) => {
    if (!value) return `--${name}`;
    return `--${name} ${isValueOptional ? `[${value}]` : value}`;
  };
  const rows = Object.entries(options).map(([name, option]) => [flagOf(name, option), option.help]);
  const width = Math.max(...rows.map(([flag = '']) => flag.length), '--help'.length);
  const lines = [...rows, ['--help', 'show this']].map(([flag = '', help]) => `  ${flag.padEnd(width)}  ${help}`);
  return `${summary}\n\n${call} ${words ? `${words} ` : ''}[options]\n\n${lines.join('\n')}\n`;
}

function report(error: unknown, call: string): number {
  if (error instanceof ContentError) {
    for (const problem of error.problems) console.error(formatProblem(problem));
    return 1;
  }
  if (error instanceof UsageError) {
    console.error(colours.red(error.message));
    return error.exitCode;
  }
  console.error(colours.red(`${call} failed:`), error);
  return 1;
}
