import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filesBelow } from '#src/disk/files-below.ts';
import { copyProject } from '../project-copy.ts';
import { seeded, type Random } from '../random.ts';
import { change, type Scene } from './changes.ts';
import { EditedNewsroom } from './edited-newsroom.ts';

/** What a history is made from. */
export interface HistoryOptions {
  seed: string;
  steps: number;
  /** The project whose build is tried, as it stands in the working tree. */
  project: string;
  /** Told of every step when it has passed. */
  onStep?: (step: number, what: string, pages: string) => void;
}

/** A step after which the two sites differed, or a build failed. */
export class HistoryError extends Error {
  override name = 'HistoryError';
}

/** The machines a newsroom may be built on. */
const ZONES = ['UTC', 'America/Cancun', 'Asia/Kathmandu'];
const LANGUAGES = ['C', 'tr_TR.UTF-8', 'es_MX.UTF-8'];

/** A list page and a part of the search index hold few stories, so that a small newsroom has many of both. */
const SMALL = [
  { file: 'src/site.config.ts', pattern: /articlesPerPage: \d+/, text: 'articlesPerPage: 5' },
  { file: 'src/search/parts.ts', pattern: /chunk: \d+, volume: [\d_]+/, text: 'chunk: 4, volume: 10' },
];

/** One step in so many is a build that is killed. */
const KILL_CHANCE = 0.06;

/** After one step in so many the newsroom rests, until a build can say that there is nothing to do. */
const REST_CHANCE = 0.15;
/** Of files that were written later than this, nobody can say yet that they have not changed. */
const REST_MS = 2_200;

/**
 * Builds a newsroom over and over while it, the site, the caches and the time change, and compares the site after each
 * step, byte for byte, with one built from nothing: from a copy of the newsroom at another path, its files written in
 * another order, in another time zone and language.
 * @throws HistoryError at the first difference. The same seed makes the same changes, though which files of a cache are hit
 *   hangs on their names, and some have other names each time: the newsroom, the caches and both sites stay where it says.
 */
export async function runHistory({ seed, steps, project, onStep }: HistoryOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'newsroom-history-'));
  let hasEvidence = false;
  try {
    const random = seeded(seed);
    const copy = join(work, 'project');
    copyProject(project, copy);
    for (const { file, pattern, text } of SMALL) {
      const path = join(copy, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, text));
    }
    const newsroom = new EditedNewsroom(join(work, 'newsroom'), random);
    const scene: Scene = {
      newsroom,
      project: copy,
      out: join(work, 'site'),
      now: new Date('2026-11-24T13:00:00Z'),
      origin: undefined,
    };
    await newsroom.found(40, scene.now);
    const history: string[] = [];
    for (let step = 1; step <= steps; step += 1) {
      const what = step === 1 ? 'the newsroom is founded' : await change(scene);
      const isKilled = random.chance(KILL_CHANCE);
      history.push(isKilled ? `${what}; a build is killed` : what);
      if (isKilled) await build(scene, newsroom.root, scene.out, {}, random.whole(50, 2_500));
      const fail = (why: string) =>
        new HistoryError(
          `${why}\nseed ${seed}, step ${step}: ${what}\nthe last steps: ${history.slice(-6).join(' → ')}\nto look at: ${work}`,
        );
      const rendered = await build(scene, newsroom.root, scene.out);
      if (rendered.code !== 0) throw fail(`The build failed:\n${rendered.output}`);
      const fresh = join(work, `fresh-${step}`);
      copyShuffled(newsroom.root, join(fresh, 'newsroom'), random);
      const reference = await build(scene, join(fresh, 'newsroom'), join(fresh, 'site'), elsewhere(random));
      if (reference.code !== 0) throw fail(`The build from nothing failed:\n${reference.output}`);
      const different = differences(scene.out, join(fresh, 'site'));
      if (different.length > 0) {
        throw fail(
          `${different.length} files differ from a build from nothing:\n  ${different.slice(0, 12).join('\n  ')}`,
        );
      }
      rmSync(fresh, { recursive: true });
      if (random.chance(REST_CHANCE)) {
        await pause(REST_MS);
        const rested = await build(scene, newsroom.root, scene.out);
        if (rested.code !== 0) throw fail(`The build after a rest failed:\n${rested.output}`);
      }
      onStep?.(step, history.at(-1) ?? '', rendered.output.split('\n')[0] ?? '');
    }
  } catch (error) {
    hasEvidence = error instanceof HistoryError;
    throw error;
  } finally {
    if (!hasEvidence) rmSync(work, { recursive: true, force: true });
  }
}

/** The files that are in one of two folders alone, or not the same in both. */
export function differences(one: string, other: string): string[] {
  const [ours, theirs] = [new Set(filesBelow(one)), new Set(filesBelow(other))];
  const inOne = [...ours].filter((file) => !theirs.has(file)).map((file) => `${file} (only here)`);
  const inOther = [...theirs].filter((file) => !ours.has(file)).map((file) => `${file} (missing)`);
  const unlike = [...ours].filter(
    (file) => theirs.has(file) && !readFileSync(join(one, file)).equals(readFileSync(join(other, file))),
  );
  return [...inOne, ...inOther, ...unlike];
}

function elsewhere(random: Random): Record<string, string> {
  return { TZ: random.pick(ZONES), LANG: random.pick(LANGUAGES), LC_ALL: random.pick(LANGUAGES) };
}

/** Copies files one by one in random order: a folder lists them as the disk likes. */
function copyShuffled(from: string, to: string, random: Random): void {
  const files = filesBelow(from)
    .map((file) => ({ file, at: random.next() }))
    .sort((a, b) => a.at - b.at);
  for (const { file } of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
}

/** @param killAfterMs kills the build, and all it has started, after so long; undefined: lets it end */
async function build(
  { project, now, origin }: Scene,
  content: string,
  out: string,
  environment: Record<string, string> = {},
  killAfterMs?: number,
): Promise<{ code: number | null; output: string }> {
  const options = [
    '--content',
    content,
    '--out',
    out,
    '--now',
    now.toISOString(),
    ...(origin ? ['--site', origin] : []),
  ];
  const child = spawn(process.execPath, ['scripts/build.ts', ...options], {
    cwd: project,
    env: { ...process.env, NO_COLOR: '1', CI: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  if (killAfterMs !== undefined) {
    await Promise.race([ended, pause(killAfterMs)]);
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
  return { code: await ended, output };
}
