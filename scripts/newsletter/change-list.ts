import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { takeLock } from '#src/disk/lock.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { PARTLY, runCommand, textOption, type Values } from '../shared/command-line.ts';
import { KeptList, type ListChange } from './kept-list.ts';
import { faultsText, listFiles } from './list-files.ts';
import { outsideRepositories } from './outside-repositories.ts';
import { readList, type ReadList } from './read-list.ts';

export const listCommand = {
  call: 'npm run newsletter -- list',
  summary:
    'Keeps a list of addresses in order: add, remove, import, count. The list is a file outside of any repository.\n' +
    'Who has left it stays known by a hash, so that an import brings no one back; “add” does, since they have asked for it.',
  words: 'add <address|-> … | remove <address|-> … | import <file|-> | count',
  options: {
    list: { value: '<file>', help: 'the list, which “add” and “import” begin if it is not there' },
    ledger: { value: '<dir>', help: 'where it is noted who has got what (default: beside the list)' },
    token: { value: '<token>', help: 'remove: the one whose link or mail to unsubscribe has this token' },
    bounced: { help: 'remove: all whose mailbox servers call gone' },
  },
} as const;

type ListValues = Values<keyof typeof listCommand.options>;

/** `npm run newsletter -- list`. @param clock for the day of consent */
export function runList(clock = () => new Date()): Promise<void> {
  return runCommand(listCommand, (values, words) => changeList(values, words, clock));
}

async function changeList(values: ListValues, allWords: readonly string[], clock: () => Date): Promise<number> {
  const [action = '', ...words] = allWords;
  if (!['add', 'remove', 'import', 'count'].includes(action))
    throw new UsageError(`${action}: expected add, remove, import or count`.replace(/^: /, ''));
  const path = textOption(values, 'list');
  if (path === undefined || path === '-')
    throw new UsageError('--list <file> is missing: the list, outside of any repository');
  checkWords(action, words, values);
  const files = listFiles(path, textOption(values, 'ledger'));
  const full = files.list ?? path;
  if (!existsSync(full) && (action === 'remove' || action === 'count'))
    throw new UsageError(`${full}: there is no such list`);
  const given = await givenPeople(action, words);
  const unlock = await takeLock(files.lock, (pid) =>
    console.error(`Another run (process ${pid}) is sending to this list, or changing it: waiting for it …`),
  );
  try {
    const list = new KeptList(full, files);
    if (action === 'count') {
      console.log(
        `${list.count} on the list, ${list.goneCount} of them with a mailbox that is gone; ${list.leftCount} have left.`,
      );
      return 0;
    }
    const change = changed(list, action, given, values, clock);
    list.write();
    console.log(changeText(change, list.count));
    return given.faults.length > 0 ? PARTLY : 0;
  } finally {
    unlock();
  }
}

function changed(list: KeptList, action: string, given: ReadList, values: ListValues, clock: () => Date): ListChange {
  const { recipients } = given;
  if (action === 'add') return list.add(recipients, clock().toISOString().slice(0, 10));
  if (action === 'import') return list.import(recipients);
  const token = textOption(values, 'token');
  if (token !== undefined) return list.removeToken(token);
  return values.bounced === true ? list.removeGone() : list.remove(recipients.map(({ key }) => key));
}

/** @throws UsageError if the action has too few or too many words */
function checkWords(action: string, words: readonly string[], values: ListValues): void {
  const marks = [textOption(values, 'token'), values.bounced].filter((value) => value !== undefined).length;
  if (marks > 0 && action !== 'remove') throw new UsageError('--token and --bounced belong to “remove”');
  if (marks > 1 || (marks === 1 && words.length > 0))
    throw new UsageError('remove: expected addresses, or --token, or --bounced, and not two of them');
  const isWrong =
    action === 'count'
      ? words.length > 0
      : action === 'import'
        ? words.length !== 1
        : marks === 0 && words.length === 0;
  if (isWrong) throw new UsageError(`expected ${listCommand.words}`);
}

/** The people that the call names: in its words, in a file, or on standard input. */
async function givenPeople(action: string, words: readonly string[]): Promise<ReadList> {
  const isInput = words.length === 1 && words[0] === '-';
  const [file = ''] = words;
  const name = isInput ? 'standard input' : action === 'import' ? file : 'the call';
  if (action === 'import' && !isInput && !existsSync(outsideRepositories('import', file)))
    throw new UsageError(`${file}: there is no such file`);
  const given = isInput
    ? readList(await text(process.stdin))
    : readList(action === 'import' ? readFileSync(file, 'utf8') : words.map(quoted).join('\n'));
  for (const fault of faultsText(given, name)) console.error(fault);
  return given;
}

/** A word as a cell, so that a line end in it stays within one address and is found. */
const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;

function changeText({ added, known, removed, unknown, left }: ListChange, count: number): string {
  const parts = [
    added > 0 ? `${added} added` : '',
    known > 0 ? `${known} there already` : '',
    removed > 0 ? `${removed} removed` : '',
    unknown > 0 ? `${unknown} not on the list` : '',
    left > 0 ? `${left} not taken in, because they have left the list` : '',
  ].filter((part) => part !== '');
  return `${parts.length > 0 ? parts.join(', ') : 'Nothing to change'}. The list has ${count} ${count === 1 ? 'address' : 'addresses'}.`;
}
