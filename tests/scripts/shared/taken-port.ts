import { createServer, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A port that is in use until the test ends. */
export async function takenPort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return (server.address() as AddressInfo).port;
}
