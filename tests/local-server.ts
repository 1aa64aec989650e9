import { once } from 'node:events';
import { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { onTestFinished } from 'vitest';

/** Lets a server listen on a free port of this machine until the test ends. */
export async function listening(server: Server, host = '127.0.0.1') {
  await once(server.listen(0, host), 'listening');
  const stop = async () => {
    if (!server.listening) return;
    if (server instanceof HttpServer) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  const { port } = server.address() as AddressInfo;
  return { origin: `http://${host}:${port}`, port, stop };
}
