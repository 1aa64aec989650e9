import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** Files by their paths. */
type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files that is removed when the test ends. */
export function temporaryFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFiles(folder, files);
  return folder;
}

/** An empty folder that is removed when the tests of the file, or of the group in which it is made, are over. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A good story's file. Its first line of front matter is line 2, its body begins on line 8. */
export const STORY = [
  '---',
  'title: "The reef has a quiet morning"',
  'description: "Divers counted fish."',
  'pubDate: 2026-11-20T09:00',
  'authors: [ana-pech]',
  'categories: [environment]',
  '---',
  'Nobody had expected the water to be so clear.',
  '',
].join('\n');

/** The fewest files a newsroom needs around {@link STORY}. */
export const AROUND = {
  'authors/ana-pech.yaml':
    'name: Ana Pech\nrole: { en: Reporter, es: Reportera }\nbiography: { en: Reef., es: Arrecife. }\n',
  'categories/environment.yaml':
    'title: { en: Environment, es: Medio ambiente }\ndescription: { en: Reef., es: Arrecife. }\n',
};
