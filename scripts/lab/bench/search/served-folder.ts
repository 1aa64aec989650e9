import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sirv from 'sirv';

/** A folder that a browser on this machine can read. */
export interface ServedFolder {
  folder: string;
  /** Without a slash at its end. */
  origin: string;
  close(): void;
}

/** Serves a folder to this machine alone, on any free port. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    files(request, response, () => void response.writeHead(404).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { folder, origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Counts what a page loads from a folder. @param isCounted whether a path counts */
export function watchRequests(
  page: Page,
  folder: string,
  isCounted: (path: string) => boolean,
): { sum: () => { requests: number; bytes: number } } {
  const sizes: number[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (isCounted(pathname)) sizes.push(statSync(join(folder, pathname), { throwIfNoEntry: false })?.size ?? 0);
  });
  return { sum: () => ({ requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }) };
}
