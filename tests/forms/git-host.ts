/**
 * As much of Gitea's interface for programs as the form uses, over a real bare repository. What is committed is made by git.
 * @see https://docs.gitea.com/api/
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { listening } from '../local-server.ts';

/** The only token that the host takes. */
export const TOKEN = '0123456789abcdef0123456789abcdef01234567';

/** What the form asks to be committed. */
interface Change {
  branch: string;
  message: string;
  author: { name: string; email: string };
  files: { operation: 'create' | 'update' | 'delete'; path: string; from_path?: string; content?: string }[];
}

/** A host that runs. */
export interface GitHost {
  origin: string;
  /** Runs git in the bare repository. */
  git: (...options: string[]) => string;
  /** Writes the newest newsroom to a folder. */
  checkOut: (folder: string) => void;
}

/** Starts a host with one repository, `paper/newsroom`, that holds a newsroom below `src/content`. */
export async function startGitHost(contentRoot: string): Promise<GitHost> {
  const home = mkdtempSync(join(tmpdir(), 'git-host-'));
  const bare = join(home, 'newsroom.git');
  const work = join(home, 'work');
  const run = (folder: string, options: readonly string[], input?: string | Buffer) =>
    execFileSync('git', ['-C', folder, ...options], {
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 50_000_000,
      ...(input !== undefined && { input }),
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: home },
    });
  const git = (...options: string[]) => run(bare, options).trimEnd();
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  execFileSync('git', ['clone', '--quiet', bare, work], { stdio: 'ignore' });
  cpSync(contentRoot, join(work, 'src', 'content'), { recursive: true });
  run(work, ['checkout', '--quiet', '-B', 'main']);
  run(work, ['add', '.']);
  run(work, ['-c', 'user.name=Printer', '-c', 'user.email=printer@paper.example', 'commit', '--quiet', '-m', 'Begin']);
  run(work, ['push', '--quiet', 'origin', 'main']);

  const commit = ({ branch, message, author, files }: Change) => {
    run(work, ['fetch', '--quiet', 'origin', branch]);
    run(work, ['reset', '--quiet', '--hard', `origin/${branch}`]);
    for (const { operation, path, from_path: from, content = '' } of files) {
      if (from && from !== path) run(work, ['rm', '--quiet', '--cached', from]);
      if (operation === 'delete') run(work, ['rm', '--quiet', '--cached', path]);
      else {
        const blob = run(work, ['hash-object', '-w', '--stdin'], Buffer.from(content, 'base64')).trim();
        run(work, ['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
      }
    }
    const who = ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`];
    run(work, [...who, 'commit', '--quiet', '-m', message]);
    run(work, ['push', '--quiet', 'origin', `HEAD:${branch}`]);
    return {
      commit: { sha: git('rev-parse', branch), created: git('log', '-1', '--format=%cI', branch) },
      files: files.map(({ operation, path }) =>
        operation === 'delete' ? null : { path, sha: git('rev-parse', `${branch}:${path}`) },
      ),
    };
  };

  const contents = (paths: readonly string[]) =>
    paths.map((path) => ({
      path,
      sha: git('rev-parse', `main:${path}`),
      encoding: 'base64',
      content: Buffer.from(run(bare, ['show', `main:${path}`])).toString('base64'),
    }));

  const answer = (method: string, path: string, body: string): unknown => {
    if (path === '/version') return { version: '1.26.0' };
    if (path === '/user') return { id: 7, login: 'ximena', full_name: 'Ximena Coral', email: 'ximena@paper.example' };
    if (path === '/settings/api') return { default_paging_num: 30, max_response_items: 50 };
    if (path === '/repos/paper/newsroom') return { default_branch: 'main', permissions: { pull: true, push: true } };
    const [, rest = ''] = /^\/repos\/paper\/newsroom(\/.*)$/.exec(path) ?? [];
    if (rest === '/branches/main') {
      return { commit: { id: git('rev-parse', 'main'), message: git('log', '-1', '--format=%s', 'main') } };
    }
    if (rest.startsWith('/git/trees/'))
      return { tree: treeOf(run(bare, ['ls-tree', '-r', '-l', 'main'])), truncated: false };
    if (rest === '/file-contents') return contents((JSON.parse(body) as { files: string[] }).files);
    if (rest === '/contents' && method === 'POST') return commit(JSON.parse(body) as Change);
    if (rest === '/commits') return [];
    // No CI is connected.
    if (/^\/commits\/\w+\/status$/.test(rest)) return { state: '', statuses: [], total_count: 0 };
    if (/^\/(?:commits\/\w+\/statuses|statuses\/\w+)$/.test(rest)) return [];
    return undefined;
  };

  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    void readBody(request).then((body) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/api\/v1/, '');
      if (request.headers.authorization !== `token ${TOKEN}`) return response.writeHead(401).end('{}');
      if (path.includes('/media/')) {
        const file = decodeURI(path.replace(/^.*\/media\/main\//, ''));
        return response.end(execFileSync('git', ['-C', bare, 'show', `main:${file}`]));
      }
      const found = answer(request.method ?? 'GET', path, body);
      response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
      return response.end(JSON.stringify(found ?? { message: `no ${path} here` }));
    });
  });
  onTestFinished(() => rmSync(home, { recursive: true }));
  const { origin } = await listening(server, 'localhost');
  return {
    origin,
    git,
    checkOut: (folder) => {
      rmSync(folder, { recursive: true, force: true });
      execFileSync('git', ['clone', '--quiet', bare, folder], { stdio: 'ignore' });
    },
  };
}

/** The lines of `git ls-tree -r -l`, as the host gives them. */
function treeOf(lines: string): { type: string; path: string; sha: string; size: number }[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, type = '', sha = '', size = '', path = ''] = /^\d+ (\w+) (\w+)\s+(\S+)\t(.*)$/.exec(line) ?? [];
      return { type, sha, size: Number(size), path };
    });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
