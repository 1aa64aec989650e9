/**
 * Corrupts a large newsroom and checks that every defect is found, and nothing else: precision and recall, and how long it takes,
 * cold and after ten files changed. `node tests/scripts/lint-content/defect-run.ts`
 *
 * DEFECT_FILES (20000), DEFECT_COUNT (1000) and DEFECT_SEED (one) in the environment.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { listFiles } from '../../../src/reading/list-files.ts';
import { compare, corruptNewsroom } from './defects/corrupt-newsroom.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const NOW = '2026-11-24T12:00';
const { DEFECT_FILES = '20000', DEFECT_COUNT = '1000', DEFECT_SEED = 'one' } = process.env;

interface Report {
  summary: { files: number; errors: number; warnings: number; seconds: number };
  problems: { rule: string; file: string; line?: number; reason: string; remedy: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'defect-run-'));
const content = join(folder, 'content');
try {
  command('lab/newsroom', ['--count', DEFECT_FILES, '--years', '10', '--out', content]);
  const { expected, kinds } = corruptNewsroom(content, Number(DEFECT_COUNT), DEFECT_SEED);
  console.log(
    `${expected.length} defects of ${kinds} kinds, of ${new Set(expected.map(({ rule }) => rule)).size} rules`,
  );
  print('cold', lint());
  print('nothing changed', lint());
  const stories = listFiles(join(content, 'articles/es')).slice(0, 10);
  for (const name of stories) {
    const file = join(content, 'articles/es', name);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nNada más.\n`);
  }
  print('after ten files changed', lint());

  function print(when: string, { seconds, report }: ReturnType<typeof lint>): void {
    const { right, wrong, missed } = compare(expected, report.problems);
    const found = right + wrong.length;
    console.log(
      `${when}: ${report.summary.files} files, precision ${(right / found).toFixed(4)}, recall ` +
        `${(right / expected.length).toFixed(4)}, ${seconds.toFixed(1)} s from start to exit (${report.summary.seconds} s of checking)`,
    );
    for (const key of wrong.slice(0, 20)) console.log(`  found, not seeded: ${key}`);
    for (const key of missed.slice(0, 20)) console.log(`  seeded, not found: ${key}`);
    if (wrong.length + missed.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function lint(): { seconds: number; report: Report } {
  const startedAt = performance.now();
  const output = command('lint-content', ['--content', content, '--format', 'json', '--now', NOW]);
  return { seconds: (performance.now() - startedAt) / 1000, report: JSON.parse(output) as Report };
}

function command(name: string, options: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(PROJECT, `scripts/${name}.ts`), ...options], {
    cwd: PROJECT,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return stdout;
}
