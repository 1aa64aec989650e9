import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filesBelow } from '#src/disk/files-below.ts';
import { PARTLY } from '../../shared/command-line.ts';
import { copyProject } from '../project-copy.ts';
import { seeded, type Random } from '../random.ts';
import { change, replaceIn, type HistoryState } from './changes.ts';
import { EditedNewsroom } from './edited-newsroom.ts';

/** What a history is made from. */
export interface HistoryOptions {
  seed: string;
  steps: number;
  /** The project whose build is tried; its working tree is copied. */
  project: string;
  /** Called after every step. */
  onStep?: (step: number, what: string) => void;
}

/** A step after which the two sites differed, or a build failed. */
export class HistoryError extends Error {
  override name = 'HistoryError';
}

/** The machines a newsroom may be built on. */
const ZONES = ['UTC', 'America/Cancun', 'Asia/Kathmandu'];
const LANGUAGES = ['C', 'tr_TR.UTF-8', 'es_MX.UTF-8'];

/** The list of what was published. */
const LIST = 'list.json';

/** Share of steps after which a build is killed before the one that is compared. */
const KILL_CHANCE = 0.06;
/** Share of steps after which the newsroom rests until a build can say that there is nothing to do. */
const REST_CHANCE = 0.15;
/** A file that was written later than this may change again within one tick of the disk's clock. */
const REST_MS = 2_200;

/**
 * Builds a newsroom over and over while it, the site, the caches and the time change, and compares the site after each
 * step, byte for byte, with a clean build: of a copy of the newsroom at another path, its files written in another order,
 * in another time zone and language.
 * @throws HistoryError at the first difference; the newsroom, the caches and both sites stay in the folder it names. The
 *   same seed makes the same changes, except that some files of a cache have other names each time.
 */
export async function runHistory({ seed, steps, project, onStep }: HistoryOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'newsroom-history-'));
  let isKept = false;
  try {
    const random = seeded(seed);
    const copy = join(work, 'project');
    copyProject(project, copy);
    // A list page and a chunk of the search index hold few articles, so that a small newsroom has many of both.
    replaceIn(copy, 'src/site.config.ts', /articlesPerPage: \d+/, 'articlesPerPage: 5');
    replaceIn(copy, 'src/search/chunks.ts', /average: \d+, most: \d+/, 'average: 4, most: 10');
    const newsroom = new EditedNewsroom(join(work, 'newsroom'), random);
    const now = new Date('2026-11-24T13:00:00Z');
    const state: HistoryState = {
      newsroom,
      project: copy,
      out: join(work, 'site'),
      published: join(work, 'published'),
      now,
      origin: undefined,
    };
    await newsroom.create(40, now);
    const history: string[] = [];
    for (let step = 1; step <= steps; step += 1) {
      const what = step === 1 ? 'the newsroom is created' : await change(state);
      const isKilled = random.chance(KILL_CHANCE);
      history.push(isKilled ? `${what}; a build is killed` : what);
      const fail = (why: string) => {
        const last = history.slice(-6).join(' → ');
        return new HistoryError(`${why}\nseed ${seed}, step ${step}: ${what}\nthe last steps: ${last}\nsee: ${work}`);
      };
      const succeed = async (which: string, ...build: Parameters<typeof runBuild>) => {
        const { code, output } = await runBuild(...build);
        if (code !== 0 && code !== PARTLY) throw fail(`${which} failed:\n${output}`);
        return code;
      };
      if (isKilled) await runBuild(state, newsroom.root, state.out, {}, random.whole(50, 2_500));
      const code = await succeed('The build', state, newsroom.root, state.out);
      const fresh = join(work, `fresh-${step}`);
      copyShuffled(newsroom.root, join(fresh, 'newsroom'), random);
      const elsewhere = { TZ: random.pick(ZONES), LANG: random.pick(LANGUAGES), LC_ALL: random.pick(LANGUAGES) };
      const cleanCode = await succeed(
        'The clean build',
        state,
        join(fresh, 'newsroom'),
        join(fresh, 'site'),
        elsewhere,
      );
      if (code !== cleanCode) throw fail(`The build ended with ${code}, the clean one with ${cleanCode}`);
      const different = differences(state.out, join(fresh, 'site'));
      if (different.length > 0) {
        throw fail(`${different.length} files differ from a clean build:\n  ${different.slice(0, 12).join('\n  ')}`);
      }
      rmSync(fresh, { recursive: true });
      if (code === 0) keepPublished(newsroom.root, state.published);
      if (random.chance(REST_CHANCE)) {
        await pause(REST_MS);
        await succeed('The build after a rest', state, newsroom.root, state.out);
      }
      onStep?.(step, history.at(-1) ?? '');
    }
  } catch (error) {
    isKept = error instanceof HistoryError;
    throw error;
  } finally {
    if (!isKept) rmSync(work, { recursive: true, force: true });
  }
}

/** The files that are in one of two folders alone, or not the same in both. */
function differences(one: string, other: string): string[] {
  const [ours, theirs] = [new Set(filesBelow(one)), new Set(filesBelow(other))];
  return [...new Set([...ours, ...theirs])].flatMap((file) => {
    if (!theirs.has(file)) return `${file} (only here)`;
    if (!ours.has(file)) return `${file} (missing)`;
    return readFileSync(join(one, file)).equals(readFileSync(join(other, file))) ? [] : file;
  });
}

/** Copies files one by one in random order: a folder lists them in the order the disk likes. */
function copyShuffled(from: string, to: string, random: Random): void {
  const files = filesBelow(from)
    .map((file) => ({ file, at: random.next() }))
    .sort((a, b) => a.at - b.at);
  for (const { file } of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
}

/** Keeps all files of a newsroom without mistakes, as a deploy does: later builds show them in place of files that have some. */
function keepPublished(root: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const files = filesBelow(root).map((file): [string, string] => {
    const bytes = readFileSync(join(root, file));
    const digest = hash('sha256', bytes);
    writeFileSync(join(folder, digest), bytes);
    return [file, digest];
  });
  writeFileSync(join(folder, LIST), JSON.stringify({ files: Object.fromEntries(files) }));
}

/** @param killAfterMs kills the build, and all it has started, after so long; undefined: lets it end */
async function runBuild(
  { project, published, now, origin }: HistoryState,
  content: string,
  out: string,
  environment: Record<string, string> = {},
  killAfterMs?: number,
): Promise<{ code: number | null; output: string }> {
  const site = origin ? ['--site', origin] : [];
  const list = join(published, LIST);
  const last = existsSync(list) ? ['--published', list] : [];
  const options = ['--content', content, '--out', out, '--now', now.toISOString(), ...site, ...last];
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
