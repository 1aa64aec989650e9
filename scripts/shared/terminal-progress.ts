import type { Progress } from '#src/publish/progress.ts';

/** Takes text, as standard error does. */
type TextSink = Pick<NodeJS.WritableStream, 'write'>;

/** How often a log gets a line. */
const LOG_INTERVAL_MS = 30_000;

/**
 * Shows progress in one line of a terminal, on standard error so that standard output stays clean. A log, as in CI, gets a
 * line now and then of what takes long.
 */
export class TerminalProgress implements Progress {
  readonly #stream: TextSink;
  readonly #isLine: boolean;
  readonly #clock: () => number;
  #lastDraw = -Infinity;
  #lastLogged: number;
  #startedAt: number;
  #label = '';

  /**
   * @param stream where progress is shown
   * @param isLine whether that is a terminal, whose last line can be replaced
   * @param clock in milliseconds, from any beginning
   */
  constructor(
    stream: TextSink = process.stderr,
    isLine = process.stderr.isTTY && !process.env['CI'],
    clock = () => performance.now(),
  ) {
    this.#stream = stream;
    this.#isLine = isLine;
    this.#clock = clock;
    this.#lastLogged = this.#startedAt = clock();
  }

  stage(label: string): void {
    this.#label = label;
    this.#startedAt = this.#clock();
    this.#draw(`${label} …`);
  }

  update(done: number, total?: number): void {
    const now = this.#clock();
    if (now - this.#lastDraw < 100 && done !== total) return;
    this.#lastDraw = now;
    const elapsed = (now - this.#startedAt) / 1000;
    const left = total && done > 0 && elapsed > 1 ? `, ${Math.ceil((elapsed / done) * (total - done))} s left` : '';
    this.#draw(
      `${this.#label}: ${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''}${left}`,
    );
  }

  end(): void {
    if (this.#isLine) this.#stream.write('\r\u001b[K');
  }

  #draw(text: string): void {
    if (this.#isLine) return void this.#stream.write(`\r\u001b[K${text}`);
    if (this.#clock() - this.#lastLogged < LOG_INTERVAL_MS) return;
    this.#lastLogged = this.#clock();
    this.#stream.write(`… ${text}\n`);
  }
}
