import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readlinkSync, watch } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { seeded } from '../../scripts/lab/random.ts';
import { rounds } from '../long.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { serveWithNginx } from './nginx.ts';
import { ADDRESSES, assetsOf, MARKS, marksIn, writeVariant } from './variants.ts';
import { withoutProgress } from '../scripts/without-progress.ts';

/** A soak sets more. */
const KILLS = Number(process.env['DEPLOY_KILLS'] ?? rounds(6, 100));
const SEED = process.env['DEPLOY_SEED'] ?? 'kills';
const SCRIPT = join(import.meta.dirname, '../../scripts/deploy.ts');

it(`a site stays whole for whoever reads it while ${KILLS} deploys are killed at random moments`, async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'target');
  mkdirSync(target);
  const variants = MARKS.map((mark) => writeVariant(folder, mark));
  // Which of the sites was built first is of no interest here.
  const options = (variant: string) => ['--to', `dir:${target}`, '--built', variant, '--force', '--keep', '4'];
  const start = (index: number) =>
    spawn(process.execPath, [SCRIPT, ...options(variants[index % variants.length] ?? '')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const deploy = async (index: number) => {
    const startedAt = performance.now();
    const child = start(index);
    const [stderr] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(withoutProgress(stderr)).toBe('');
    expect(child.exitCode).toBe(0);
    return performance.now() - startedAt;
  };
  for (const index of [0, 1]) await deploy(index);
  let duration = await deploy(2);

  const origin = await serveWithNginx(join(target, 'current'));
  const crawl = startCrawl(origin);
  const random = seeded(SEED);
  const ends = { beforeWriting: 0, whileWriting: 0, written: 0, served: 0, finished: 0 };
  let kills = 0;
  for (let round = 0; kills < KILLS; round += 1) {
    // Now and then one that is let live: it tells how long they take by now, and shows that the rubbish is no hindrance.
    if (round % 8 === 0) duration = await deploy(round / 8);
    const before = served(target);
    const child = spawn(process.execPath, [SCRIPT, ...options(variants[random.whole(0, 2)] ?? '')], {
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const startedAt = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const killWithin = (from: number, to: number) => {
      timer = setTimeout(() => child.kill('SIGKILL'), random.between(duration * from, duration * to));
    };
    const releases = watch(join(target, 'releases'), (_, name) => {
      const isWriting = name?.startsWith(`.writing-${child.pid}-`) === true;
      if (isWriting && timer === undefined) killWithin(0, 0.15);
    });
    // The first part of a deploy this small is Node's own start, in which a kill proves little: every second kill waits until the
    // deploy writes.
    if (round % 2 === 0) killWithin(0.45, 1.05);
    const [, signal] = (await ended) as [number | null, string | null];
    clearTimeout(timer);
    releases.close();
    if (signal === null) duration = performance.now() - startedAt;
    else kills += 1;
    ends[endOf(target, before, signal, child.pid)] += 1;
  }
  const { faults, pages, assets, seen } = await crawl.stop();
  console.log(
    `${kills} kills (seed “${SEED}”): ${Object.entries(ends)
      .map(([end, count]) => `${count} ${end}`)
      .join(', ')}; the crawler read ${pages} pages of ${seen} builds and ${assets} assets, ${faults.length} faults`,
  );
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(KILLS);
  // Six kills may leave one of the sites unseen; a hundred do not.
  expect(seen).toBeGreaterThanOrEqual(rounds(2, MARKS.length));
  expect(ends.whileWriting + ends.served + ends.written, 'kills that came in the middle').toBeGreaterThan(0);

  // Whatever the last one left, the next deploy works and clears it away.
  await deploy(0);
  await deploy(1);
  expect(readdirSync(target).sort()).toEqual(['current', 'releases', 'status']);
  const names = readdirSync(join(target, 'releases'));
  const releases = names.filter((name) => !name.endsWith('.json'));
  expect(names.sort()).toEqual(releases.flatMap((id) => [id, `${id}.json`]).sort());
  expect(releases).toHaveLength(4);
  expect(releases).toContain(served(target));
});

const served = (target: string) => readlinkSync(join(target, 'current')).replace('releases/', '');

/** How far a deploy came. */
function endOf(target: string, before: string, signal: string | null, pid: number | undefined) {
  if (signal === null) return 'finished';
  if (served(target) !== before) return 'served';
  const names = readdirSync(join(target, 'releases'));
  if (names.some((name) => name.startsWith(`.writing-${pid}-`))) return 'whileWriting';
  const newest = names
    .filter((name) => /^\d.*[^n]$/.test(name))
    .sort()
    .at(-1);
  return newest !== undefined && newest > before ? 'written' : 'beforeWriting';
}

/** Reads page after page, each with everything it has a browser load, until it is stopped. */
function startCrawl(origin: string) {
  let isStopped = false;
  const counts = { pages: 0, assets: 0 };
  const faults: string[] = [];
  const seen = new Set<string>();
  const get = async (address: string) => {
    try {
      const response = await fetch(`${origin}${address}`);
      return { status: response.status, text: await response.text() };
    } catch (error) {
      // No answer at all is a fault like any other, and told as one.
      return { status: 0, text: error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error) };
    }
  };
  const readPage = async (address: string) => {
    const { status, text: html } = await get(address);
    counts.pages += 1;
    const marks = marksIn(html);
    if (status !== 200 || marks.length !== 1 || !html.endsWith('<!-- end -->')) {
      faults.push(
        `${address}: status ${status}, ${html.length} characters, builds ${marks.join(' and ')}: ${html.slice(0, 80)}`,
      );
      return;
    }
    seen.add(marks.join());
    for (const asset of assetsOf(html)) {
      const answer = await get(asset);
      counts.assets += 1;
      const isShared = asset.startsWith('/shared/') && answer.text.startsWith('shared');
      if (answer.status === 200 && (isShared || marksIn(answer.text).join() === marks.join())) continue;
      faults.push(
        `${asset} of ${address}, build ${marks.join()}: status ${answer.status}, ${answer.text.slice(0, 40)}`,
      );
    }
  };
  const reader = async (start: number) => {
    for (let index = start; !isStopped; index += 7) await readPage(ADDRESSES[index % ADDRESSES.length] ?? '/');
  };
  const readers = [0, 60].slice(0, rounds(1, 2)).map(reader);
  return {
    stop: async () => {
      isStopped = true;
      await Promise.all(readers);
      return { faults, seen: seen.size, ...counts };
    },
  };
}
