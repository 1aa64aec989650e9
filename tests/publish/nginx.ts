import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { installNginx } from '../../scripts/shared/find-nginx.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/**
 * Serves a folder with nginx, as the README tells to, until the test ends.
 * @param root what its `root` names: a link that leads to a release
 * @returns the address it answers at: `http://127.0.0.1:40123`
 */
export async function serveWithNginx(root: string): Promise<string> {
  const program = installNginx();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'work'));
  const port = await freePort();
  const work = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, 'work', name)};`,
  );
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')};
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 64; }
http {
  access_log off;
  ${work.join('\n  ')}
  types { text/html html; text/css css; text/xml xml; }
  server {
    listen 127.0.0.1:${port};
    root ${root};
    index index.html;
    disable_symlinks off;
    error_page 404 /404.html;
    location / { try_files $uri $uri/index.html =404; }
  }
}
`,
  );
  const child = spawn(program, ['-c', config, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempts = 0; ; attempts += 1) {
    try {
      await (await fetch(origin)).arrayBuffer();
      return origin;
    } catch (error) {
      if (attempts > 100 || child.exitCode !== null) throw new Error('nginx does not answer', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
