import { createServer } from 'node:http';
import { listening } from '../../local-server.ts';

/** A host of this machine that answers with these files (path → text), until the test ends; it notes what it is asked. */
export async function loopbackSite(files: Record<string, string>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    asked.push(path);
    const text = files[path];
    response.writeHead(text === undefined ? 404 : 200);
    response.end(text);
  });
  const { origin } = await listening(server);
  return { origin, files, asked };
}
