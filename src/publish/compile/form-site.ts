import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formPage, type FormOpening } from '#src/admin/form-page.ts';
import { formSchema } from '#src/schemas/form-settings.ts';
import type { Site } from '#src/schemas/site.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { takeLock } from '#src/disk/lock.ts';

/** What the bundle is made from, besides the packages. */
const SOURCES = [
  'src/admin',
  'src/schemas',
  'src/writing',
  'src/i18n',
  'src/styles',
  'src/reading/front-matter.ts',
  'src/urls.ts',
  'public/favicon.svg',
  'src/publish/compile/bundle-form.ts',
  'package-lock.json',
];

const FOLDER = resolve('.cache', 'form');
/** All files of a bundle with their digests: written last, so that what has one is whole. */
const LIST = 'files.json';
/** Bundles kept: today's, and that of a branch that somebody switches to. */
const KEPT = 2;

/** What a form is opened with where the publisher has chosen nothing: a folder of the editor's own machine. */
export function openingOf({ form, name, url }: Pick<Site, 'form' | 'name' | 'url'>): FormOpening {
  return { settings: form ?? formSchema.parse({ host: 'folder' }), site: { name, url } };
}

/** The form's files, by path: its page, and the bundle that serves any newsroom. */
export interface FormSite {
  page: string;
  /** Of each other file: where it is, and its SHA-256. */
  files: ReadonlyMap<string, { source: string; digest: string }>;
}

/**
 * The form as it goes to editors. Its bundle, which takes some seconds to make, is made once for each version of the CMS and of
 * our own part of it, and kept in the cache of this checkout.
 * @param isClean make the bundle anew in any case
 */
export async function formSite(opening: FormOpening, isClean = false): Promise<FormSite> {
  const folder = join(FOLDER, sourcesKey());
  const files = (isClean ? undefined : wholeFiles(folder)) ?? (await bundle(folder, isClean));
  utimesSync(folder, new Date(), new Date());
  removeOld(folder);
  const script = Object.keys(files).find((path) => /^form\..*\.js$/.test(path));
  if (!script) throw new Error(`${folder} holds no form; delete it and try again`);
  return {
    page: formPage(opening, script),
    files: new Map(Object.entries(files).map(([path, digest]) => [path, { source: join(folder, path), digest }])),
  };
}

function sourcesKey(): string {
  const paths = SOURCES.flatMap((path) =>
    statSync(path).isDirectory() ? filesBelow(path).map((file) => join(path, file)) : [path],
  ).filter((path) => !path.endsWith('.md'));
  return hash('sha256', paths.map((path) => `${hash('sha256', readFileSync(path))} ${path}`).join('\n')).slice(0, 16);
}

/** The files of a bundle with their digests; undefined where any of them is not as it was written. */
function wholeFiles(folder: string): Record<string, string> | undefined {
  try {
    const files = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Record<string, string>;
    const isWhole = Object.entries(files).every(
      ([path, digest]) => hash('sha256', readFileSync(join(folder, path))) === digest,
    );
    return isWhole ? files : undefined;
  } catch {
    return undefined;
  }
}

async function bundle(folder: string, isClean: boolean): Promise<Record<string, string>> {
  // Two commands of one checkout would write into one folder.
  const unlock = await takeLock(join(FOLDER, '.lock'), () => undefined);
  const work = join(FOLDER, '.bundling');
  try {
    const known = isClean ? undefined : wholeFiles(folder);
    if (known) return known;
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    await run(fileURLToPath(new URL('bundle-form.ts', import.meta.url)), work);
    const files = Object.fromEntries(
      filesBelow(work).map((path) => [path, hash('sha256', readFileSync(join(work, path)))]),
    );
    writeFileSync(join(work, LIST), JSON.stringify(files));
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
    return files;
  } finally {
    rmSync(work, { recursive: true, force: true });
    unlock();
  }
}

function run(script: string, folder: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done();
      else failed(new Error('The form could not be bundled: see the error above. Nothing was written.'));
    });
  });
}

function removeOld(current: string): void {
  const others = readdirSync(FOLDER)
    .map((name) => join(FOLDER, name))
    .filter((path) => path !== current && existsSync(join(path, LIST)))
    .map((path) => ({ path, usedAt: statSync(path).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { path } of others.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}
