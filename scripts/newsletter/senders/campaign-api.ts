import { setTimeout as pause } from 'node:timers/promises';
import { UsageError } from '#src/publish/usage-error.ts';

/** A service with an API, as errors name it. */
export interface Api {
  /** `Buttondown`. */
  service: string;
  /** The address that paths are put after, without a slash at its end. */
  base: string;
  /** The header with the key. */
  authorization: string;
  /** The environment variable from which the key was read. */
  keySetting: string;
}

interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: object;
  headers?: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 60_000;

/** How often a service that says “too many requests” is asked again, and the longest pause before it. */
const BUSY = { retries: 3, mostSeconds: 60 } as const;

/**
 * Asks a service's API.
 * @returns the answer, from JSON
 * @throws UsageError with what is wrong and what to do; it holds neither the key nor an address
 */
export async function askApi(api: Api, { method, path, body, headers }: ApiRequest): Promise<unknown> {
  for (let asked = 0; ; asked += 1) {
    const answer = await fetch(`${api.base}${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: api.authorization,
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      // A redirect would take the key to wherever it leads.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw new UsageError(
        `${api.service} cannot be reached at ${api.base} (${causeOf(error)}). Run it again: nothing is made twice.`,
        1,
      );
    });
    const text = await answer.text();
    const seconds = Number(answer.headers.get('retry-after') ?? 2 ** asked);
    if (answer.status === 429 && asked < BUSY.retries && seconds <= BUSY.mostSeconds) {
      await pause(seconds * 1000);
      continue;
    }
    // Some have nothing to say when all is well (204).
    if (answer.ok && text === '') return {};
    const data = parsed(text);
    if (!answer.ok) throw new UsageError(refusalText(api, answer.status, data), 1);
    if (data === undefined)
      throw new UsageError(
        `${api.service} at ${api.base} answers with something that is not JSON (${answer.headers.get('content-type') ?? 'of no type'}): is it the right address?`,
        1,
      );
    return data;
  }
}

/** @throws UsageError if the environment lacks it */
export function apiKey(service: string, name: string): string {
  const key = process.env[name]?.trim() ?? '';
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new UsageError(
      `--to ${service.toLowerCase()} needs the environment variable ${name}: see scripts/newsletter.md`,
    );
  return key;
}

function causeOf(error: unknown): string {
  const { cause, name } = error as Error;
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return code ?? (name === 'TimeoutError' ? `no answer in ${PATIENCE_MS / 1000} s` : 'no connection');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalText({ service, keySetting }: Api, status: number, data: unknown): string {
  const said = wordsOf(data);
  const why = said === '' ? '' : `: ${said}`;
  if (status === 401 || status === 403)
    return `${service} does not accept the key in ${keySetting} for this (${status}${why}). Look whether it is the right one, and what it may do.`;
  if (status === 404)
    return `${service} does not know what it is asked for (404${why}). See “newsletter.provider” in src/site.config.ts.`;
  if (status === 429) return `${service} has been asked too often (429${why}). Try again in some minutes.`;
  if (status >= 500)
    return `${service} has a problem of its own (${status}${why}). Run it again later: nothing is made twice.`;
  return `${service} refuses the issue (${status}${why}).`;
}

/** What a service says of a refusal, in one line and without addresses. Buttondown, Mailchimp: `detail`; listmonk: `message`. */
function wordsOf(data: unknown): string {
  const { detail, message, errors } = (data ?? {}) as Record<string, unknown>;
  const words = [detail ?? message, errors].flatMap((part) =>
    part === undefined ? [] : [typeof part === 'string' ? part : JSON.stringify(part)],
  );
  return words
    .join(' ')
    .replace(/[^\s"'<>:,;]+@[^\s"'<>:,;]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
