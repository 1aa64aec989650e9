import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { plainEnvironment } from '../../plain-environment.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** How a run ended, and what it printed. */
export interface Sent {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A process that sends an issue. */
export interface SendProcess {
  child: ChildProcess;
  /** When it has ended. */
  ended: Promise<Sent>;
}

/** Starts `newsletter send` in a process of its own. @param url of the mail server */
export function startSending(url: string, options: readonly string[], input?: string): SendProcess {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'send-process.ts'), '2026-11-30-daily', ...options],
    { cwd: PROJECT, env: { ...plainEnvironment(), SMTP_URL: url }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  child.stdin.end(input);
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(([stdout, stderr]) => ({
    code: child.exitCode,
    stdout: stripVTControlCharacters(stdout),
    stderr: stripVTControlCharacters(stderr),
  }));
  return { child, ended };
}

/** Addresses, so many of each kind that {@link file://./mail-server.ts} knows. */
export function makeAddresses(counts: Readonly<Record<string, number>>): string[] {
  const all = Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({
      at: (index + 0.5) / count,
      text: `${kind}-${index}@reader.example`,
    })),
  );
  // Spread over the whole list.
  return all.toSorted((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1)).map(({ text: address }) => address);
}
