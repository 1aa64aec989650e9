import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { explainIssues } from '#src/schemas/explain.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { messageText, zodMessage } from '#src/schemas/message.ts';
import { ContentError, type Problem } from '#src/schemas/problem.ts';

const text = z
  .string({ error: zodMessage('text') })
  .nullish()
  .transform((value) => value ?? '');
const words = z
  .array(z.string({ error: zodMessage('text') }), { error: zodMessage('wire-texts') })
  .nullish()
  .transform((value) => value ?? []);

/** An article of the wire: one line of the file. Every field may be missing. */
const wireArticle = z.object(
  {
    id: z.union([z.string(), z.number()], { error: zodMessage('wire-id') }).optional(),
    /** When it was filed (ISO 8601, UTC): only its hour is used. */
    date: z
      .string({ error: zodMessage('wire-date') })
      .refine((date) => date === '' || !Number.isNaN(Date.parse(date)), {
        error: zodMessage('wire-not-a-date'),
      })
      .nullish(),
    title: text,
    /** `SALVADOR, Feb 26` */
    dateline: text,
    topics: words,
    places: words,
    people: words,
    orgs: words,
    exchanges: words,
    paragraphs: words,
    locale: z.enum(LOCALES, { error: zodMessage('choice', { choices: LOCALES.join(', ') }) }).default('en'),
  },
  { error: zodMessage('wire-object') },
);

export type WireArticle = z.output<typeof wireArticle>;

const KNOWN_FIELDS = Object.keys(wireArticle.shape);

/** One line of the file: an article with the names of the fields that nothing here reads, or what is wrong with the line. */
export type WireLine = { ok: true; article: WireArticle; unread: readonly string[] } | { ok: false; problem: Problem };

/**
 * Reads articles, one JSON object a line, plain or gzip (recognised by its first bytes). Blank lines are passed over; a bad
 * line is yielded with its reason, and reading goes on.
 * @throws ContentError if the file cannot be unpacked
 */
export async function* readWire(file: string): AsyncGenerator<WireLine> {
  let line = 0;
  for await (const json of linesOf(file)) {
    line += 1;
    if (json.trim() !== '') yield parseLine(json, file, line);
  }
}

function parseLine(json: string, file: string, line: number): WireLine {
  const bad = (problem: Pick<Problem, 'field' | 'value' | 'reason' | 'remedy'>): WireLine => ({
    ok: false,
    problem: { severity: 'error', file, line, ...problem },
  });
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return bad({
      field: '',
      reason: `is not JSON: ${(error as SyntaxError).message}`,
      remedy: 'fix the line or remove it',
    });
  }
  const result = wireArticle.safeParse(data);
  if (result.success) {
    return {
      ok: true,
      article: result.data,
      unread: Object.keys(data as object).filter((key) => !KNOWN_FIELDS.includes(key)),
    };
  }
  const [first] = explainIssues(result.error.issues, data, KNOWN_FIELDS);
  if (!first) throw new Error('a schema refused a line without an issue');
  return bad({ field: first.field, value: first.value, ...messageText(first.message, 'en') });
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of bytesOf(file)) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    const reason = `cannot be unpacked: ${error.message}`;
    throw new ContentError([{ severity: 'error', file, field: '', reason, remedy: 'fetch or make the file again' }]);
  }
  yield rest + decoder.decode();
}

function bytesOf(file: string): NodeJS.ReadableStream {
  const bytes = createReadStream(file);
  if (!isGzip(file)) return bytes;
  // Reading the stream throws the error already; the callback must be there, or it is thrown a second time.
  return pipeline(bytes, createGunzip(), () => undefined);
}

/** Whether a file begins with the two bytes of RFC 1952, section 2.3.1. */
function isGzip(file: string): boolean {
  const handle = openSync(file, 'r');
  const head = Buffer.alloc(2);
  try {
    readSync(handle, head, 0, 2, 0);
  } finally {
    closeSync(handle);
  }
  return head[0] === 0x1f && head[1] === 0x8b;
}

function isZlibError(error: unknown): error is NodeJS.ErrnoException {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
