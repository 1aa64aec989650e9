import { parseArgs } from 'node:util';
import colours from 'picocolors';
import { UsageError } from '#src/publish/usage-error.ts';
import { ContentError, formatProblem } from '#src/schemas/problem.ts';
import { isLanguage, isLocale, LANGUAGES, LOCALES, MAIN_LOCALE, type Locale } from '#src/schemas/locale.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { systemRefusal } from './system-refusal.ts';

/** An option of a command. */
interface OptionHelp {
  /** Shown for the value in the help: `<dir>`. An option without this is a switch. */
  value?: string;
  /** Whether the value may be left out, and is then the empty text. */
  isValueOptional?: boolean;
  /** An earlier name that still works. */
  formerly?: string;
  help: string;
}

interface Command<Name extends string> {
  /** How it is called: `npm run build --`. */
  call: string;
  summary: string;
  options: Record<Name, OptionHelp>;
  /** The words before the options, as the help shows them: `<kind> "<title>"`; without this, the command takes none. */
  words?: string;
}

/** The options that were given. */
export type Values<Name extends string> = Partial<Record<Name, string | boolean>>;

/** The exit code of a command that published or built what is right, and not what has mistakes. */
export const PARTLY = 3;

/**
 * Runs a command: reads its options, answers `--help`, and turns errors into messages and exit codes: 0 done, 1 the content
 * or the work failed, 2 called wrongly, {@link PARTLY}.
 * @param main receives the options and the words before them. It returns the exit code with which the process ends; if it
 *   returns nothing, the process goes on (a server).
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
    // Without this, a worker that a failed tool has left running would keep the process alive.
    if (typeof code === 'number') await endWith(code);
  } catch (error) {
    await endWith(report(error, command.call));
  }
}

/** Ends the process when its output is written: pipes take it in pieces, and the last ones would be lost. */
async function endWith(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => stream.write('', () => resolve()));
  process.exit(code);
}

/** The value of a string option; undefined if it was not given. */
export function textOption<Name extends string>(values: Values<Name>, name: Name): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * A whole number from an option.
 * @throws UsageError if the text is not a whole number in the range
 */
export function numberOption(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  // `Number` turns an empty text into 0 and “0x1f” into 31.
  if (/^-?\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} ${text}: expected a whole number from ${least} to ${most}`);
}

/** @throws UsageError if the text is not an instant */
export function instantOption(name: string, text: string): Date {
  const instant = parseInstant(text);
  if (instant) return instant;
  throw new UsageError(`--${name} ${text}: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00`);
}

/** The instant of `--now`; the present if it is not given. @throws UsageError if it is none */
export function nowOption(values: Values<'now'>): Date {
  const text = textOption(values, 'now');
  return text === undefined ? new Date() : instantOption('now', text);
}

/** The port of `--port`. @throws UsageError if it is none */
export function portOption(values: Values<'port'>, usual: number): number {
  return numberOption('port', textOption(values, 'port') ?? String(usual), 0, 65_535);
}

/** The language of messages, of `--lang`. @throws UsageError if there are none in it */
export function languageOption(values: Values<'lang'>): Locale {
  const text = textOption(values, 'lang') ?? 'en';
  if (isLanguage(text)) return text;
  throw new UsageError(`--lang ${text}: expected ${LANGUAGES.join(' or ')}`);
}

/** The edition that something is written for; if none is given, the one at the site's root. @throws UsageError if there is no such edition */
export function editionOption(name: string, text: string = MAIN_LOCALE): Locale {
  if (isLocale(text)) return text;
  throw new UsageError(`--${name} ${text}: expected ${LOCALES.join(' or ')}`);
}

function readOptions<Name extends string>(command: Command<Name>) {
  const all = Object.entries<OptionHelp>(command.options);
  const options = Object.fromEntries(
    all.map(([name, { value }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const) }]),
  );
  const renamed = new Map<string, string>(
    all.flatMap(([name, { formerly }]) => (formerly ? [[`--${formerly}`, `--${name}`] as const] : [])),
  );
  const optional = all.flatMap(([name, { isValueOptional }]) => (isValueOptional ? [`--${name}`] : []));
  const given = process.argv.slice(2).map((arg) => arg.replace(/^--[\w-]+/, (flag) => renamed.get(flag) ?? flag));
  // `parseArgs` knows no option whose value may be left out, but takes `--name=` for an empty one.
  const args = given.map((arg, index) =>
    optional.includes(arg) && (given[index + 1]?.startsWith('-') ?? true) ? `${arg}=` : arg,
  );
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: command.words !== undefined,
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. “${command.call} --help” shows the options.`);
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
  const refusal = systemRefusal(error);
  console.error(colours.red(`${call} failed:`), refusal ?? error);
  return 1;
}
