import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment } from '../plain-environment.ts';
import { IS_LONG } from '../long.ts';
import { filesBelow } from '../site/built-site.ts';
import { marksIn, writeVariant } from './variants.ts';

/**
 * Publishes to disks that are too small by more and by less, for `full-disk.test.ts`; to be run where it may mount.
 * Argument: an empty folder. Prints what came of each as JSON.
 */

/** What came of one deploy to a disk that was too small. */
export interface FullDiskOutcome {
  /** What there was too little of, and how much of the need there was: `0.5 of the bytes`. */
  room: string;
  /** Null where it had not ended after a minute. */
  status: number | null;
  /** The last line it said. */
  message: string;
  /** What was served before and after: the release, and the builds whose marks are in its files. */
  before: string;
  after: string;
  /** What stands among the releases besides whole ones, and what the half-done work may be called. */
  halves: string[];
  /** Of the next deploy, after room was made. */
  nextStatus: number | null;
  next: string;
}

/** How much room there is, in parts of what a deploy needs. */
const BYTES = IS_LONG ? Array.from({ length: 16 }, (_, sixteenths) => sixteenths / 16) : [0.5];
const INODES = IS_LONG ? [0, 0.25, 0.5, 0.75] : [0.5];
const ROOMY = 'size=64m,nr_inodes=1000000';
const [folder = ''] = process.argv.slice(2);
const disk = join(folder, 'disk');
const target = join(disk, 'target');
const current = join(target, 'current');
mkdirSync(disk);

const variants = (['aaaaaaaa', 'bbbbbbbb'] as const).map((mark) => writeVariant(folder, mark));
let turn = 0;

mount(ROOMY);
publish('--keep', '3');
turn += 1;
const before = used();
publish('--keep', '3');
turn += 1;
const need = { bytes: used().bytes - before.bytes, inodes: used().inodes - before.inodes };

const outcomes = [
  ...BYTES.map((part) => outcome(`${part} of the bytes`, () => `size=${used().bytes + Math.floor(need.bytes * part)}`)),
  ...INODES.map((part) =>
    outcome(`${part} of the inodes`, () => `nr_inodes=${used().inodes + Math.floor(need.inodes * part)}`),
  ),
];
console.log(JSON.stringify(outcomes));

function outcome(room: string, limit: () => string): FullDiskOutcome {
  const servedBefore = served();
  remount(limit());
  const { status, stderr } = publish('--keep', '3');
  const servedAfter = served();
  // Temporary names begin with a dot; nothing else may stand there without its record, or be a record alone.
  const names = readdirSync(join(target, 'releases')).filter((name) => !name.startsWith('.'));
  const halves = names.filter((name) => !names.includes(name.endsWith('.json') ? name.slice(0, -5) : `${name}.json`));
  remount(ROOMY);
  const next = publish('--keep', '2');
  const after = { nextStatus: next.status, next: served() };
  turn += 1;
  const message = stderr.trim().split('\n').at(-1) ?? '';
  return { room, status, message, before: servedBefore, after: servedAfter, halves, ...after };
}

function publish(...options: string[]) {
  const script = join(import.meta.dirname, '../../scripts/deploy.ts');
  const site = variants[turn % variants.length] ?? '';
  // Retains nothing: each deploy needs room for the whole of its own site.
  const call = [script, '--to', `dir:${target}`, '--built', site, '--drop-assets', '--force', '--create', ...options];
  return spawnSync(process.execPath, call, {
    encoding: 'utf8',
    env: plainEnvironment(),
    timeout: 600_000,
    killSignal: 'SIGKILL',
  });
}

function served(): string {
  const texts = filesBelow(join(current, '')).map((file) => readFileSync(join(current, file), 'utf8'));
  return `${readlinkSync(current)}: ${marksIn(texts.join('\n')).join(' and ')}, ${texts.length} files`;
}

function used() {
  const { bsize, blocks, bfree, files, ffree } = statfsSync(disk);
  return { bytes: (blocks - bfree) * bsize, inodes: files - ffree };
}

function mount(options: string): void {
  run('mount', ['-t', 'tmpfs', '-o', options, 'none', disk]);
}

function remount(options: string): void {
  run('mount', ['-o', `remount,${options}`, disk]);
}

function run(command: string, options: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${error?.message ?? stderr.trim()}`);
}
