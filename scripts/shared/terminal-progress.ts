import type { Progress } from '#src/publish/progress.ts';

/** How often a log gets a line. */
const LOG_INTERVAL_MS = 30_000;

/**
 * Shows progress in one line of a terminal, on standard error so that standard output stays clean. A log, as in CI, gets a
 * line now and then of what takes long.
 */
export class TerminalProgress implements Progress {
  readonly #stream = process.stderr;
  readonly #isLine = process.stderr.isTTY && !process.env['CI'];
  #lastDraw = 0;
  #lastLogged = performance.now();
  #startedAt = performance.now();
  #label = '';

  stage(label: string): void {
    this.#label = label;
    this.#startedAt = performance.now();
    this.#draw(`${label} …`);
  }

  update(done: number, total?: number): void {
    const now = performance.now();
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
    if (performance.now() - this.#lastLogged < LOG_INTERVAL_MS) return;
    this.#lastLogged = performance.now();
    this.#stream.write(`… ${text}\n`);
  }
}
