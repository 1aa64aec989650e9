import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A hub on this machine that answers with a status and keeps what it was told. */
export async function startHub(status: number) {
  const told: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      told.push(new URLSearchParams(body));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(stop);
  return { hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, told, stop };
}
