import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { installNginx } from '../../scripts/shared/find-nginx.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What nginx.md has operators write, with the folder it names. */
const README = readFileSync(join(import.meta.dirname, '../../src/hosting/nginx.md'), 'utf8');
const [, CONFIGURATION = ''] = /```nginx\n([^]*?)```/.exec(README) ?? [];
const README_FOLDER = '/srv/news/current';
const README_FORM = '/srv/news-admin';

/** The lines of it that are about old addresses. */
const OF_OLD_ADDRESSES = /\$moved_to|\$withdrawn_notice|@withdrawn|nginx-redirects/;

/**
 * Serves a folder with nginx, by the configuration in nginx.md, until the test ends.
 * @param root what its `root` names: a link that leads to a release
 * @param hasRules whether the site has rules for old addresses; one that a test wrote by hand has none
 * @param form the folder of the form for editors
 * @param below the path of the host below which the site is
 * @returns the address it answers at: `http://127.0.0.1:40123`
 */
export async function serveWithNginx(root: string, hasRules = false, form = README_FORM, below = ''): Promise<string> {
  const program = installNginx();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'work'));
  const port = await freePort();
  const work = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, 'work', name)};`,
  );
  const told = CONFIGURATION.split('\n').filter((line) => hasRules || !OF_OLD_ADDRESSES.test(line));
  const links = join(folder, 'links');
  if (below !== '') {
    mkdirSync(links);
    symlinkSync(root, join(links, below));
  }
  const server = told
    .join('\n')
    // As it says of a site below a path.
    .replace(`root ${README_FOLDER};`, `root ${below === '' ? root : links};`)
    .replaceAll(/ (?=\/(?:404\.html|admin))/g, ` ${below}`)
    .replaceAll(README_FOLDER, root)
    .replaceAll(README_FORM, form)
    // As a pattern, which may fit no file: sites that a test wrote by hand have none.
    .replace('nginx-headers.conf;', 'nginx-headers.conf*;')
    .replace('server {', `server {\n  listen 127.0.0.1:${port};`);
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
  disable_symlinks off;
  ${server}
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
