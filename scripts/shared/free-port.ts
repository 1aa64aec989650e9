import { createServer } from 'node:net';
import { UsageError } from '#src/publish/usage-error.ts';

/**
 * Makes sure that a site can be served on a port, before any work is done for it.
 * @param port 0 for any free one
 * @param call the command, to show how another port is chosen: `npm start --`
 * @throws UsageError where the port is taken or this user may not use it
 */
export function requireFreePort(port: number, call: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      const reason = code === 'EADDRINUSE' ? 'is in use. Stop what uses it, or' : `cannot be used (${code}); please`;
      reject(new UsageError(`Port ${port} ${reason} choose another: ${call} --port ${port === 4321 ? 4322 : 4321}`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}
