import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, siteHeaders } from '#src/hosting/site-headers.ts';

/** A built site that is being served. */
export interface ServedSite {
  /** `http://localhost:4321` */
  origin: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site as a plain static host does: a folder's `index.html`, the nearest `404.html` with status 404 for
 * what is missing, and the headers that hosts are configured to send.
 * @param port 0 for any free one
 * @throws if the port is in use (`EADDRINUSE`)
 */
export async function serveSite(folder: string, port: number, rules = siteHeaders()): Promise<ServedSite> {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    for (const [name, value] of Object.entries(headersFor(rules, path))) response.setHeader(name, value);
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': rules.caching });
      response.end(nearestNotFound(folder, path));
    });
  });
  await once(server.listen(port), 'listening');
  const { port: used } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${used}`,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

function nearestNotFound(folder: string, url: string): string {
  const edition = /^\/([a-z]{2})\//.exec(url)?.[1];
  const candidates = [...(edition ? [join(folder, edition, '404.html')] : []), join(folder, '404.html')];
  const file = candidates.find((candidate) => existsSync(candidate));
  return file ? readFileSync(file, 'utf8') : 'Not found';
}
