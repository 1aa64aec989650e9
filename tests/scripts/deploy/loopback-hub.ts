import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { listening } from '../../local-server.ts';

/** A hub on this machine that answers with a status and keeps what it was told. */
export async function startHub(status: number) {
  const told: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      told.push(new URLSearchParams(body));
      response.writeHead(status).end();
    });
  });
  const { origin, stop } = await listening(server);
  return { hub: `${origin}/`, told, stop };
}

/** What is printed while something is done. */
export async function saidWhile(work: () => Promise<unknown>): Promise<{ log: string; error: string }> {
  const said = { log: '', error: '' };
  const spies = (['log', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((line: string) => void (said[name] += line)),
  );
  await work();
  for (const spy of spies) spy.mockRestore();
  return said;
}
