/** A folder of the editor's machine, as the browser hands it out: in its own private file system. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { filesBelow } from '#src/disk/files-below.ts';
import { writeFiles } from '../temporary-folder.ts';

/** Fills the folder with a newsroom, below `src/content`. */
export async function giveFolder(page: Page, contentRoot: string): Promise<void> {
  const files = filesBelow(contentRoot).map((path): [string, string] => [
    `src/content/${path}`,
    readFileSync(join(contentRoot, path), 'base64'),
  ]);
  await page.evaluate(async (all) => {
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('newsroom', { create: true });
    // By this the form knows the folder of a project.
    await top.getDirectoryHandle('.git', { create: true });
    for (const [path, base64] of all) {
      const parts = path.split('/');
      const name = parts.pop() ?? '';
      let folder = top;
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
      await stream.close();
    }
  }, files);
}

/** Signs in with that folder. */
export async function openFolder(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('newsroom');
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(top) });
  });
  const choose = page.getByRole('button', { name: /Open the newsroom’s folder|Abrir la carpeta de la redacción/ });
  const signedIn = page.getByRole('button', { name: /Account|cuenta/ });
  await choose.or(signedIn).first().waitFor();
  // A browser that has been there knows the folder.
  if (await choose.isVisible()) await choose.click();
}

/** Writes what the folder's newsroom now holds to a folder of this machine, in place of what is there. */
export async function takeFolder(page: Page, contentRoot: string): Promise<void> {
  const files = await page.evaluate(async () => {
    const found: [string, string][] = [];
    const walk = async (folder: FileSystemDirectoryHandle, below: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${below}${name}/`);
        else {
          const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer());
          found.push([`${below}${name}`, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))]);
        }
      }
    };
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('newsroom');
    await walk(await (await top.getDirectoryHandle('src')).getDirectoryHandle('content'), '');
    return found;
  });
  rmSync(contentRoot, { recursive: true, force: true });
  writeFiles(contentRoot, Object.fromEntries(files.map(([path, base64]) => [path, Buffer.from(base64, 'base64')])));
}
