import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, siteHeaders } from '#src/hosting/site-headers.ts';
import { pathBelowHost, sitePath } from '#src/urls.ts';

/** A built site that is being served. */
export interface ServedSite {
  /** `http://localhost:4321` */
  origin: string;
  /** The front page: the same with the path below which the site is, and a slash. */
  address: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site as a plain static host does: a folder's `index.html`, the nearest `404.html` with status 404 for
 * what is missing, and the headers that hosts are configured to send; below the path of its host for which it was built.
 * @param port 0 for any free one
 * @throws if the port is in use (`EADDRINUSE`)
 */
export async function serveSite(
  folder: string,
  port: number,
  rules = siteHeaders(builtBelow(folder)),
): Promise<ServedSite> {
  const { below } = rules;
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const asked = request.url ?? '/';
    const path = sitePath(below, asked);
    for (const [name, value] of Object.entries(headersFor(rules, asked))) response.setHeader(name, value);
    const answerNothing = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': rules.caching });
      response.end(nearestNotFound(folder, path ?? '/'));
    };
    if (path === undefined) return answerNothing();
    request.url = path;
    return files(request, response, answerNothing);
  });
  await once(server.listen(port), 'listening');
  const { port: used } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${used}`,
    address: `http://localhost:${used}${below}/`,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

/** The path below which a site was built, as its robots.txt says; '' if it does not. */
export function builtBelow(folder: string): string {
  const file = join(folder, 'robots.txt');
  const [, address = ''] = /^Sitemap: (\S+)/m.exec(existsSync(file) ? readFileSync(file, 'utf8') : '') ?? [];
  return URL.canParse(address) ? pathBelowHost(new URL('.', address).href) : '';
}

function nearestNotFound(folder: string, url: string): string {
  const edition = /^\/([a-z]{2})\//.exec(url)?.[1];
  const candidates = [...(edition ? [join(folder, edition, '404.html')] : []), join(folder, '404.html')];
  const file = candidates.find((candidate) => existsSync(candidate));
  return file ? readFileSync(file, 'utf8') : 'Not found';
}
