import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cachedFolder } from '#src/disk/folder-cache.ts';

/** The Markdown engine of the site, made for browsers. npm installs it nowhere: it is “for another kind of machine”. */
const ENGINE = '@bruits/satteri-wasm32-wasi';

/**
 * A folder with the engine in the version that the lockfile names, fetched once with npm.
 * @throws Error if npm cannot fetch it, or if it is not what the lockfile names
 */
export async function browserEngine(cacheFolder: string): Promise<string> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string; integrity: string } | undefined>;
  };
  const locked = packages[`node_modules/${ENGINE}`];
  if (!locked) throw new Error(`package-lock.json does not name ${ENGINE}`);
  const { version, integrity } = locked;
  const { path } = await cachedFolder({
    cache: join(cacheFolder, 'form-engine'),
    key: version,
    most: 1,
    make: (work) => Promise.resolve(fetchPackage(`${ENGINE}@${version}`, integrity, work)),
  });
  return path;
}

function fetchPackage(name: string, integrity: string, folder: string): void {
  const isWindows = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', ['pack', name, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    shell: isWindows,
  });
  if (status !== 0)
    throw new Error(`The form needs ${name}, which npm could not fetch: ${stderr || 'it does not start'}`);
  const [{ filename = '' } = {}] = JSON.parse(stdout) as { filename?: string }[];
  const archive = readFileSync(join(folder, basename(filename)));
  if (`sha512-${hash('sha512', archive, 'base64')}` !== integrity)
    throw new Error(`${name} is not the package that package-lock.json names`);
  for (const [path, bytes] of filesOfTar(gunzipSync(archive))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, basename(path)), bytes);
  }
}

/** The files of a tar archive as npm makes it: short names, nothing but files. */
function filesOfTar(tar: Buffer): [path: string, bytes: Buffer][] {
  const files: [string, Buffer][] = [];
  const text = (start: number, length: number) => tar.toString('latin1', start, start + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const isFile = ['0', ''].includes(text(at + 156, 1));
    if (isFile) files.push([text(at, 100), tar.subarray(at + 512, at + 512 + size)]);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
