import { once } from 'node:events';
import { createServer } from 'node:net';
import { UsageError } from '#src/publish/usage-error.ts';

/**
 * Makes sure that a site can be served on a port, before any work is done for it.
 * @param port 0 for any free one
 * @param call the command, to show how another port is chosen: `npm start --`
 * @throws UsageError if the port is in use, or this user may not use it
 */
export async function requireFreePort(port: number, call: string): Promise<void> {
  const probe = createServer().listen(port);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is in use. Stop what uses it, or' : `cannot be used (${code}); please`;
    throw new UsageError(`Port ${port} ${reason} choose another: ${call} --port ${port === 4321 ? 4322 : 4321}`);
  }
  await once(probe.close(), 'close');
}
