import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files (path → text) that is removed when the test ends. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFiles(folder, files);
  return folder;
}

/** Writes files (path → text) into a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
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
