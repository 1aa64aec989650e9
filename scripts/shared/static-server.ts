import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, siteHeaders } from '#src/hosting/site-headers.ts';

/** A built site being served. */
export interface ServedSite {
  /** `http://localhost:4321` */
  origin: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site as a plain static host does: folders by their `index.html`, and for what is missing the nearest
 * `404.html` with status 404, and with the headers that hosts are told to send.
 * @param port 0 for any free one
 * @param rules what is sent besides: the site's headers unless told otherwise
 * @throws where the port is taken (`EADDRINUSE`)
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
  await listen(server, port);
  const { port: used } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${used}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

function nearestNotFound(folder: string, url: string): string {
  const edition = /^\/([a-z]{2})\//.exec(url)?.[1];
  const candidates = [...(edition ? [join(folder, edition, '404.html')] : []), join(folder, '404.html')];
  const file = candidates.find((candidate) => existsSync(candidate));
  return file ? readFileSync(file, 'utf8') : 'Not found';
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
}
